"""A claim that was withdrawn comes back to where it was."""

from sqlmodel import Session

from mbp_claims.db import answers, claims
from mbp_claims.db.kept_answers import read_answer
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.claim import ANSWERED, Claim, ClaimStatus
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.secondary import take_answer


def bring_back(db: Session, clinician: Clinician, claim: Claim, status: ClaimStatus) -> None:
    """A withdrawn claim is where it was. A secondary only while its primary is answered, with the answer as it is."""
    if claim.is_secondary:
        primary = claims.primary_of(db, claim)
        kept = answers.latest_adjudication(db, primary.id)
        if primary.status not in ANSWERED or kept is None:
            return
        take_answer(claim, read_answer(db, kept))
        claim.cob_id = kept.id
    _come_back(db, clinician, claim, status)
    db.flush()


def _come_back(db: Session, clinician: Clinician, claim: Claim, status: ClaimStatus) -> None:
    change = claim.move(status)
    claim.note = ""
    record_claim(db, clinician, f"{claim.number} is back", claim, change)
