"""A secondary claim that is there already when its primary is answered anew, or comes back."""

from sqlmodel import Session

from mbp_claims.db import answers, claims, payers, plans
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import ANSWERED, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.denial import crossed_over
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.secondary import take_answer

CHANGED = "The primary’s answer has changed since this was filed"


def renew_secondary(
    db: Session, clinician: Clinician, claim: Claim, answer: Answer, kept: Adjudication
) -> Claim | None:
    """One that was not sent takes the new amounts; one that was sent stays as it was, and says so (None)."""
    if claim.status in (*WITH_PAYER, *ANSWERED):
        claim.note = CHANGED if claim.status in WITH_PAYER else claim.note
        record_claim(db, clinician, f"{claim.number}: {CHANGED[0].lower()}{CHANGED[1:]}", claim)
        return None
    if claim.status == ClaimStatus.WITHDRAWN:
        _come_back(db, clinician, claim, ClaimStatus.PENDING)
    else:
        record_claim(db, clinician, f"{claim.number} took the new amounts", claim)
    take_answer(claim, answer)
    claim.cob_id = kept.id
    if claim.status == ClaimStatus.PENDING and crossed_over(answer):
        change = cross_over(db, clinician, claim)
        record_claim(db, clinician, f"{claim.number} crossed over", claim, change)
    db.flush()
    return claim


def bring_back(db: Session, clinician: Clinician, claim: Claim, status: ClaimStatus) -> None:
    """A withdrawn claim is where it was. A secondary only while its primary is answered, with the answer as it is."""
    if claim.is_secondary:
        primary = claims.primary_of(db, claim)
        kept = answers.latest_adjudication(db, primary.id)
        if primary.status not in ANSWERED or kept is None:
            return
        take_answer(claim, answers.read_answer(db, kept, claims.service_lines(db, primary)))
        claim.cob_id = kept.id
    _come_back(db, clinician, claim, status)
    db.flush()


def cross_over(db: Session, clinician: Clinician, claim: Claim) -> tuple[str, str]:
    """A claim that its primary payer has sent on is not to be filed by hand. Gives the status before and after."""
    primary = claims.primary_of(db, claim)
    sender, receiver = (
        payers.payer(db, clinician, plans.plan(db, clinician, of.plan_id).payer_id).name for of in (primary, claim)
    )
    change = claim.move(ClaimStatus.CROSSED_OVER)
    claim.note = f"{sender} sent it to {receiver}"
    return change


def _come_back(db: Session, clinician: Clinician, claim: Claim, status: ClaimStatus) -> None:
    change = claim.move(status)
    claim.note = ""
    record_claim(db, clinician, f"{claim.number} is back", claim, change)
