"""What an 835 says of a payment itself, before its first claim and after its last, parsed and never stored (cents)."""

from dataclasses import dataclass, field
from datetime import date

from mbp_claims.domain.imbalance import Imbalance
from mbp_claims.domain.remit_line import Reference

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
class Contact:
    """A PER: `BL` is whom to ask about the file, `CX` about claims. `numbers` are pairs such as `TE` 8005550100."""

    function: str
    name: str
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ProviderAdjustment:
    """One reason of a PLB: not about a claim of this payment. A positive amount lowers the payment."""

    reason: str
    reference: str
    amount_cents: int
    provider: str = ""
    fiscal_year_end: date | None = None


@dataclass(frozen=True, slots=True)
class PaymentHead:
    """A payment before its first claim: who paid whom, how much, when. `trace_number` names it for ever."""

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
    references: tuple[Reference, ...] = ()
    payer_references: tuple[Reference, ...] = ()
    payee_references: tuple[Reference, ...] = ()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class PaymentEnd:
    """A payment after its last claim: `claims` were read and came to `claims_paid_cents`; `unreadable` were not."""

    head: PaymentHead
    claims: int
    unreadable: int
    claims_paid_cents: int
    provider_adjustments: tuple[ProviderAdjustment, ...] = ()
    warnings: tuple[str, ...] = field(default=(), compare=False)

    @property
    def imbalance(self) -> Imbalance | None:
        """Rule 23: what the claims were paid, less provider adjustments, is what was paid out."""
        withheld = sum(one.amount_cents for one in self.provider_adjustments)
        terms = (self.claims_paid_cents, "paid on claims"), (-withheld, "provider adjustments")
        subject, target = f"Payment {self.head.trace_number}", (self.head.total_cents, "paid out")
        return Imbalance.unless_equal(subject, terms, target, BPR)
