"""When the primary's end date has passed: the plan behind it becomes the primary, in one step."""

from sqlmodel import Session

from mbp_claims.actions.settle_plans import settle_plans
from mbp_claims.clock import now, today
from mbp_claims.db import clients, payers, plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.card import Card
from mbp_claims.domain.plan import InsurancePlan, Rank, day_after
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.succession import succession
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


def successor(kept: list[InsurancePlan]) -> tuple[InsurancePlan, InsurancePlan] | None:
    """The primary whose end date has passed and the secondary that may follow it; None when nothing is to be asked."""
    return succession(kept, today())


def promote_plan(db: Session, clinician: Clinician, client_number: str) -> InsurancePlan:
    """The plan that is the primary now. A promoted secondary keeps its days as secondary, as a plan of the past."""
    one_at_a_time(db, clinician)
    client = clients.client(db, clinician, client_number)
    pair = successor(plans.plans_of(db, client))
    if pair is None:
        raise RuleViolation(_("There is no ended primary plan with another plan behind it."))
    ended, following = pair
    settle_plans(db, client, leaving=following)
    primary = _promoted(db, following, ended)
    settle_plans(db, client, entered=primary)
    payer = payers.payer(db, clinician, primary.payer_id).name
    record(db, clinician, f"{payer} is the primary plan now", client_id=client.id, plan_id=primary.id)
    return primary


def _promoted(db: Session, secondary: InsurancePlan, ended: InsurancePlan) -> InsurancePlan:
    """The same plan as a primary. Its days behind the old primary stay with the old row, so that
    services of those days still find their secondary."""
    assert ended.ends is not None
    if secondary.effective > ended.ends:
        secondary.rank, secondary.msp_type = Rank.PRIMARY, ""
        return secondary
    copied = secondary.model_dump(exclude={"id", "rank", "effective", "created_at", "msp_type"})
    secondary.ends = ended.ends
    primary = InsurancePlan(**copied, rank=Rank.PRIMARY, effective=day_after(ended.ends), created_at=now())
    db.add(primary)
    db.flush()
    _copy_cards(db, secondary, primary)
    return primary


def _copy_cards(db: Session, old: InsurancePlan, new: InsurancePlan) -> None:
    for card in plans.whole_cards(db, old):
        db.add(Card(**card.model_dump(exclude={"id", "plan_id"}), plan_id=new.id or 0))
