"""What an 835 says of a claim is kept as text, and nothing of it is lost on the way back."""

from pathlib import Path

import pytest

from mbp_claims.domain.kept_remit import keep_remit, read_remit
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.x12.era_835 import read_835

FILES = Path(__file__).parent.parent / "x12" / "files"


@pytest.mark.parametrize("path", sorted(FILES.rglob("*.835")), ids=lambda path: "/".join(path.parts[-2:]))
def test_every_claim_of_every_file_comes_back_as_it_was(path: Path):
    try:
        payments = read_835(path.read_bytes()).payments
    except RuleViolation:
        payments = ()
    claims = [claim for payment in payments for claim in payment.claims]
    assert [read_remit(keep_remit(claim)) for claim in claims] == claims
    assert [read_remit(keep_remit(claim)).warnings for claim in claims] == [claim.warnings for claim in claims]
