"""The payers that a practice can choose from: everybody's list and its own."""

from sqlmodel import Session, col, or_, select

from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.practice import Clinician


def payers(db: Session, clinician: Clinician) -> list[Payer]:
    return list(db.exec(select(Payer).where(_seen_by(clinician)).order_by(col(Payer.name), col(Payer.id))))


def payer(db: Session, clinician: Clinician, payer_id: int) -> Payer:
    """NotFound when the payer is another practice's own."""
    found = db.exec(select(Payer).where(Payer.id == payer_id, _seen_by(clinician))).first()
    if found is None:
        raise NotFound("no such payer")
    return found


def payer_names(db: Session, payer_ids: set[int]) -> dict[int, str]:
    """Names by id, of payers of plans that were loaded through the clinician already."""
    return {p.id or 0: p.name for p in db.exec(select(Payer).where(col(Payer.id).in_(payer_ids)))}


def _seen_by(clinician: Clinician):  # type: ignore[no-untyped-def]
    return or_(col(Payer.practice_id).is_(None), col(Payer.practice_id) == clinician.practice_id)


def payers_by_id(db: Session, payer_ids: set[int]) -> dict[int, Payer]:
    """Payers of plans that were loaded through the clinician already."""
    return {p.id or 0: p for p in db.exec(select(Payer).where(col(Payer.id).in_(payer_ids)))}
