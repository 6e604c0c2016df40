"""Claim files on their way."""

from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from mbp_claims.db.own import mine, own
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.delivery import Delivery, DeliveryState
from mbp_claims.domain.practice import Clinician


def delivery(db: Session, clinician: Clinician, delivery_id: int) -> Delivery:
    """NotFound when it is another practice's."""
    return own(db, clinician, Delivery, delivery_id)


def delivery_of_file(db: Session, file: ClaimFile) -> Delivery | None:
    """None for a file of the time before there were deliveries."""
    return db.exec(select(Delivery).where(Delivery.claim_file_id == file.id)).first()


def waiting(db: Session, clinician: Clinician) -> list[tuple[Delivery, ClaimFile]]:
    """What has not arrived, the oldest first."""
    sent = select(Delivery, ClaimFile).join(ClaimFile, col(ClaimFile.id) == Delivery.claim_file_id)
    return list(db.exec(sent.where(*_waiting(clinician)).order_by(col(Delivery.id))))


def waiting_count(db: Session, clinician: Clinician) -> int:
    return db.exec(select(func.count()).select_from(Delivery).where(*_waiting(clinician))).one()


def next_to_send(db: Session, clinician: Clinician, at: datetime, due_only: bool, after: int = 0) -> Delivery | None:
    """The oldest that waits and that nobody sends just now, of those after that id."""
    free = or_(col(Delivery.taken_until).is_(None), col(Delivery.taken_until) < at)
    wanted = select(Delivery).where(*_waiting(clinician), free, col(Delivery.id) > after)
    if due_only:
        wanted = wanted.where(col(Delivery.next_try_at) <= at)
    return db.exec(wanted.order_by(col(Delivery.id)).limit(1)).first()


def _waiting(clinician: Clinician) -> list[Any]:
    return [*mine(clinician, Delivery), Delivery.state == DeliveryState.WAITING]
