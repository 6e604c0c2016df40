"""What happens to the claims that wait for us when their plan is deleted, and when that is undone."""

from sqlmodel import Session

from mbp_claims.actions.renew_secondary import bring_back
from mbp_claims.db import claims, plans, trail
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician


def withdraw_claims(db: Session, clinician: Clinician, plan: InsurancePlan, payer: str) -> None:
    """What was filed stays."""
    for claim in plans.claims_on(db, plan)[0]:
        change = claim.move(ClaimStatus.WITHDRAWN)
        claim.note = _because(payer)
        trail.record_claim(db, clinician, f"{claim.number} withdrawn: {claim.note}", claim, change)
    db.flush()


def bring_back_claims(db: Session, clinician: Clinician, plan: InsurancePlan, payer: str) -> None:
    """Those that were withdrawn with the plan, each to where it was: pending, or rejected."""
    for claim in claims.withdrawn(db, plan, _because(payer)):
        before = trail.status_before(db, clinician, claim, ClaimStatus.WITHDRAWN)
        bring_back(db, clinician, claim, ClaimStatus(before or ClaimStatus.PENDING))


def _because(payer: str) -> str:
    return f"The {payer} plan was deleted"
