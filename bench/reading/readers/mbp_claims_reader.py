"""Every claim read, every equation of lines, claims and payment asked."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import PaymentEnd
from mbp_claims.x12.era_reader import EraReader
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.tape import UNLIMITED


def read(path: str) -> int:
    with Path(path).open("rb") as file:
        reader = EraReader(file, Intake(largest=UNLIMITED))
        for part in reader:
            if isinstance(part, RemitClaim):
                assert not part.imbalances()
            elif isinstance(part, PaymentEnd):
                assert not part.imbalance
    return reader.claims_read
