"""A superbill, which some call an invoice: what was done for a client, for how much, and what insurance paid of it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Field, Index, SQLModel, UniqueConstraint

from mbp_claims.domain.columns import CENTS

FIRST_NUMBER = 1001


class Superbill(SQLModel, table=True):
    """One that was made, as it was given to the client; it is never changed. `number` counts those of the practice.

    `said` is the whole of it as JSON (`Bill`); the other columns are what a list shows. Days are the first and the last
    of the time that it was asked for.
    """

    __table_args__ = (
        UniqueConstraint("practice_id", "number", name="uq_superbill_number"),
        Index("ix_superbill_client", "client_id", "number"),
    )
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    client_id: int = Field(foreign_key="client.id")
    number: int
    first_day: date
    last_day: date
    services: int
    charge_cents: int = Field(sa_type=CENTS)
    paid_cents: int = Field(sa_type=CENTS)
    said: str
    made_at: datetime
    made_by: str

    @property
    def name(self) -> str:
        """`SB-1001`."""
        return f"SB-{self.number}"

    @property
    def bill(self) -> "Bill":
        return Bill.read(self.said)


@dataclass(frozen=True)
class Party:
    """Who bills, or who is billed: `lines` are street, and city with state and ZIP code."""

    name: str
    lines: tuple[str, ...]
    phone: str = ""
    number: str = ""
    """The practice's NPI, the client's number."""


@dataclass(frozen=True)
class BillLine:
    """One service. Cents: what insurance `paid`, what was `adjusted` away, what the `client` owes; the rest is open."""

    service_id: int
    claim: str
    day: date
    procedure: str
    modifiers: tuple[str, ...]
    place: str
    units: int
    diagnoses: tuple[str, ...]
    provider: str
    provider_npi: str
    fee_cents: int
    paid_cents: int = 0
    adjusted_cents: int = 0
    client_cents: int = 0

    @property
    def open_cents(self) -> int:
        """Below zero when too much was paid."""
        return self.fee_cents - self.paid_cents - self.adjusted_cents - self.client_cents


@dataclass(frozen=True)
class Totals:
    """Cents: fee = paid + adjusted + client + open - overpaid. As in the ledger, no claim is open and overpaid."""

    fee: int = 0
    paid: int = 0
    adjusted: int = 0
    client: int = 0
    open: int = 0
    overpaid: int = 0

    @classmethod
    def of(cls, lines: Iterable[BillLine]) -> "Totals":
        found = tuple(lines)
        by_claim: dict[str, int] = {}
        for line in found:
            by_claim[line.claim] = by_claim.get(line.claim, 0) + line.open_cents
        return cls(
            sum(line.fee_cents for line in found), sum(line.paid_cents for line in found),
            sum(line.adjusted_cents for line in found), sum(line.client_cents for line in found),
            sum(max(cents, 0) for cents in by_claim.values()), sum(max(-cents, 0) for cents in by_claim.values()),
        )  # fmt: skip


@dataclass(frozen=True)
class Bill:
    """All that a superbill says but its number, and when and by whom it was made. `tax_id` as it is printed."""

    practice: Party
    tax_id: str
    tax_id_type: str
    client: Party
    born: date
    first: date
    last: date
    lines: tuple[BillLine, ...]

    @property
    def totals(self) -> Totals:
        return Totals.of(self.lines)

    @property
    def diagnoses(self) -> tuple[str, ...]:
        """Each code once, in the order in which the services have them."""
        return tuple(dict.fromkeys(code for line in self.lines for code in line.diagnoses))

    @property
    def text(self) -> str:
        """JSON, the same for the same bill; days in ISO 8601."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, default=date.isoformat)

    @property
    def digest(self) -> str:
        """What tells one that changed since it was looked at."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @classmethod
    def read(cls, text: str) -> "Bill":
        told: dict[str, Any] = json.loads(text)
        days = {name: date.fromisoformat(told[name]) for name in ("born", "first", "last")}
        lines = tuple(
            BillLine(**_tuples(line) | {"day": date.fromisoformat(line["day"])}) for line in told["lines"]
        )
        parties = {name: Party(**_tuples(told[name])) for name in ("practice", "client")}
        return cls(**told | days | parties | {"lines": lines})


def _tuples(told: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
