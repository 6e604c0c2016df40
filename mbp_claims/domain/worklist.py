"""The worklist: all that is owed to the practice, by whom, and what waits for somebody to do something."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.domain.client import Client
from mbp_claims.domain.remittance import Remittance

SHOWN = 5
"""Of a list; its sum counts them all."""


class Sum(NamedTuple):
    """How many claims, and how much they ask for."""

    claims: int = 0
    cents: int = 0

    def plus(self, other: "Sum") -> "Sum":
        return Sum(self.claims + other.claims, self.cents + other.cents)


@dataclass(frozen=True)
class AgedPayer:
    """What one payer was asked for and has not answered, by the days since it was filed: one sum for each of
    `claim_age.AGES`."""

    payer: str
    ages: tuple[Sum, ...]

    @property
    def total(self) -> Sum:
        return total(self.ages)


@dataclass(frozen=True)
class OwingClient:
    """What is left for a client to pay after the last payer."""

    client: Client
    cents: int


@dataclass(frozen=True)
class MonthReceived:
    """What payers paid on the claims that were completed in a month, as primary and as secondary."""

    first: date
    primary_cents: int
    secondary_cents: int

    @property
    def cents(self) -> int:
        return self.primary_cents + self.secondary_cents


@dataclass(frozen=True)
class ToReview:
    """A payment that was imported and is not settled: its payer by our own name, and the cents that wait in it."""

    remittance: Remittance
    payer: str
    cents: int


@dataclass(frozen=True)
class Worklist:
    """Of one person's claims: up to SHOWN of each list, oldest service first, and the sums of all.

    A claim stands in one place only: it is `ready` to file, needs a `look`, or waits for a payer (`payers`). What was
    answered may be owed by `clients`. `to_review` are payments that were imported and not settled; their money is part
    of what payers owe until they are posted.
    """

    ready: tuple[ClaimFacts, ...]
    ready_sum: Sum
    look: tuple[ClaimFacts, ...]
    look_sum: Sum
    to_review: tuple[ToReview, ...]
    payers: tuple[AgedPayer, ...]
    clients: tuple[OwingClient, ...]
    received: tuple[MonthReceived, ...]

    @property
    def payers_sum(self) -> Sum:
        return total(payer.total for payer in self.payers)

    @property
    def clients_cents(self) -> int:
        return sum(one.cents for one in self.clients)

    @property
    def owed_cents(self) -> int:
        return self.ready_sum.cents + self.look_sum.cents + self.payers_sum.cents + self.clients_cents

    @property
    def is_done(self) -> bool:
        """Nothing waits for us."""
        return not (self.ready_sum.claims or self.look_sum.claims or self.to_review)


def total(sums: Iterable[Sum]) -> Sum:
    """Of any number of sums."""
    whole = Sum()
    for one in sums:
        whole = whole.plus(one)
    return whole


def months_until(day: date, how_many: int) -> list[date]:
    """First days of the months that end with the one of that day, oldest first."""
    months = [day.year * 12 + day.month - 1 - back for back in reversed(range(how_many))]
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def next_month(first: date) -> date:
    """The first day of the month after."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
