"""Adds an insurance plan to a client's chart; edits one."""

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from mbp_claims.clock import now, today
from mbp_claims.db import clients, payers, plans
from mbp_claims.db.trail import record
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import NO_PRIMARY, InsurancePlan, Rank, holder
from mbp_claims.domain.plan_draft import NEW_PAYER, ChartRules, PlanDraft
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation

NO_SUCH_PAYER = "Choose a payer from the list"


def add_plan(db: Session, clinician: Clinician, client_number: str, form: object) -> InsurancePlan:
    """RuleViolation with a sentence for each field or rule that refuses; else the plan, in its place."""
    client = clients.client(db, clinician, client_number)
    rules = _rules(db, client)
    draft = PlanDraft.parse(form, client, rules, today())
    plan = InsurancePlan(practice_id=clinician.practice_id, client_id=client.id or 0, created_at=now(), active=False,
                         rank=draft.rank, payer_id=0, effective=draft.effective, member_id="")  # fmt: skip
    payer = _fill(db, clinician, plan, draft)
    _take_place(db, plan, draft, rules)
    record(db, clinician, f"{payer.name} added as {plan.rank} plan", client_id=client.id, plan_id=plan.id)
    return plan


def edit_plan(db: Session, clinician: Clinician, plan_id: int, form: object) -> InsurancePlan:
    """The same form over a plan that exists. Claims that were filed keep what they said, in their files."""
    plan = plans.plan(db, clinician, plan_id)
    client = clients.client_by_id(db, clinician, plan.client_id)
    rules = _rules(db, client, plan)
    draft = PlanDraft.parse(form, client, rules, today())
    payer = _fill(db, clinician, plan, draft)
    if plan.rank != draft.rank or not rules.takes_place(draft, today()):
        plan.step_down()
        plan.rank = draft.rank
    _take_place(db, plan, draft, rules)
    record(db, clinician, f"{payer.name} plan changed", client_id=client.id, plan_id=plan.id)
    return plan


def check_plan(db: Session, clinician: Clinician, client_number: str, plan_id: int, form: object) -> None:
    """RuleViolation as saving the form would raise it now; saves nothing. `plan_id` is 0 for a plan to be added."""
    client = clients.client(db, clinician, client_number)
    edited = plans.plan(db, clinician, plan_id) if plan_id else None
    PlanDraft.parse(form, client, _rules(db, client, edited), today())


def _rules(db: Session, client: Client, edited: InsurancePlan | None = None) -> ChartRules:
    others = tuple(plan for plan in plans.plans_of(db, client) if edited is None or plan.id != edited.id)
    names = payers.payer_names(db, {plan.payer_id for plan in others})
    return ChartRules(others, {plan.id or 0: names[plan.payer_id] for plan in others}, edited)


def _fill(db: Session, clinician: Clinician, plan: InsurancePlan, draft: PlanDraft) -> Payer:
    payer = _payer(db, clinician, draft.payer)
    for name, value in draft.values.items():
        setattr(plan, name, value)
    plan.payer_id, plan.claim_filing = payer.id or 0, payer.claim_filing
    plan.effective, plan.ends = draft.effective, draft.ends
    return payer


def _payer(db: Session, clinician: Clinician, choice: str) -> Payer:
    if choice.startswith(NEW_PAYER):
        name = choice.removeprefix(NEW_PAYER).strip()[:60]
        payer = Payer(practice_id=clinician.practice_id, name=name, payer_id="")
        db.add(payer)
        db.flush()
        return payer
    try:
        return payers.payer(db, clinician, int(choice) if choice.isdecimal() else 0)
    except NotFound as missing:
        raise RuleViolation.of({"payer": NO_SUCH_PAYER}) from missing


def _take_place(db: Session, plan: InsurancePlan, draft: PlanDraft, rules: ChartRules) -> None:
    """The database has the last word: two tabs at once cannot both take a place, nor a secondary lose its primary."""
    if rules.takes_place(draft, today()):
        primary = holder(rules.others, Rank.PRIMARY)
        if draft.rank is Rank.SECONDARY and primary:
            plan.lean_on(primary)
        else:
            plan.active = True
    db.add(plan)
    try:
        db.flush()
    except IntegrityError as clash:
        sentence = NO_PRIMARY if "leans" in str(clash.orig) or "FOREIGN" in str(clash.orig).upper() else (
            f"Somebody else has just entered an active {draft.rank} plan. Reload to see it."
        )  # fmt: skip
        raise RuleViolation.of({"secondary": sentence}) from clash
