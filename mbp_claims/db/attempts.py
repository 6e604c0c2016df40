"""Attempts to sign in: counted before anybody is known, and forgotten after a day."""

from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, delete, select, update

from mbp_claims.domain.sign_in_attempt import SignInAttempt

Failures = tuple[int, datetime | None]
"""How many, and when the last was."""

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def failures_of(db: Session, subject: str, at: datetime) -> Failures:
    """Of the last day, since it last went well."""
    theirs = SignInAttempt.subject == subject
    well = select(func.max(SignInAttempt.id)).where(theirs, SignInAttempt.well == True)
    return _count(db, theirs, at - DAY, col(SignInAttempt.id) > (db.exec(well).one() or 0))


def failures_from(db: Session, address: str, at: datetime) -> Failures:
    """Of the last hour, whoever they were about. What goes well takes nothing away: anybody has some account."""
    return _count(db, SignInAttempt.address == address, at - HOUR)


def mark_well(db: Session, attempt_id: int) -> None:
    """It counts as failed no longer."""
    db.exec(update(SignInAttempt).where(col(SignInAttempt.id) == attempt_id).values(well=True))


def forget_old_attempts(db: Session, at: datetime) -> None:
    db.exec(delete(SignInAttempt).where(col(SignInAttempt.at) < at - DAY))


def _count(db: Session, whose: object, since: datetime, *more: object) -> Failures:
    failed = select(func.count(col(SignInAttempt.id)), func.max(SignInAttempt.at)).where(
        whose, SignInAttempt.well == False, col(SignInAttempt.at) >= since, *more
    )
    count, last = db.exec(failed).one()
    return count, last
