"""Brings a claim's ledger in step with its answers, after a person corrected one."""

from sqlmodel import Session

from mbp_claims.actions.post_one import change_family
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.post_answer import settle
from mbp_claims.domain.posting import Kind
from mbp_claims.domain.practice import Clinician


def settle_ledger(db: Session, clinician: Clinician, claim: Claim) -> None:
    """Enters the difference; nothing where there is none."""
    change_family(db, clinician, Kind.HAND, claim.id or 0, settle)
