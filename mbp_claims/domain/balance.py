"""The equation of every payer's answer: charge = paid + adjusted (005010X221A1, 1.10.2; 005010X222A1, 2430)."""

from collections.abc import Mapping
from dataclasses import dataclass

from mbp_claims.domain.answer import Answer, total
from mbp_claims.domain.money import format_cents
from mbp_claims.words import _


@dataclass(frozen=True)
class Balance:
    """Cents of one line or of the whole claim."""

    charge: int
    paid: int
    adjusted: int

    @property
    def short(self) -> int:
        """Positive: so much is not explained. Negative: so much is explained too often."""
        return self.charge - self.paid - self.adjusted

    @property
    def balanced(self) -> bool:
        return self.short == 0

    @property
    def word(self) -> str:
        """`Balanced`, `$4.00 short` or `$4.00 over`."""
        if self.balanced:
            return _("Balanced")
        return (
            _("{short} short", short=format_cents(abs(self.short)))
            if self.short > 0
            else _("{short} over", short=format_cents(abs(self.short)))
        )

    def refusal(self, name: str) -> str:
        """`Line 1 is $4.00 short. The charge of $160.00 must equal the $84.00 paid plus the adjustments.`"""
        return _(
            "{name} is {word}. The charge of {charge} must equal the {paid} paid plus the adjustments.",
            name=name,
            word=self.word,
            charge=format_cents(self.charge),
            paid=format_cents(self.paid),
        )


def line_balances(charges: Mapping[int, int], answer: Answer) -> dict[int, Balance]:
    """One equation per service line (position to balance); none when the payer answered the claim as a whole."""
    if not answer.by_line:
        return {}
    return {
        line: Balance(charge, answer.paid_for(line), total(answer.of_line(line))) for line, charge in charges.items()
    }


def claim_balance(charges: Mapping[int, int], answer: Answer) -> Balance:
    """The whole claim: all charges, the claim's payment, adjustments of both levels."""
    return Balance(sum(charges.values()), answer.paid_cents, answer.adjusted_cents)
