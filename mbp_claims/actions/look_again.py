"""Matches what waits of a payment anew: something of ours may have changed since."""

from sqlmodel import Session

from mbp_claims.actions.review_era import review_remittance
from mbp_claims.db import remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.domain.practice import Clinician


def look_again(db: Session, clinician: Clinician, remittance_id: int) -> None:
    """NotFound when it is no ERA of this practice. Posts nothing."""
    one_at_a_time(db, clinician)
    review_remittance(db, clinician, remittances.remittance(db, clinician, remittance_id))
