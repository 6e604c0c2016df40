"""How a practice is connected to its clearinghouse, and what was left in the inbox."""

from sqlmodel import Session, col, delete, select

from mbp_claims.db.own import mine
from mbp_claims.domain.ack_file import Leftover
from mbp_claims.domain.connection import PASSPHRASE, Connection, Way
from mbp_claims.domain.practice import Clinician


def connection(db: Session, clinician: Clinician) -> Connection:
    """The practice's own; a folder, not kept yet, where it has chosen nothing."""
    kept = select(Connection).where(*mine(clinician, Connection))
    return db.exec(kept).first() or Connection(practice_id=clinician.practice_id)


def is_anothers_secret(db: Session, clinician: Clinician, kept_in: str, name: str) -> bool:
    """Whether another practice reaches its clearinghouse with the secret of that name, or with the passphrase to it."""
    names = (name, name.removesuffix(PASSPHRASE))
    theirs = select(Connection.id).where(
        Connection.practice_id != clinician.practice_id, Connection.way == Way.SFTP, Connection.kept_in == kept_in,
        col(Connection.secret_name).in_(names),
    )
    return db.exec(theirs).first() is not None


def leftovers(db: Session, clinician: Clinician) -> list[Leftover]:
    """Files that were left where they are, by name."""
    return list(db.exec(select(Leftover).where(*mine(clinician, Leftover)).order_by(Leftover.name)))


def replace_leftovers(db: Session, clinician: Clinician, left: list[Leftover]) -> None:
    """What was left the last time is forgotten."""
    db.exec(delete(Leftover).where(*mine(clinician, Leftover)))
    db.add_all(left)
    db.flush()
