"""Keeps a picture of an insurance card with its plan."""

from sqlmodel import Session

from mbp_claims.actions.add_plan import changeable
from mbp_claims.clock import now
from mbp_claims.db import plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.card import SIDES, Card, CardPicture, media_type
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.pictures.redraw import FORMATS, redrawn
from mbp_claims.words import _


def read_card(content: bytes) -> CardPicture:
    """A picture as it may be kept: a JPG or PNG drawn anew, a PDF or HEIC as it came. Takes a moment; no database.

    RuleViolation when it is none of these, over 10 MB, damaged, or of too many pixels.
    """
    kind = media_type(content)
    return CardPicture(kind, redrawn(content, kind) if kind in FORMATS else content)


def keep_card(db: Session, clinician: Clinician, plan_id: int, side: str, picture: CardPicture) -> Card:
    """The new picture takes the place of the old."""
    one_at_a_time(db, clinician)
    plan = changeable(db, clinician, plan_id)
    if side not in SIDES:
        raise RuleViolation(_("A card has a front and a back"))
    card = plans.card_of(db, plan, side) or Card(
        practice_id=plan.practice_id, plan_id=plan.id or 0, side=side, media_type=picture.media_type, content=b""
    )  # fmt: skip
    card.media_type, card.content, card.created_at = picture.media_type, picture.content, now()
    db.add(card)
    db.flush()
    record(db, clinician, f"Insurance card, {side}, saved", client_id=plan.client_id, plan_id=plan.id)
    return card
