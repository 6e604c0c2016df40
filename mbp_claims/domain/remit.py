"""What an 835 says, parsed and never stored: a file, its payments, and what is not about any claim (cents)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from mbp_claims.domain.imbalance import Imbalance
from mbp_claims.domain.remit_claim import RemitClaim

BPR = 2
"""The segment that holds a payment's total: it always follows the ST."""


@dataclass(frozen=True, slots=True)
class Interchange:
    """The envelope a payment came in. The same sender and control number seen before is a duplicate."""

    sender: str
    receiver: str
    control_number: str
    is_test: bool


@dataclass(frozen=True, slots=True)
class ProviderAdjustment:
    """One reason of a PLB: not about a claim of this payment. A positive amount lowers the payment."""

    reason: str
    reference: str
    amount_cents: int
    provider: str = ""
    fiscal_year_end: date | None = None


@dataclass(frozen=True, slots=True)
class UnreadableClaim:
    """A claim that could not be read while the rest of its payment could; `sentence` says where and why."""

    claim_number: str
    segment: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Payment:
    """One transaction (ST to SE): a check, a transfer, or notice of no payment. `trace_number` names it for ever."""

    interchange: Interchange
    control_number: str
    total_cents: int
    method: str
    paid_on: date
    trace_number: str
    trace_originator: str
    payer_name: str
    payer_identifier: str
    payee_name: str = ""
    payee_npi: str = ""
    payee_tax_id: str = ""
    produced_on: date | None = None
    claims: tuple[RemitClaim, ...] = ()
    provider_adjustments: tuple[ProviderAdjustment, ...] = ()
    unreadable: tuple[UnreadableClaim, ...] = ()
    warnings: tuple[str, ...] = field(default=(), compare=False)

    def imbalances(self) -> tuple[Imbalance, ...]:
        """All equations that do not hold: each claim's, then the payment's own."""
        own = self.imbalance(sum(claim.paid_cents for claim in self.claims))
        return tuple(one for claim in self.claims for one in claim.imbalances()) + ((own,) if own else ())

    def imbalance(self, claims_paid_cents: int) -> Imbalance | None:
        """Rule 23: what the claims were paid, less provider adjustments, is what was paid out."""
        withheld = sum(one.amount_cents for one in self.provider_adjustments)
        terms = (claims_paid_cents, "paid on claims"), (-withheld, "provider adjustments")
        return Imbalance.unless_equal(f"Payment {self.trace_number}", terms, (self.total_cents, "paid out"), BPR)

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
