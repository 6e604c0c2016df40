"""The clock of a practice under test stands still, and is moved forward by the test."""

from datetime import datetime, timedelta

from sqlmodel import Session

from mbp_claims import clock
from mbp_claims.actions.test_mode.practices import owner_of
from mbp_claims.db.accounts import account_of
from mbp_claims.db.clinicians import people
from mbp_claims.db.sessions import sessions_of
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation


def read_clock(db: Session, name: str) -> datetime:
    """How late it is in that practice."""
    owner_of(db, name)
    return clock.now()


def set_clock(db: Session, name: str, to: datetime, signed_in: bool = True) -> datetime:
    """Forward only. Who is signed in stays so, as if she had been there all the while; else sessions end as they do."""
    if to.tzinfo is None:
        raise RuleViolation(f"Tell the moment with its offset, as 2026-11-24T08:00:00-05:00: not {to.isoformat()}.")
    before = read_clock(db, name)
    if to < before:
        raise RuleViolation(f"It is {before.isoformat()} there already: a clock only moves forward.")
    owner = owner_of(db, name)
    clock.move(owner.practice_id, to)
    if signed_in:
        _keep_signed_in(db, owner, to)
    return clock.now()


def move_clock(db: Session, name: str, by: timedelta, signed_in: bool = True) -> datetime:
    return set_clock(db, name, read_clock(db, name) + by, signed_in)


def _keep_signed_in(db: Session, owner: Clinician, now: datetime) -> None:
    for one in people(db, owner):
        account = account_of(db, one)
        for session in sessions_of(db, account.id or 0) if account else ():
            session.started_at = session.last_seen_at = now
    db.flush()
