"""Writes and reads the activity trail."""

from sqlmodel import Session, col, select

from mbp_claims.clock import now
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician

LATEST = 50


def record(
    db: Session, clinician: Clinician, what: str, change: tuple[str, str] = ("", ""), **about: int | None
) -> None:
    """Adds to the trail who did what, from what to what, about which client, plan, claim or remittance (ids)."""
    db.add(
        Activity(
            practice_id=clinician.practice_id, at=now(), clinician_id=clinician.id, who=clinician.signature,
            what=what, before=change[0], after=change[1], **about,
        )
    )  # fmt: skip


def record_claim(
    db: Session, clinician: Clinician, what: str, claim: Claim, change: tuple[str, str] = ("", "")
) -> None:
    record(db, clinician, what, change, client_id=claim.client_id, claim_id=claim.id, plan_id=claim.plan_id)


def status_before(db: Session, clinician: Clinician, claim: Claim, status: str) -> str:
    """The claim's status before it last came to that one; empty when the trail does not tell."""
    moves = select(Activity.before).where(
        Activity.practice_id == clinician.practice_id, Activity.claim_id == claim.id, Activity.after == status
    )
    return db.exec(moves.order_by(col(Activity.id).desc())).first() or ""


def claim_trail(db: Session, clinician: Clinician, claim_ids: list[int]) -> list[Activity]:
    """What happened to these claims, newest first."""
    mine = select(Activity).where(Activity.practice_id == clinician.practice_id, col(Activity.claim_id).in_(claim_ids))
    return list(db.exec(mine.order_by(col(Activity.id).desc()).limit(LATEST)))
