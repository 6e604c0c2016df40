"""The secondary claim that follows from a completed primary: exactly one, whatever happens twice."""

from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db import answers, claims, clients, payers, plans
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.denial import crossed_over, ours_to_mend
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.secondary import next_plan, revive, secondary_claim, take_answer
from mbp_claims.domain.standing import may_follow
from mbp_claims.domain.violation import RuleViolation


def generate_secondary(
    db: Session, clinician: Clinician, primary: Claim, answer: Answer, kept: Adjudication, deliberate: bool = False
) -> Claim | None:
    """The one secondary of an answered primary; None when no secondary plan covers its date of service.

    A denial that is ours to mend makes none unless it is deliberate. A secondary that is pending takes the new
    amounts; one that was filed stays as it was filed.
    """
    plan = next_plan(primary, plans.plans_of(db, clients.client_by_id(db, clinician, primary.client_id)))
    there = claims.secondaries_of(db, {primary.id or 0}).get(primary.id or 0)
    if there is not None:
        return _renew(db, clinician, there, plan, answer, kept)
    if plan is None or (ours_to_mend(answer) and not deliberate):
        return None
    claim = secondary_claim(primary, plan, answer, now())
    claim.cob_id = kept.id
    _cross_over(db, clinician, claim, primary, answer)
    db.add(claim)
    db.flush()
    record_claim(db, clinician, f"{claim.number} was created", claim, ("", claim.status))
    return claim


def make_secondary(db: Session, clinician: Clinician, number: str) -> Claim:
    """Deliberately, by a person. RuleViolation when nothing can follow from the claim."""
    primary = claims.claim(db, clinician, number)
    has_secondary = bool(claims.secondaries_of(db, {primary.id or 0}))
    if not may_follow(primary, has_secondary):
        raise RuleViolation(f"{number} has a secondary claim already, or is not completed.")
    made = _follow(db, clinician, primary, deliberate=True)
    if made is None:
        raise RuleViolation("No secondary plan covers the date of service. Add one first.")
    return made


def make_missing_secondaries(db: Session, clinician: Clinician, client_number: str) -> list[Claim]:
    """For a secondary plan that was added late: the secondaries of the completed claims that it covers."""
    missing = missing_secondaries(db, clinician, client_number)
    return [made for primary in missing if (made := _follow(db, clinician, primary))]


def missing_secondaries(db: Session, clinician: Clinician, client_number: str) -> list[Claim]:
    """Answered primary claims that a secondary plan covers and that have no secondary yet."""
    client = clients.client(db, clinician, client_number)
    kept = plans.plans_of(db, client)
    if not any(plan.rank == "secondary" for plan in kept):
        return []
    answered = claims.answered_without_secondary(db, client)
    return [primary for primary in answered if next_plan(primary, kept)]


def _follow(db: Session, clinician: Clinician, primary: Claim, deliberate: bool = False) -> Claim | None:
    kept = answers.latest_adjudication(db, primary.id)
    if kept is None:
        return None
    answer = answers.read_answer(db, kept, claims.service_lines(db, primary))
    return generate_secondary(db, clinician, primary, answer, kept, deliberate)


def _renew(
    db: Session, clinician: Clinician, there: Claim, plan: InsurancePlan | None, answer: Answer, kept: Adjudication
) -> Claim:
    if there.status == ClaimStatus.WITHDRAWN and plan is not None:
        before = there.status
        revive(there, plan, answer)
        record_claim(db, clinician, f"{there.number} is back", there, (before, there.status))
    elif there.status == ClaimStatus.PENDING:
        take_answer(there, answer)
        record_claim(db, clinician, f"{there.number} took the new amounts", there)
    elif there.status in WITH_PAYER:
        there.note = "The primary’s answer has changed since this was filed"
        return there
    if there.status == ClaimStatus.PENDING:
        there.cob_id = kept.id
    db.flush()
    return there


def _cross_over(db: Session, clinician: Clinician, claim: Claim, primary: Claim, answer: Answer) -> None:
    """A claim that its primary payer has sent on is not to be filed by hand."""
    if crossed_over(answer):
        sender = payers.payer(db, clinician, plans.plan(db, clinician, primary.plan_id).payer_id).name
        receiver = payers.payer(db, clinician, plans.plan(db, clinician, claim.plan_id).payer_id).name
        claim.status, claim.note = ClaimStatus.CROSSED_OVER, f"{sender} sent it to {receiver}"
