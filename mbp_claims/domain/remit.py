"""What an 835 says, parsed and never stored: a file, its payments and their claims (cents)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from mbp_claims.domain.imbalance import Imbalance
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import Interchange, PaymentEnd, PaymentHead, ProviderAdjustment


@dataclass(frozen=True, slots=True)
class UnreadableClaim:
    """A claim that could not be read while the rest of its payment could; `sentence` says where and why.

    `claim_number` is empty where that is what could not be read.
    """

    claim_number: str
    segment: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Payment(PaymentHead):
    """One transaction (ST to SE) as a whole: a check, a transfer, or notice of no payment."""

    claims: tuple[RemitClaim, ...] = ()
    provider_adjustments: tuple[ProviderAdjustment, ...] = ()
    unreadable: tuple[UnreadableClaim, ...] = ()
    warnings: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, end: PaymentEnd, claims: Iterable[RemitClaim], unreadable: Iterable[UnreadableClaim]) -> "Payment":
        """From what was read one after another."""
        head = {one.name: getattr(end.head, one.name) for one in fields(PaymentHead)}
        return cls(**head, claims=tuple(claims), provider_adjustments=end.provider_adjustments,
                   unreadable=tuple(unreadable), warnings=end.warnings)  # fmt: skip

    @property
    def end(self) -> PaymentEnd:
        """What stands after the last claim, and what the claims came to."""
        return PaymentEnd(
            self, len(self.claims), len(self.unreadable), sum(claim.paid_cents for claim in self.claims),
            self.provider_adjustments, self.warnings,
        )  # fmt: skip

    def imbalances(self) -> tuple[Imbalance, ...]:
        """All equations that do not hold: each claim's, then the payment's own."""
        own = self.end.imbalance
        return tuple(one for claim in self.claims for one in claim.imbalances()) + ((own,) if own else ())

    @property
    def is_balanced(self) -> bool:
        """Nothing is unreadable and no equation that blocks is broken."""
        return not self.unreadable and not any(one.blocks for one in self.imbalances())


@dataclass(frozen=True, slots=True)
class RemitFile:
    """A whole 835 file: several interchanges, several payments each with its own trace and total."""

    payments: tuple[Payment, ...]

    @property
    def interchanges(self) -> tuple[Interchange, ...]:
        return tuple(dict.fromkeys(payment.interchange for payment in self.payments))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd about the file, its payments and their claims, in the file's order; each sentence once."""
        said = dict.fromkeys(
            sentence
            for payment in self.payments
            for sentence in (*payment.warnings, *(text for claim in payment.claims for text in claim.warnings))
        )
        return tuple(said)

    def imbalances(self) -> tuple[Imbalance, ...]:
        return tuple(one for payment in self.payments for one in payment.imbalances())


def correction_of(reversal: RemitClaim, claims: Sequence[RemitClaim]) -> RemitClaim | None:
    """The claim after the reversal that replaces it: same number of ours, or REF*F8 names the payer's old number."""
    after = claims[claims.index(reversal) + 1 :] if reversal in claims else claims
    return next((claim for claim in after if _corrects(claim, reversal)), None)


def _corrects(claim: RemitClaim, reversal: RemitClaim) -> bool:
    same = claim.claim_number == reversal.claim_number
    named = bool(reversal.payer_control_number) and claim.original_number == reversal.payer_control_number
    return claim.is_adjudication and (same or named)
