"""A payer's answer with all that its explanation of benefits (EOB) says beside it."""

from dataclasses import dataclass
from datetime import date, datetime

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, Reduction, total
from mbp_claims.domain.claim import ServiceLine
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Practice

ALLOWANCE = ("CO", "PI")
"""Groups that take from the charge what the payer does not allow; the rest of the charge is the allowed amount."""
FROM_THE_PAYMENT = ("253",)
"""Sequestration is taken from the payment, not from what is allowed (CMS MM8378)."""


@dataclass(frozen=True)
class Check:
    """The payment that the answer came with: check or EFT number, day, cents, and how many claims it paid."""

    trace: str
    paid_on: date
    total_cents: int
    claims: int


@dataclass(frozen=True)
class Eob:
    """One payer's answer to one claim. Without a `check` it was copied from the payer's own paper."""

    practice: Practice
    client: Client
    plan: InsurancePlan
    payer: Payer
    answer: Answer
    claim_number: str
    lines: tuple[ServiceLine, ...]
    next_payer: str
    printed_at: datetime
    printed_by: str
    check: Check | None = None
    by_hand: bool = False

    @property
    def charge_cents(self) -> int:
        return sum(line.charge_cents for line in self.lines)

    def not_allowed(self, line: int | None = None) -> int:
        """Cents of the charge that the payer does not allow, for a line or (None) the whole claim."""
        return total(r for r in self._reductions(line) if _is_not_allowed(r))

    def other(self, line: int | None = None) -> int:
        """Cents of all other adjustments: what somebody else is asked for."""
        return total(r for r in self._reductions(line) if not _is_not_allowed(r))

    @property
    def off_cents(self) -> int:
        """By how much the answer fails to explain the charge; 0 when it adds up."""
        return self.charge_cents - self.answer.paid_cents - self.answer.adjusted_cents

    @property
    def has_claim_level(self) -> bool:
        return bool(self.answer.of_line(CLAIM_LEVEL))

    def _reductions(self, line: int | None) -> tuple[Reduction, ...]:
        return self.answer.reductions if line is None else self.answer.of_line(line)


def _is_not_allowed(reduction: Reduction) -> bool:
    return reduction.group in ALLOWANCE and reduction.reason not in FROM_THE_PAYMENT
