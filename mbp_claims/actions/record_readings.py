"""Writes into the trail who looked at what."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db.engine import transaction
from mbp_claims.db.readings import add_reading, is_recorded
from mbp_claims.domain.origin import origin
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Reading, Seen


def record_seen(db: Session, clinician: Clinician, seen: Seen) -> None:
    """Once in some minutes. For what leaves the program: it is not handed out before this is kept."""
    _record(db, Reading(clinician, seen, now(), origin()))


def write_readings(readings: Sequence[Reading]) -> None:
    """Many at once, in a transaction of their own. One that is of nothing in this database any more is left out."""
    try:
        with transaction() as db:
            for reading in readings:
                _record(db, reading)
    except IntegrityError:
        if len(readings) > 1:
            for reading in readings:
                write_readings([reading])


def _record(db: Session, reading: Reading) -> None:
    if not is_recorded(db, reading):
        add_reading(db, reading)
