"""Insurance plans of a client's chart."""

from sqlalchemy import func
from sqlmodel import Session, col, select

from mbp_claims.db.own import own
from mbp_claims.domain.card import Card
from mbp_claims.domain.claim import WAITS_FOR_US, Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan, Rank
from mbp_claims.domain.practice import Clinician


def plans_of(db: Session, client: Client) -> list[InsurancePlan]:
    """Every plan the client has had that was not removed, primary before secondary, newest first."""
    kept = select(InsurancePlan).where(InsurancePlan.client_id == client.id, col(InsurancePlan.removed_at).is_(None))
    return list(db.exec(kept.order_by(InsurancePlan.rank, col(InsurancePlan.effective).desc(), InsurancePlan.id)))


def plan(db: Session, clinician: Clinician, plan_id: int) -> InsurancePlan:
    """NotFound when the plan is not of a client of hers. One that was removed is still found: claims name it."""
    return own(db, clinician, InsurancePlan, plan_id)


def payer_names(db: Session, plan_ids: set[int]) -> dict[int, str]:
    """The payers' names by the ids of plans, which come from claims that were loaded through the clinician."""
    named = select(InsurancePlan.id, Payer.name).join(Payer).where(col(InsurancePlan.id).in_(plan_ids))
    return {plan_id or 0: name for plan_id, name in db.exec(named)} if plan_ids else {}


def claims_on(db: Session, plan: InsurancePlan) -> tuple[list[Claim], int]:
    """The plan's claims that still wait for us, and the number of those that went out."""
    on_plan = select(Claim).where(Claim.plan_id == plan.id)
    pending = list(db.exec(on_plan.where(col(Claim.status).in_(WAITS_FOR_US))))
    sent = select(func.count()).select_from(Claim).where(
        Claim.plan_id == plan.id, col(Claim.status).in_(("filed", "accepted", "completed", "denied", "crossed_over"))
    )  # fmt: skip
    return pending, db.exec(sent).one()


def has_claims(db: Session, plan: InsurancePlan) -> bool:
    """Whether any claim was ever made for the plan."""
    return db.exec(select(Claim.id).where(Claim.plan_id == plan.id).limit(1)).first() is not None


def has_primary_claims(db: Session, plan: InsurancePlan) -> bool:
    """Whether any claim asks the plan first."""
    asked = select(Claim.id).where(Claim.plan_id == plan.id, Claim.rank == Rank.PRIMARY)
    return db.exec(asked.limit(1)).first() is not None


def cards_of(db: Session, plan_ids: list[int]) -> list[tuple[int, int, str, str]]:
    """(id, plan id, side, media type) of the cards of these plans; the pictures stay in the database."""
    return list(
        db.exec(select(Card.id, Card.plan_id, Card.side, Card.media_type).where(col(Card.plan_id).in_(plan_ids)))
    )


def whole_cards(db: Session, plan: InsurancePlan) -> list[Card]:
    """The cards of a plan that was loaded through the clinician, pictures included."""
    return list(db.exec(select(Card).where(Card.plan_id == plan.id)))


def card_of(db: Session, plan: InsurancePlan, side: str) -> Card | None:
    """That side of the card of a plan that was loaded through the clinician."""
    return db.exec(select(Card).where(Card.plan_id == plan.id, Card.side == side)).first()


def card(db: Session, clinician: Clinician, card_id: int) -> Card:
    return own(db, clinician, Card, card_id)
