"""Removes a plan from the chart, and brings it back. Nothing is destroyed: claims and files stay."""

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from mbp_claims.clock import now
from mbp_claims.db import clients, payers, plans
from mbp_claims.db.trail import record, record_claim
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.plan import NO_PRIMARY, SECONDARY_FIRST, InsurancePlan, Rank, holder
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation


@dataclass(frozen=True)
class Removal:
    """What removing a plan would do: claims withdrawn, claims that stay; and the secondary that forbids it, if any."""

    plan: InsurancePlan
    payer: str
    pending: int
    filed: int
    blocked_by: str = ""
    blocked_by_id: int = 0


def weigh_removal(db: Session, clinician: Clinician, plan_id: int) -> Removal:
    """Asked before anything is done, so that the person knows."""
    plan = plans.plan(db, clinician, plan_id)
    pending, filed = plans.claims_on(db, plan)
    payer = payers.payer(db, clinician, plan.payer_id).name
    secondary = _secondary_behind(db, clinician, plan)
    if secondary is None:
        return Removal(plan, payer, len(pending), filed)
    behind = payers.payer(db, clinician, secondary.payer_id).name
    return Removal(plan, payer, len(pending), filed, behind, secondary.id or 0)


def remove_plan(db: Session, clinician: Clinician, plan_id: int) -> Removal:
    """RuleViolation for a primary under an active secondary. Pending claims of the plan are withdrawn."""
    removal = weigh_removal(db, clinician, plan_id)
    plan = removal.plan
    if removal.blocked_by:
        raise RuleViolation(SECONDARY_FIRST)
    if plan.removed_at:
        return removal
    for claim in plans.claims_on(db, plan)[0]:
        change = claim.move(ClaimStatus.WITHDRAWN)
        claim.note = _because(removal.payer)
        record_claim(db, clinician, f"{claim.number} withdrawn: {claim.note}", claim, change)
    plan.step_down()
    plan.removed_at = now()
    try:
        db.flush()
    except IntegrityError as leaning:
        raise RuleViolation(SECONDARY_FIRST) from leaning
    record(db, clinician, f"{removal.payer} plan deleted", client_id=plan.client_id, plan_id=plan.id)
    return removal


def restore_plan(db: Session, clinician: Clinician, plan_id: int) -> InsurancePlan:
    """Undo: the plan takes its place again, and the claims that went with it are pending again."""
    plan = plans.plan(db, clinician, plan_id)
    if plan.removed_at is None:
        return plan
    others = plans.plans_of(db, clients.client_by_id(db, clinician, plan.client_id))
    if holder(others, Rank(plan.rank)):
        raise RuleViolation(f"There is already an active {plan.rank} plan. End it before you bring this one back.")
    primary = holder(others, Rank.PRIMARY)
    if plan.rank == Rank.SECONDARY and primary is None:
        raise RuleViolation(NO_PRIMARY)
    plan.removed_at = None
    if plan.rank == Rank.SECONDARY and primary:
        plan.lean_on(primary)
    else:
        plan.active = True
    payer = payers.payer(db, clinician, plan.payer_id).name
    for claim in db.exec(select(Claim).where(Claim.plan_id == plan.id, Claim.status == ClaimStatus.WITHDRAWN)):
        if claim.note == _because(payer):
            change = claim.move(ClaimStatus.PENDING)
            claim.note = ""
            record_claim(db, clinician, f"{claim.number} is back", claim, change)
    db.flush()
    record(db, clinician, f"{payer} plan restored", client_id=plan.client_id, plan_id=plan.id)
    return plan


def _because(payer: str) -> str:
    return f"The {payer} plan was deleted"


def _secondary_behind(db: Session, clinician: Clinician, plan: InsurancePlan) -> InsurancePlan | None:
    secondary = holder(plans.plans_of(db, clients.client_by_id(db, clinician, plan.client_id)), Rank.SECONDARY)
    return secondary if secondary and plan.active and secondary.primary_id == plan.id else None
