"""Attempts to sign in are counted by what they are about and by where they come from; after too many they wait."""

from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db.attempts import failures_from, failures_of, forget_old_attempts, mark_well
from mbp_claims.db.holding import hold
from mbp_claims.domain.sign_in_attempt import SignInAttempt, subject_of
from mbp_claims.domain.throttle import PER_ACCOUNT, PER_ADDRESS, too_many


def begin_attempt(db: Session, about: str, address: str) -> int:
    """The id of the attempt, which counts as failed until `went_well`. TooMany while there is a wait.

    It is written down before anything is looked at: many guesses at the same moment count each other.
    """
    hold(db, SignInAttempt)
    at, subject = now(), subject_of(about)
    waits = (
        PER_ACCOUNT.next_try(*failures_of(db, subject, at)),
        PER_ADDRESS.next_try(*failures_from(db, address, at)),
    )
    for next_try in waits:
        if next_try and at < next_try:
            raise too_many(at, next_try)
    forget_old_attempts(db, at)
    attempt = SignInAttempt(at=at, subject=subject, address=address)
    db.add(attempt)
    db.flush()
    return attempt.id or 0


def went_well(db: Session, attempt_id: int) -> None:
    """Its person is known: what failed before is forgotten."""
    mark_well(db, attempt_id)
