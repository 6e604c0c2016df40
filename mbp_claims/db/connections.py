"""How a practice is connected to its clearinghouse, and what was left in the inbox."""

from sqlmodel import Session, delete, select

from mbp_claims.db.own import mine
from mbp_claims.domain.ack_file import Leftover
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.practice import Clinician


def connection(db: Session, clinician: Clinician) -> Connection:
    """The practice's own; a folder, not kept yet, where it has chosen nothing."""
    kept = select(Connection).where(*mine(clinician, Connection))
    return db.exec(kept).first() or Connection(practice_id=clinician.practice_id)


def leftovers(db: Session, clinician: Clinician) -> list[Leftover]:
    """Files that were left where they are, by name."""
    return list(db.exec(select(Leftover).where(*mine(clinician, Leftover)).order_by(Leftover.name)))


def replace_leftovers(db: Session, clinician: Clinician, left: list[Leftover]) -> None:
    """What was left the last time is forgotten."""
    db.exec(delete(Leftover).where(*mine(clinician, Leftover)))
    db.add_all(left)
    db.flush()
