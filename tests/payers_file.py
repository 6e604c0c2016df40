"""A payer's 835 to the practice of the authored files, written from what it says of claims."""

from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import Interchange, ProviderAdjustment
from mbp_claims.x12.remit_835 import write_835
from tests.many_claims import THEN

FIRST, SECOND = "60054", "NWM01"
"""Identifiers of the payers of an `authored_practice`."""


def payers_file(
    *claims: RemitClaim, payer: str = FIRST, trace: str = "T1", control: str = "000000101", withheld: int = 0
) -> bytes:
    """One payment, which adds up; `withheld` cents are kept back by a PLB."""
    plb = (ProviderAdjustment("WO", "X", withheld, "1234567893"),) if withheld else ()
    payment = Payment(
        Interchange("CLEARHOUSE1", "CALMHARBOR", control, True), "0001",
        sum(one.paid_cents for one in claims) - withheld, "ACH", THEN.date(), trace, "1512345678", "PAYER", payer,
        "CALM HARBOR", "1234567893", "123456789", claims=claims, provider_adjustments=plb,
    )  # fmt: skip
    return write_835(payment, THEN).encode()
