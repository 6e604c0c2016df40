"""That something changed in a practice: whose records, not what about them. Whoever hears it looks for herself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

NOBODY: frozenset[int] = frozenset()


class Told(NamedTuple):
    """An entry of the trail, by ids; `owner` is the clinician of its client, `tab` where it was done, if we know."""

    client_id: int | None = None
    claim_id: int | None = None
    remittance_id: int | None = None
    owner: int | None = None
    tab: str = ""


@dataclass(frozen=True)
class News:
    """Ids of what was touched. `charts` are clients about whom something else than a claim changed: plans, contact.

    `owners` are the clinicians of these clients. `practice`: its people or settings. `everything`: too much to list.
    `tab` is the one in which all of it was done, and which shows it already.
    """

    clients: frozenset[int] = NOBODY
    charts: frozenset[int] = NOBODY
    claims: frozenset[int] = NOBODY
    remittances: frozenset[int] = NOBODY
    owners: frozenset[int] = NOBODY
    practice: bool = False
    everything: bool = False
    tab: str = ""

    @classmethod
    def of(cls, entries: Iterable[Told]) -> "News":
        told = list(entries)
        return cls(
            _ids(one.client_id for one in told),
            _ids(one.client_id for one in told if not one.claim_id),
            _ids(one.claim_id for one in told),
            _ids(one.remittance_id for one in told),
            _ids(one.owner for one in told),
            any(not (one.client_id or one.claim_id or one.remittance_id) for one in told),
            tab=told[0].tab if len({one.tab for one in told}) == 1 else "",
        )

    def __add__(self, later: "News") -> "News":
        return News(
            self.clients | later.clients, self.charts | later.charts, self.claims | later.claims,
            self.remittances | later.remittances, self.owners | later.owners, self.practice or later.practice,
            self.everything or later.everything, self.tab if self.tab == later.tab else "",
        )  # fmt: skip

    @property
    def of_work(self) -> bool:
        """Whether a claim or a payment changed, and with it perhaps what waits."""
        return bool(self.claims or self.remittances or self.everything)

    def of_client(self, client_id: int) -> bool:
        return self.everything or client_id in self.clients

    def of_chart(self, client_id: int | None) -> bool:
        """Whether more than claims changed about the client, or (None) about any."""
        return bool(self.charts) if client_id is None else client_id in self.charts

    def of_era(self, remittance_id: int) -> bool:
        return self.everything or remittance_id in self.remittances

    def may_reach(self, person: int, sees_all: bool) -> bool:
        """False only where surely nothing of it is hers: what she may see of it the database says.

        A client may just have been given to or taken from her, so what is about a chart reaches everybody.
        """
        return sees_all or self.everything or self.practice or bool(self.charts) or person in self.owners


def _ids(found: Iterable[int | None]) -> frozenset[int]:
    return frozenset(one for one in found if one)
