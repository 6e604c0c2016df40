"""Marks a claim as not billable, and takes that back."""

from sqlmodel import Session

from mbp_claims.db import claims
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.claim import WAITS_FOR_US, Claim, ClaimStatus
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation


def mark_not_billable(db: Session, clinician: Clinician, number: str) -> Claim:
    """RuleViolation once the claim went out."""
    claim = claims.claim(db, clinician, number)
    if claim.status == ClaimStatus.NOT_BILLABLE:
        return claim
    if claim.status not in WAITS_FOR_US:
        raise RuleViolation(f"{number} was filed already. Only a claim that waits for you can be put away.")
    record_claim(db, clinician, f"{number} marked as not billable", claim, claim.move(ClaimStatus.NOT_BILLABLE))
    db.flush()
    return claim


def mark_billable(db: Session, clinician: Clinician, number: str) -> Claim:
    claim = claims.claim(db, clinician, number)
    if claim.status == ClaimStatus.NOT_BILLABLE:
        record_claim(db, clinician, f"{number} is billable again", claim, claim.move(ClaimStatus.PENDING))
        db.flush()
    return claim
