"""Undo of "Is Cigna the primary now?": the plan is the secondary again, behind the primary that has ended."""

from sqlmodel import Session

from mbp_claims.actions.add_plan import changeable
from mbp_claims.actions.settle_plans import settle_plans
from mbp_claims.clock import now
from mbp_claims.db import clients, payers, plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.codes import MSP_TYPES
from mbp_claims.domain.plan import InsurancePlan, Rank
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.succession import came_from, predecessor
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

TOO_LATE = _("That cannot be undone any more. Edit the plan instead.")


def take_back_promotion(
    db: Session, clinician: Clinician, plan_id: int, secondary_id: int, msp_type: str = ""
) -> InsurancePlan:
    """`plan_id` was promoted from `secondary_id`, the same plan or the one that kept its days as secondary.

    `msp_type` is why Medicare paid second there. RuleViolation when the plan was changed or used as a primary since.
    """
    one_at_a_time(db, clinician)
    promoted = changeable(db, clinician, plan_id)
    client = clients.client_by_id(db, clinician, promoted.client_id)
    chart = plans.plans_of(db, client)
    ended, secondary = predecessor(chart, promoted), next((one for one in chart if one.id == secondary_id), None)
    if ended is None or secondary is None or not came_from(promoted, secondary, ended):
        raise RuleViolation(TOO_LATE)
    if plans.has_primary_claims(db, promoted):
        raise RuleViolation(TOO_LATE)
    _vacate(db, chart)
    if secondary is promoted:
        secondary.rank, secondary.msp_type = Rank.SECONDARY, msp_type if msp_type in MSP_TYPES else ""
    else:
        promoted.removed_at, secondary.ends = now(), promoted.ends
    ended.active = True
    settle_plans(db, client, entered=secondary)
    payer = payers.payer(db, clinician, secondary.payer_id).name
    record(db, clinician, f"{payer} is the secondary plan again", client_id=client.id, plan_id=secondary.id)
    return secondary


def _vacate(db: Session, chart: list[InsurancePlan]) -> None:
    """Both places; the secondary first, because it leans on the primary."""
    for rank in (Rank.SECONDARY, Rank.PRIMARY):
        for plan in chart:
            if plan.rank == rank and plan.active:
                plan.step_down()
        db.flush()
