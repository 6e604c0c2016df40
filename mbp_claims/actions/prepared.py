"""What posting a payment, or all payments of a file, will write: worked out while nobody waits.

It holds as long as nothing was done meanwhile about the same clients, the same payments or the practice.
"""

from dataclasses import dataclass, field

from sqlmodel import Session

from mbp_claims.db import trail_since
from mbp_claims.db.postings import Ids, Written
from mbp_claims.domain.effect import Effect
from mbp_claims.domain.practice import Clinician

MOST = 20_000
"""Claims whose rows may lie in memory at once."""


@dataclass(frozen=True)
class Part:
    """What up to a thousand claims of the payment write, and what comes of it: their paid amounts in cents.

    `families` are pairs of ids: of the client, and of the primary claim.
    """

    written: Written
    posted: list[tuple[str, str, int]]
    refused: list[tuple[str, str, str, int]]
    effects: list[Effect]
    paid_cents: int
    families: frozenset[tuple[int, int]]
    count: int


@dataclass(frozen=True)
class PreparedPayment:
    """Which claims of a payment are to be posted, in which order; empty `parts` are worked out as they are written."""

    remittance_id: int
    order: list[int]
    posting_id: int
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True)
class Prepared:
    """Payments of a file as they will be posted, if nothing has changed after `place` of the trail. `ids` are given out
    to all of them together."""

    place: int
    ids: tuple[Ids, Ids, Ids]
    payments: tuple[PreparedPayment, ...]

    @property
    def count(self) -> int:
        return sum(len(one.order) for one in self.payments)

    @property
    def is_long(self) -> bool:
        """Too long to be worked out before it is written."""
        return self.count > MOST

    def holds(self, db: Session, clinician: Clinician) -> bool:
        """Whether it can still be written as it is. Ask it with the write lock."""
        done = trail_since.since(db, clinician, self.place)
        if any(one.remittance_id in done.payments for one in self.payments):
            return False
        if not all(ids.are_free(db) for ids in self.ids):
            return False
        parts = [part for one in self.payments for part in one.parts]
        return done.nothing or not any(done.concerns(*one) for part in parts for one in part.families)
