"""What the New Claim form starts from: the client, who may have rendered, and which plan pays on a day."""

from datetime import date

from sqlmodel import Session

from mbp_claims.db import claims, clients, clinicians, payers, plans
from mbp_claims.domain.claim_facts import NewClaim
from mbp_claims.domain.plan import Rank, plan_for
from mbp_claims.domain.practice import Clinician


def open_new_claim(db: Session, clinician: Clinician, client_number: str) -> NewClaim:
    client = clients.client(db, clinician, client_number)
    latest = claims.latest_claim(db, client)
    lines = tuple(claims.service_lines(db, latest)) if latest else ()
    return NewClaim(client, tuple(clinicians.colleagues(db, clinician)), latest, lines)


def open_claim_again(db: Session, clinician: Clinician, number: str) -> NewClaim:
    """The same form over a claim that waits for us."""
    claim = claims.claim(db, clinician, number)
    client = clients.client_by_id(db, clinician, claim.client_id)
    lines = tuple(claims.service_lines(db, claim))
    return NewClaim(client, tuple(clinicians.colleagues(db, clinician)), claim, lines)


def payers_on(db: Session, clinician: Clinician, client_number: str, day: date) -> tuple[str, str]:
    """The primary and the secondary payer that cover the day; an empty name where none does."""
    kept = plans.plans_of(db, clients.client(db, clinician, client_number))
    found = [plan_for(kept, rank, day) for rank in (Rank.PRIMARY, Rank.SECONDARY)]
    names = payers.payer_names(db, {plan.payer_id for plan in found if plan})
    first, second = (names[plan.payer_id] if plan else "" for plan in found)
    return first, second
