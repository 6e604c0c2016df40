"""The clinicians of a practice."""

from sqlalchemy import func
from sqlmodel import Session, col, select

from mbp_claims.db.own import mine, own
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import Role

_FIRST = select(Clinician).order_by(Clinician.id).limit(1)


def first_clinician(db: Session) -> Clinician:
    """The clinician of the demo practice. NotFound while the database is empty."""
    clinician = db.exec(_FIRST).first()
    if clinician is None:
        raise NotFound("no clinician")
    return clinician


def one_of_each_practice(db: Session) -> list[Clinician]:
    """The first owner of every practice: for what is done for all of them, without anybody asking."""
    owners = select(func.min(Clinician.id)).where(Clinician.role == Role.OWNER, col(Clinician.disabled_at).is_(None))
    firsts = owners.group_by(col(Clinician.practice_id))
    return list(db.exec(select(Clinician).where(col(Clinician.id).in_(firsts)).order_by(Clinician.id)))


def practice_ids(db: Session) -> list[int]:
    """Of every practice of the database."""
    return [one or 0 for one in db.exec(select(Practice.id).order_by(Practice.id))]


def practice_of(db: Session, clinician: Clinician, counting: bool = False) -> Practice:
    """The clinician's practice; `counting` holds its row until the end, so that no number is given out twice."""
    return db.get_one(Practice, clinician.practice_id, with_for_update=counting, populate_existing=counting)


def one_at_a_time(db: Session, clinician: Clinician) -> None:
    """Holds the practice until the transaction ends: what two tabs ask at once is done one after the other.

    SQLite lets only one write at a time anyway; PostgreSQL waits here. Ask it first, before anything is loaded.
    """
    if db.get_bind().dialect.name != "sqlite":
        practice_of(db, clinician, counting=True)


def colleagues(db: Session, clinician: Clinician) -> list[Clinician]:
    """Who may have rendered a service of the practice, by name: those with an NPI."""
    return [one for one in people(db, clinician) if one.npi]


def people(db: Session, clinician: Clinician) -> list[Clinician]:
    """Everybody of the practice, by name, those who come in no more included."""
    ours = select(Clinician).where(*mine(clinician, Clinician))
    return list(db.exec(ours.order_by(Clinician.last_name, Clinician.first_name, Clinician.id)))


def colleague(db: Session, clinician: Clinician, clinician_id: int) -> Clinician:
    """NotFound when the person is of another practice."""
    return own(db, clinician, Clinician, clinician_id)
