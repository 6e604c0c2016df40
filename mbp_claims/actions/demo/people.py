"""Clients of the cast and their plans, added as a clinician adds them."""

from sqlmodel import Session, col, select

from mbp_claims.actions.add_client import add_client
from mbp_claims.actions.add_plan import add_plan
from mbp_claims.actions.demo.past import day
from mbp_claims.actions.remove_plan import remove_plan
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.trail import record
from mbp_claims.domain.cast.shapes import CastClient, CastPlan, CastSubscriber
from mbp_claims.domain.days import show_day
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician


def add_cast_client(db: Session, clinician: Clinician, client: CastClient) -> None:
    practice = practice_of(db, clinician)
    coming, practice.next_client = practice.next_client, client.number
    home = client.home
    add_client(db, clinician, {
        "first_name": client.first_name, "middle_name": client.middle_name, "last_name": client.last_name,
        "born": client.born.isoformat(), "sex": client.sex, "pronouns": client.pronouns, "address": home.street,
        "city": home.city, "state": home.state, "zip": home.zip, "phone": client.phone, "email": client.email,
    })  # fmt: skip
    practice.next_client = max(coming, client.number + 1)


def add_cast_plan(db: Session, clinician: Clinician, client: CastClient, plan: CastPlan) -> None:
    form = {
        "payer": str(_payer(db, *plan.payer).id), "name": plan.name, "member_id": plan.member_id,
        "group_number": plan.group, "copay": plan.copay, "secondary": plan.rank == "secondary",
        "msp_type": plan.msp_type, "effective": day(plan.effective).isoformat(),
        "ends": "" if plan.ends is None else day(plan.ends).isoformat(), **_subscriber(plan.subscriber),
    }  # fmt: skip
    add_plan(db, clinician, client.code, form)


def _payer(db: Session, name: str, number: str) -> Payer:
    everybodys = col(Payer.practice_id).is_(None)
    return db.exec(select(Payer).where(everybodys, Payer.payer_id == number, Payer.name == name)).one()


def _subscriber(subscriber: CastSubscriber | None) -> dict[str, object]:
    if subscriber is None:
        return {"relationship": "self"}
    return {
        "relationship": subscriber.relationship, "sub_first": subscriber.first_name, "sub_last": subscriber.last_name,
        "sub_born": subscriber.born.isoformat(), "sub_sex": subscriber.sex, "sub_same_address": True,
    }  # fmt: skip


def find_ended(db: Session, clinician: Clinician, plan: CastPlan) -> None:
    """The payer ended the plan while another leans on it: the chart will ask which is the primary now."""
    kept = _kept(db, clinician, plan)
    kept.ends = day(plan.found_ended or 0)
    db.flush()
    change = ("no end date", show_day(kept.ends))
    record(db, clinician, "Plan end date changed", change, client_id=kept.client_id, plan_id=kept.id)


def remove_cast_plan(db: Session, clinician: Clinician, plan: CastPlan) -> None:
    remove_plan(db, clinician, _kept(db, clinician, plan).id or 0)


def _kept(db: Session, clinician: Clinician, plan: CastPlan) -> InsurancePlan:
    ours = InsurancePlan.practice_id == clinician.practice_id
    member_id = plan.member_id.replace(" ", "")
    return db.exec(select(InsurancePlan).where(ours, InsurancePlan.member_id == member_id)).one()
