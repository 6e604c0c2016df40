"""An 835 at once: a file, or payment by payment. For long payments, and for progress, see `era_reader`.

The equations (rules 20 to 24) do not refuse a file: ask `payment.imbalances()`.
"""

from collections.abc import Iterator

from mbp_claims.domain.remit import Payment, RemitFile, UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import PaymentEnd
from mbp_claims.x12.era_reader import EraReader
from mbp_claims.x12.intake import AS_IT_COMES, Intake
from mbp_claims.x12.tape import Source


def read_835(data: bytes, name: str = "This file") -> RemitFile:
    """The whole file, or X12Error: nothing of a file that is refused is to be used."""
    return RemitFile(tuple(read_payments(data, Intake(name))))


def read_payments(source: Source, intake: Intake = AS_IT_COMES) -> Iterator[Payment]:
    """One payment at a time with its claims. The file is good only when there is no X12Error after the last either."""
    claims: list[RemitClaim] = []
    unreadable: list[UnreadableClaim] = []
    for part in EraReader(source, intake):
        if isinstance(part, RemitClaim):
            claims.append(part)
        elif isinstance(part, UnreadableClaim):
            unreadable.append(part)
        elif isinstance(part, PaymentEnd):
            yield Payment.of(part, claims, unreadable)
            claims, unreadable = [], []
