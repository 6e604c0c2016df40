"""A record by its id, for the practice it belongs to and nobody else."""

from typing import Any, TypeVar

from sqlmodel import Session, SQLModel

from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.practice import Clinician

LARGEST_ID = 2**31 - 1

T = TypeVar("T", bound=SQLModel)


def own(db: Session, clinician: Clinician, table: type[T], record_id: int) -> T:
    """NotFound when there is none, when it is another practice's, or when no record can have that id."""
    possible = isinstance(record_id, int) and 0 < record_id <= LARGEST_ID
    found: Any = db.get(table, record_id) if possible else None
    if found is None or found.practice_id != clinician.practice_id:
        raise NotFound(f"no such {table.__name__}")
    return found
