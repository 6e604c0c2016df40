"""Removes a plan from the chart, and brings it back. Nothing is destroyed: claims and files stay."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from mbp_claims.actions.settle_plans import chart_rules, settle_plans
from mbp_claims.actions.withdraw_claims import bring_back_claims, withdraw_claims
from mbp_claims.clock import local, now, today
from mbp_claims.db import clients, payers, plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.chart_rules import ChartRules, PlanTerm
from mbp_claims.domain.plan import NO_PRIMARY, SECONDARY_FIRST, InsurancePlan, Rank, holder
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.succession import holders
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


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
    one_at_a_time(db, clinician)
    removal = weigh_removal(db, clinician, plan_id)
    plan = removal.plan
    if removal.blocked_by:
        raise RuleViolation(SECONDARY_FIRST)
    if plan.removed_at:
        return removal
    withdraw_claims(db, clinician, plan, removal.payer)
    settle_plans(db, clients.client_by_id(db, clinician, plan.client_id), leaving=plan)
    plan.removed_at = now()
    db.flush()
    record(db, clinician, f"{removal.payer} plan deleted", client_id=plan.client_id, plan_id=plan.id)
    return removal


def restore_plan(db: Session, clinician: Clinician, plan_id: int) -> InsurancePlan:
    """Undo: the plan takes its place again, and the claims that went with it come back.

    RuleViolation when another plan has its days now, or the primary it leaned on is gone.
    """
    one_at_a_time(db, clinician)
    plan = plans.plan(db, clinician, plan_id)
    if plan.removed_at is None:
        return plan
    client = clients.client_by_id(db, clinician, plan.client_id)
    _refuse(chart_rules(db, client, plan), PlanTerm.of(plan), local(plan.removed_at).date())
    plan.removed_at = None
    settle_plans(db, client, entered=plan)
    payer = payers.payer(db, clinician, plan.payer_id).name
    bring_back_claims(db, clinician, plan, payer)
    record(db, clinician, f"{payer} plan restored", client_id=plan.client_id, plan_id=plan.id)
    return plan


def _refuse(rules: ChartRules, term: PlanTerm, removed: date) -> None:
    if term.is_over(today()):
        return
    if rules.in_the_way(term, today()):
        raise RuleViolation(
            _("There is already an active {rank} plan. End it before you bring this one back.", rank=_(term.rank))
        )
    before = holder(rules.others, Rank.PRIMARY)
    had_ended = before is not None and before.is_over(removed)
    if term.rank is Rank.SECONDARY and not rules.has_primary_for(term, today(), again=had_ended):
        raise RuleViolation(NO_PRIMARY)


def _secondary_behind(db: Session, clinician: Clinician, plan: InsurancePlan) -> InsurancePlan | None:
    primary, secondary = holders(plans.plans_of(db, clients.client_by_id(db, clinician, plan.client_id)), today())
    return secondary if plan.rank == Rank.PRIMARY and primary is plan else None
