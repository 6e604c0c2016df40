"""Keeps who holds which rank in step with the plans' dates, after a plan was added, changed, removed or restored."""

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from mbp_claims.clock import today
from mbp_claims.db import payers, plans
from mbp_claims.db.errors import needs_primary
from mbp_claims.domain.chart_rules import ChartRules
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import NO_PRIMARY, InsurancePlan, Rank, holder
from mbp_claims.domain.succession import holders
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

SOMEBODY_ELSE = _("Somebody else has just changed the plans of this client. Reload to see them.")


def settle_plans(
    db: Session, client: Client, entered: InsurancePlan | None = None, leaving: InsurancePlan | None = None
) -> None:
    """Whoever is to hold a rank holds it, nobody else does, and the secondary leans on its primary.

    `entered` is the plan that a person has just saved, `leaving` one that gives up its place whatever its dates say.
    The database has the last word: RuleViolation.
    """
    db.flush()
    everyone = plans.plans_of(db, client)
    kept = [plan for plan in everyone if plan is not leaving]
    primary, secondary = holders(kept, today(), entered)
    if leaving and leaving.rank == Rank.SECONDARY:
        # An ended primary waits one change more, so that undo finds what the secondary leaned on.
        primary = primary or holder(kept, Rank.PRIMARY)
    try:
        _step_down(db, [plan for plan in everyone if plan.rank == "secondary" and _moves(plan, secondary, primary)])
        _step_down(db, [plan for plan in everyone if plan.rank == "primary" and plan is not primary])
        if primary and not primary.active:
            primary.active = True
            db.flush()
        if primary and secondary and not secondary.active:
            secondary.lean_on(primary)
            db.flush()
    except IntegrityError as clash:
        sentence = NO_PRIMARY if needs_primary(clash) else SOMEBODY_ELSE
        raise RuleViolation.of({"secondary": sentence}) from clash


def chart_rules(db: Session, client: Client, edited: InsurancePlan | None = None) -> ChartRules:
    """The rules of the client's chart as it stands; `edited` is the plan that is to change."""
    others = tuple(plan for plan in plans.plans_of(db, client) if edited is None or plan.id != edited.id)
    names = payers.payer_names(db, {plan.payer_id for plan in others})
    return ChartRules(others, {plan.id or 0: names[plan.payer_id] for plan in others}, edited)


def _moves(plan: InsurancePlan, secondary: InsurancePlan | None, primary: InsurancePlan | None) -> bool:
    """Whether it gives up its place, or leans on another primary from now on."""
    return plan is not secondary or primary is None or plan.primary_id != primary.id


def _step_down(db: Session, leaving: list[InsurancePlan]) -> None:
    for plan in leaving:
        if plan.active:
            plan.step_down()
    db.flush()
