"""When the primary's end date has passed: the plan behind it becomes the primary, in one step."""

from sqlmodel import Session

from mbp_claims.clock import now, today
from mbp_claims.db import clients, payers, plans
from mbp_claims.db.trail import record
from mbp_claims.domain.plan import InsurancePlan, Rank, day_after, holder
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation


def successor(kept: list[InsurancePlan]) -> tuple[InsurancePlan, InsurancePlan] | None:
    """The primary whose end date has passed and the plan that may follow it: a later primary, else the secondary."""
    ended = holder(kept, Rank.PRIMARY)
    if ended is None or ended.ends is None or ended.ends >= today():
        return None
    waiting = [p for p in kept if p.rank == Rank.PRIMARY and p.id != ended.id and p.covers(today())]
    behind = holder(kept, Rank.SECONDARY)
    following = next(iter(waiting), behind if behind and behind.covers(today()) else None)
    return (ended, following) if following else None


def promote_plan(db: Session, clinician: Clinician, client_number: str) -> InsurancePlan:
    """The plan that is the primary now. A promoted secondary keeps its days as secondary, as a plan of the past."""
    client = clients.client(db, clinician, client_number)
    kept = plans.plans_of(db, client)
    if (pair := successor(kept)) is None:
        raise RuleViolation("There is no ended primary plan with another plan behind it.")
    ended, following = pair
    behind = holder(kept, Rank.SECONDARY)
    if behind:
        behind.step_down()
    ended.step_down()
    db.flush()
    primary = following if following.rank == Rank.PRIMARY else _promoted(following, ended)
    primary.active = True
    db.add(primary)
    db.flush()
    if behind and behind is not following:
        behind.lean_on(primary)
        db.flush()
    payer = payers.payer(db, clinician, primary.payer_id).name
    record(db, clinician, f"{payer} is the primary plan now", client_id=client.id, plan_id=primary.id)
    return primary


def _promoted(secondary: InsurancePlan, ended: InsurancePlan) -> InsurancePlan:
    """The same plan as a primary. Its days behind the old primary stay with the old row, so that
    services of those days still find their secondary."""
    assert ended.ends is not None
    if secondary.effective > ended.ends:
        secondary.rank = Rank.PRIMARY
        return secondary
    copied = secondary.model_dump(exclude={"id", "rank", "effective", "created_at"})
    secondary.ends = ended.ends
    return InsurancePlan(
        **copied, rank=Rank.PRIMARY, effective=max(secondary.effective, day_after(ended.ends)), created_at=now()
    )
