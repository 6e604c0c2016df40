"""Marks a claim as not billable, and takes that back."""

from sqlmodel import Session

from mbp_claims.db import claims, payers, plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record_claim, status_before
from mbp_claims.domain.claim import SAID, WAITS_FOR_US, Claim, ClaimStatus
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


def mark_not_billable(db: Session, clinician: Clinician, number: str) -> Claim:
    """RuleViolation unless the claim waits for us."""
    one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    if claim.status == ClaimStatus.NOT_BILLABLE:
        return claim
    if claim.status not in WAITS_FOR_US:
        said = SAID[ClaimStatus(claim.status)]
        raise RuleViolation(
            _(
                "{number} is {status}. Only a claim that waits for you can be put away.",
                number=claim.number,
                status=said,
            )
        )
    record_claim(db, clinician, f"{claim.number} marked as not billable", claim, claim.move(ClaimStatus.NOT_BILLABLE))
    db.flush()
    return claim


def mark_billable(db: Session, clinician: Clinician, number: str) -> Claim:
    """To where it was: pending, or rejected. RuleViolation when its plan was deleted in the meantime."""
    one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    if claim.status != ClaimStatus.NOT_BILLABLE:
        return claim
    plan = plans.plan(db, clinician, claim.plan_id)
    if plan.removed_at:
        payer = payers.payer(db, clinician, plan.payer_id).name
        raise RuleViolation(
            _("The {payer} plan was deleted. Bring it back before you bill {number}.", payer=payer, number=claim.number)
        )
    before = status_before(db, clinician, claim, ClaimStatus.NOT_BILLABLE) or ClaimStatus.PENDING
    change = claim.move(ClaimStatus(before))
    record_claim(db, clinician, f"{claim.number} is billable again", claim, change)
    db.flush()
    return claim
