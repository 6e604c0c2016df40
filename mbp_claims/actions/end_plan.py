"""Ends a plan on a day, or at once."""

from datetime import date, timedelta

from sqlmodel import Session

from mbp_claims.actions.add_plan import changeable
from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.actions.settle_plans import chart_rules, settle_plans
from mbp_claims.clock import today
from mbp_claims.db import clients
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.chart_rules import PlanTerm
from mbp_claims.domain.client import Client
from mbp_claims.domain.days import parse_day, show_day
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.plan import NO_PRIMARY, InsurancePlan, Rank
from mbp_claims.domain.plan_draft import ends_before
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


def end_plan(db: Session, clinician: Clinician, plan_id: int, form: object, seen: int | None = None) -> InsurancePlan:
    """The last day of the plan, as typed in `ends`. A primary cannot end from under its active secondary.

    ChangedSince when it is not as it was `seen` (a version) any more.
    """
    one_at_a_time(db, clinician)
    plan = changeable(db, clinician, plan_id)
    refuse_unseen(db, clinician, plan, seen)
    client = clients.client_by_id(db, clinician, plan.client_id)
    entries = Entries(form, today())
    ends = entries.day("ends", _("End date"), "12/31/2026", _("Enter the end date"))
    if sentence := ends_before(ends, plan.effective):
        entries.refuse("ends", sentence)
    entries.settle()
    if sentence := _refusal(db, client, plan, ends):
        raise RuleViolation.of({"ends": sentence})
    before, plan.ends = plan.ends, ends
    settle_plans(db, client, entered=plan)
    return _recorded(db, clinician, plan, before)


def deactivate_plan(db: Session, clinician: Clinician, plan_id: int) -> InsurancePlan:
    """Makes the plan inactive: yesterday was its last day, or its only day is the one it started on."""
    one_at_a_time(db, clinician)
    plan = changeable(db, clinician, plan_id)
    client = clients.client_by_id(db, clinician, plan.client_id)
    yesterday = today() - timedelta(days=1)
    if plan.effective > today():
        raise RuleViolation(_("This plan has not started yet. Delete it instead."))
    if plan.is_over(today()):
        return plan
    if sentence := _refusal(db, client, plan, yesterday):
        raise RuleViolation(sentence)
    before, plan.ends = plan.ends, max(plan.effective, yesterday)
    settle_plans(db, client, leaving=plan)
    return _recorded(db, clinician, plan, before)


def give_back_end(db: Session, clinician: Clinician, plan_id: int, ends: str) -> InsurancePlan:
    """Undo of either: the last day is what it was before, as 06/30/2026, or "" for none.

    RuleViolation when another plan has those days now, or what it leaned on is gone.
    """
    one_at_a_time(db, clinician)
    plan = changeable(db, clinician, plan_id)
    client = clients.client_by_id(db, clinician, plan.client_id)
    day = _as_it_was(ends)
    if plan.ends == day:
        return plan
    if sentence := ends_before(day, plan.effective) or _refusal(db, client, plan, day):
        raise RuleViolation(sentence)
    before, plan.ends = plan.ends, day
    settle_plans(db, client, entered=plan)
    return _recorded(db, clinician, plan, before)


def _as_it_was(ends: str) -> date | None:
    try:
        return parse_day(ends, today()) if ends else None
    except ValueError:
        raise RuleViolation(_("That cannot be undone any more. Edit the plan instead.")) from None


def _refusal(db: Session, client: Client, plan: InsurancePlan, ends: date | None) -> str:
    """Why the plan's days cannot be so: who leans on it, whom it would lean on, or who has some of the days."""
    rules = chart_rules(db, client, plan)
    term = PlanTerm(Rank(plan.rank), plan.effective, ends)
    if rules.pulled_away(term, today()):
        return rules.leaned_on(today())
    if term.is_over(today()):
        return ""
    if term.rank is Rank.SECONDARY and not rules.has_primary_for(term, today(), again=rules.stands_second(today())):
        return NO_PRIMARY
    there = rules.in_the_way(term, today())
    if there is None:
        return ""
    return _(
        "{names} starts {day}. Choose an end date before that.",
        names=rules.names[there.id or 0],
        day=show_day(there.effective),
    )


def _recorded(db: Session, clinician: Clinician, plan: InsurancePlan, before: date | None) -> InsurancePlan:
    change = (show_day(before) or "no end date", show_day(plan.ends) or "no end date")
    record(db, clinician, "Plan end date changed", change, client_id=plan.client_id, plan_id=plan.id)
    return plan
