"""The practice's money over time: what was charged month by month and where it went, and what is open by its age."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce

from mbp_claims.domain.cents import Cents
from mbp_claims.domain.worklist import AgedPayer, Sum, months_until, next_month, total

USUAL, MOST = 12, 120
"""Months that are shown at first, and at most."""
LONGEST = 100
NOTHING = Cents(0)


@dataclass(frozen=True)
class MoneyQuery:
    """From the month that begins on `first` to the one that begins on `last`, both included; of services that the
    `payer` of that name takes part in, or of all."""

    first: date
    last: date
    payer: str = ""

    @classmethod
    def parse(cls, told: Mapping[str, object], today: date) -> "MoneyQuery":
        """From `from`, `to` ("2026-03") and `payer` of the page or of an address. What cannot be understood is not
        asked for; months in the wrong order are turned round."""
        last = month(told.get("to")) or today.replace(day=1)
        first = month(told.get("from")) or months_until(last, USUAL)[0]
        first, last = min(first, last), max(first, last)
        payer = told.get("payer")
        return cls(max(first, months_until(last, MOST)[0]), last, payer[:LONGEST] if isinstance(payer, str) else "")

    @property
    def months(self) -> list[date]:
        """First days, oldest first."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        return months_until(self.last, count)

    @property
    def day_after(self) -> date:
        """The first day that is asked for no more."""
        return next_month(self.last)


@dataclass(frozen=True)
class Month:
    """How many services, and where their charges went."""

    first: date
    services: int = 0
    cents: Cents = NOTHING


@dataclass(frozen=True)
class MoneyOverTime:
    """`months` by date of service. `open_` is all that is open today, whatever the months, by whose it is to answer
    next and by the days since the service. What can be asked for: `payers`, and the months from the first with a
    service, `since`, to `until`.
    """

    query: MoneyQuery
    months: tuple[Month, ...]
    open_: tuple[AgedPayer, ...]
    payers: tuple[str, ...]
    since: date
    until: date

    @property
    def whole(self) -> Month:
        """All the months together."""
        return reduce(_together, self.months, Month(self.query.first))

    @property
    def open_sum(self) -> Sum:
        return total(payer.total for payer in self.open_)


def month(told: object) -> date | None:
    """`2026-03` is the first of March; None when it is none of our time."""
    try:
        first = date.fromisoformat(f"{told}-01") if isinstance(told, str) and len(told) == 7 else None
    except ValueError:
        return None
    return first if first and 1900 < first.year < 2200 else None


def _together(one: Month, other: Month) -> Month:
    return Month(one.first, one.services + other.services, one.cents.plus(other.cents))
