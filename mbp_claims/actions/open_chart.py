"""A client's chart: who they are, their plans, and what the plans ask of us today."""

from sqlmodel import Session

from mbp_claims.actions.generate_secondary import missing_secondaries
from mbp_claims.actions.promote_plan import successor
from mbp_claims.db import clients, payers, plans
from mbp_claims.domain.chart import Chart
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician


def open_client(db: Session, clinician: Clinician, number: str) -> Client:
    return clients.client(db, clinician, number)


def open_chart(db: Session, clinician: Clinician, number: str) -> Chart:
    """NotFound when there is no such client in this practice."""
    client = clients.client(db, clinician, number)
    kept = plans.plans_of(db, client)
    known = payers.payers_by_id(db, {plan.payer_id for plan in kept})
    missing = missing_secondaries(db, clinician, number)
    behind = next(
        (plan for plan in kept if plan.rank == "secondary" and missing and plan.covers(missing[0].service_from)), None
    )
    return Chart(
        client, tuple(kept), known, tuple(plans.cards_of(db, [plan.id or 0 for plan in kept])), successor(kept),
        tuple(claim.number for claim in missing), known[behind.payer_id].name if behind else "",
    )  # fmt: skip


def list_payers(db: Session, clinician: Clinician) -> list[Payer]:
    return payers.payers(db, clinician)


def open_plan(db: Session, clinician: Clinician, plan_id: int) -> tuple[InsurancePlan, Payer, Client]:
    """A plan with its payer and client. NotFound when it is another practice's."""
    plan = plans.plan(db, clinician, plan_id)
    client = clients.client_by_id(db, clinician, plan.client_id)
    return plan, payers.payer(db, clinician, plan.payer_id), client
