"""Adds an insurance plan to a client's chart; edits one."""

from sqlmodel import Session

from mbp_claims.actions.choose_payer import choose_payer
from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.actions.settle_plans import chart_rules, settle_plans
from mbp_claims.clock import now, today
from mbp_claims.db import clients, payers, plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.changes import changes
from mbp_claims.domain.filing_plan import MEDICARE
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan, Rank
from mbp_claims.domain.plan_draft import NEW_PAYER, NO_MSP_TYPE, PlanDraft
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

DELETED = _("This plan was deleted. Bring it back before you change it.")


def add_plan(db: Session, clinician: Clinician, client_number: str, form: object) -> InsurancePlan:
    """RuleViolation with a sentence for each field or rule that refuses; else the plan, in its place."""
    one_at_a_time(db, clinician)
    client = clients.client(db, clinician, client_number)
    draft = PlanDraft.parse(form, client, chart_rules(db, client), today())
    payer = _payer(db, clinician, draft)
    plan = InsurancePlan(practice_id=clinician.practice_id, client_id=client.id or 0, created_at=now(), active=False,
                         rank=draft.rank, payer_id=0, effective=draft.effective, member_id="")  # fmt: skip
    _fill(plan, draft, payer)
    db.add(plan)
    settle_plans(db, client, entered=plan)
    record(db, clinician, f"{payer.name} added as {plan.rank} plan", client_id=client.id, plan_id=plan.id)
    return plan


def edit_plan(db: Session, clinician: Clinician, plan_id: int, form: object, seen: int | None = None) -> InsurancePlan:
    """The same form over a plan that exists. Claims that were filed keep what they said, in their files.

    ChangedSince when it is not as it was `seen` (a version) any more.
    """
    one_at_a_time(db, clinician)
    plan = changeable(db, clinician, plan_id)
    refuse_unseen(db, clinician, plan, seen)
    client = clients.client_by_id(db, clinician, plan.client_id)
    draft = PlanDraft.parse(form, client, chart_rules(db, client, plan), today())
    _refuse_other_rank(db, plan, draft.rank)
    payer = _payer(db, clinician, draft)
    before = _said(db, plan)
    if plan.rank != draft.rank:
        settle_plans(db, client, leaving=plan)
        plan.rank = draft.rank
    _fill(plan, draft, payer)
    settle_plans(db, client, entered=plan)
    change = changes(before, _said(db, plan))
    record(db, clinician, f"{payer.name} plan changed", change, client_id=client.id, plan_id=plan.id)
    return plan


def check_plan(db: Session, clinician: Clinician, client_number: str, plan_id: int, form: object) -> None:
    """RuleViolation as saving the form would raise it now; saves nothing. `plan_id` is 0 for a plan to be added."""
    client = clients.client(db, clinician, client_number)
    edited = changeable(db, clinician, plan_id) if plan_id else None
    draft = PlanDraft.parse(form, client, chart_rules(db, client, edited), today())
    if not draft.payer.startswith(NEW_PAYER):
        _payer(db, clinician, draft)


def changeable(db: Session, clinician: Clinician, plan_id: int) -> InsurancePlan:
    """RuleViolation when the plan was deleted in the meantime; NotFound when it is another practice's."""
    plan = plans.plan(db, clinician, plan_id)
    if plan.removed_at:
        raise RuleViolation(DELETED)
    return plan


def _payer(db: Session, clinician: Clinician, draft: PlanDraft) -> Payer:
    payer = choose_payer(db, clinician, draft.payer)
    if payer.claim_filing in MEDICARE and draft.rank is Rank.SECONDARY and not draft.values["msp_type"]:
        raise RuleViolation.of({"msp_type": NO_MSP_TYPE})
    return payer


def _said(db: Session, plan: InsurancePlan) -> dict[str, object]:
    """What the form says of it."""
    told = plan.model_dump(exclude={"version", "active", "payer_id", "primary_id", "primary_rank", "primary_active"})
    return told | {"payer": payers.payers_by_id(db, {plan.payer_id})[plan.payer_id].name}


def _fill(plan: InsurancePlan, draft: PlanDraft, payer: Payer) -> None:
    for name, value in draft.values.items():
        setattr(plan, name, value)
    if payer.claim_filing not in MEDICARE:
        plan.msp_type = ""
    plan.payer_id, plan.claim_filing = payer.id or 0, payer.claim_filing
    plan.effective, plan.ends = draft.effective, draft.ends


def _refuse_other_rank(db: Session, plan: InsurancePlan, rank: Rank) -> None:
    """A claim was made for a plan of one rank; the plan cannot take another from under it."""
    if plan.rank != rank and plans.has_claims(db, plan):
        raise RuleViolation.of(
            {
                "secondary": _(
                    "This plan has claims as the {rank} plan. End it, and add it again as {new_rank}.",
                    rank=_(plan.rank),
                    new_rank=_(rank),
                )
            }
        )
