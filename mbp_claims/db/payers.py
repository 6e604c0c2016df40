"""The payers that a practice can choose from: everybody's list and its own."""

from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from mbp_claims.db.own import LARGEST_ID, mine
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician


def payers(db: Session, clinician: Clinician) -> list[Payer]:
    return list(db.exec(select(Payer).where(_seen_by(clinician)).order_by(col(Payer.name), col(Payer.id))))


def payer(db: Session, clinician: Clinician, payer_id: int) -> Payer:
    """NotFound when the payer is another practice's own."""
    possible = 0 < payer_id <= LARGEST_ID
    found = db.exec(select(Payer).where(Payer.id == payer_id, _seen_by(clinician))).first() if possible else None
    if found is None:
        raise NotFound("no such payer")
    return found


def own_payer(db: Session, clinician: Clinician, name: str) -> Payer | None:
    """The practice's own payer of that name, however it is capitalised; one with a payer id before one without."""
    ours = select(Payer).where(*mine(clinician, Payer), func.lower(Payer.name) == name.lower())
    return db.exec(ours.order_by(col(Payer.payer_id).desc(), col(Payer.id))).first()


def payer_names(db: Session, payer_ids: set[int]) -> dict[int, str]:
    """Names by id, of payers of plans that were loaded through the clinician already."""
    return {p.id or 0: p.name for p in db.exec(select(Payer).where(col(Payer.id).in_(payer_ids)))}


def billed_payers(db: Session, clinician: Clinician) -> list[str]:
    """Names of the payers of her clients' plans, in their order."""
    billed = select(InsurancePlan.payer_id).where(*mine(clinician, InsurancePlan)).distinct()
    return sorted(set(db.exec(select(Payer.name).where(col(Payer.id).in_(billed)))))


def _seen_by(clinician: Clinician):  # type: ignore[no-untyped-def]
    return or_(col(Payer.practice_id).is_(None), col(Payer.practice_id) == clinician.practice_id)


def payers_by_id(db: Session, payer_ids: set[int]) -> dict[int, Payer]:
    """Payers of plans that were loaded through the clinician already."""
    return {p.id or 0: p for p in db.exec(select(Payer).where(col(Payer.id).in_(payer_ids)))}


def names_by_identifier(db: Session, clinician: Clinician, identifiers: set[str]) -> dict[str, str]:
    """Names by payer id, as this practice calls them; of several, the one listed first."""
    found = select(Payer).where(_seen_by(clinician), col(Payer.payer_id).in_(identifiers - {""}))
    return {p.payer_id: p.name for p in db.exec(found.order_by(col(Payer.id).desc()))}


def has_everybodys(db: Session) -> bool:
    """Whether the list that every practice begins with is there."""
    return db.exec(select(Payer.id).where(col(Payer.practice_id).is_(None)).limit(1)).first() is not None
