"""Ends a plan on a day, or at once."""

from datetime import date, timedelta

from sqlmodel import Session

from mbp_claims.clock import today
from mbp_claims.db import clients, payers, plans
from mbp_claims.db.trail import record
from mbp_claims.domain.days import show_day
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.plan import InsurancePlan, Rank, holder
from mbp_claims.domain.plan_draft import ends_before, primary_leaned_on
from mbp_claims.domain.practice import Clinician


def end_plan(db: Session, clinician: Clinician, plan_id: int, form: object) -> InsurancePlan:
    """The last day of the plan, as typed in `ends`. A primary cannot end from under its active secondary."""
    plan = plans.plan(db, clinician, plan_id)
    entries = Entries(form, today())
    ends = entries.day("ends", "End date", "12/31/2026", "Enter the end date")
    return _end(db, clinician, plan, entries, ends)


def deactivate_plan(db: Session, clinician: Clinician, plan_id: int) -> InsurancePlan:
    """Makes the plan inactive: yesterday was its last day, or its only day is the one it started on."""
    plan = plans.plan(db, clinician, plan_id)
    return _end(db, clinician, plan, Entries({}, today()), max(plan.effective, today() - timedelta(days=1)), now=True)


def _end(
    db: Session, clinician: Clinician, plan: InsurancePlan, entries: Entries, ends: date | None, now: bool = False
) -> InsurancePlan:
    if sentence := ends_before(ends, plan.effective):
        entries.refuse("ends", sentence)
    over = now or (ends is not None and ends < today())
    if over and (leaning := _leaning(db, clinician, plan)):
        entries.refuse("ends", primary_leaned_on(leaning))
    entries.settle()
    before, plan.ends = plan.ends, ends
    if over:
        plan.step_down()
    db.flush()
    change = (show_day(before) or "no end date", show_day(ends))
    record(db, clinician, "Plan end date changed", change, client_id=plan.client_id, plan_id=plan.id)
    return plan


def _leaning(db: Session, clinician: Clinician, plan: InsurancePlan) -> str:
    """The payer of the active secondary that leans on this plan, if one does."""
    secondary = holder(plans.plans_of(db, clients.client_by_id(db, clinician, plan.client_id)), Rank.SECONDARY)
    if secondary is None or secondary.primary_id != plan.id:
        return ""
    return payers.payer(db, clinician, secondary.payer_id).name
