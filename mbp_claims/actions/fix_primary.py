"""Takes a denied claim up again, to be corrected and filed as a replacement of what the payer denied."""

from sqlmodel import Session

from mbp_claims.actions.post_one import change_family
from mbp_claims.db import claims
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.post_answer import take_up
from mbp_claims.domain.posting import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.standing import may_fix
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


def fix_primary(db: Session, clinician: Clinician, number: str) -> Claim:
    """It waits for us again and may be edited; filed, it goes with frequency 7 and the payer's own number.

    The denial stays on record, the ledger takes it back, and a secondary that was not sent is withdrawn.
    RuleViolation unless the denial is ours to mend.
    """
    one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    if not may_fix(claim):
        raise RuleViolation(_("{number} was not denied for a reason that you can mend.", number=number))
    send_back(db, clinician, claim)
    return claim


def send_back(db: Session, clinician: Clinician, claim: Claim) -> None:
    """From denied to pending."""
    claim_id = claim.id or 0
    change_family(db, clinician, Kind.REOPEN, claim_id, lambda family, journal: take_up(family, claim_id, journal))
