"""Claims that are filed together: which can go, and of each that cannot, why."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Practice

Written = tuple[str, ...]
"""A claim as segments, in their order."""


@dataclass(frozen=True)
class Batch:
    """Claims on their way into one file, by number as they were written; `left` has a sentence for each other one.

    `place` is how far the practice's trail had come when they were read.
    """

    at: datetime
    practice: Practice
    written: dict[str, Written]
    left: dict[str, str] = field(default_factory=dict)
    place: int = 0

    def without(self, refused: dict[str, str]) -> "Batch":
        """The batch that leaves these behind, each with its sentence."""
        kept = {number: claim for number, claim in self.written.items() if number not in refused}
        return replace(self, written=kept, left={**self.left, **refused})


@dataclass(frozen=True)
class FiledBatch:
    """What was filed, in one file and under which control number (0 without one), and what was not, with the reason."""

    claims: tuple[Claim, ...]
    left: dict[str, str]
    control_number: int = 0

    @property
    def to_bill_cents(self) -> int:
        return sum(one.to_bill_cents if one.is_secondary else one.charge_cents for one in self.claims)
