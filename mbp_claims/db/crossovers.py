"""How long a practice waits for claims that its payers have sent on."""

from sqlalchemy import func
from sqlmodel import Session, and_, col, select

from mbp_claims.db.own import mine
from mbp_claims.domain.crossover_terms import CrossoverTerms, Wait
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician


def waits(db: Session, clinician: Clinician) -> list[Wait]:
    """Of every payer that her clients' plans name, by its name."""
    billed = select(InsurancePlan.payer_id).where(*mine(clinician, InsurancePlan)).distinct()
    said = and_(col(CrossoverTerms.payer_id) == Payer.id, CrossoverTerms.practice_id == clinician.practice_id)
    told = select(Payer.id, Payer.name, func.coalesce(CrossoverTerms.days, Payer.forwards_days))
    found = told.join(CrossoverTerms, said, isouter=True).where(col(Payer.id).in_(billed))
    return [Wait(key or 0, name, days) for key, name, days in db.exec(found.order_by(col(Payer.name), col(Payer.id)))]


def terms(db: Session, clinician: Clinician, payer_id: int) -> CrossoverTerms | None:
    """What the practice has said of a payer, if anything."""
    said = select(CrossoverTerms).where(*mine(clinician, CrossoverTerms), CrossoverTerms.payer_id == payer_id)
    return db.exec(said).first()
