"""A person signs in with e-mail and password.

The answer is the same, and takes as long, when nobody has that e-mail.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from mbp_claims.actions.passwords import hash_password, is_outdated, password_fits
from mbp_claims.clock import now
from mbp_claims.db.accounts import account_by_email, demo_account
from mbp_claims.db.sessions import session_by_key
from mbp_claims.db.trail import record
from mbp_claims.domain.account import Account
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import (
    Caller,
    Ended,
    Opened,
    Stage,
    UserSession,
    new_session_id,
    session_key,
)
from mbp_claims.domain.violation import RuleViolation

WRONG = "Email and password do not match. Check both."
NO_DEMO = "There is no demo practice here. Sign in with your email."
Step = Callable[..., Any]
"""Runs an action in a transaction of its own, for nobody."""


@dataclass(frozen=True)
class Begun:
    """What is needed to look at a password, without holding the database meanwhile."""

    password_hash: str


def sign_in(step: Step, email: str, password: str, caller: Caller) -> Opened:
    """RuleViolation when they do not match. Steps: looking it up, and what came of it."""
    begun: Begun = step(begin_sign_in, email)
    fits = password_fits(begun.password_hash, password)
    renewed = hash_password(password) if fits and is_outdated(begun.password_hash) else ""
    opened: Opened | None = step(end_sign_in, email, fits, renewed, caller)
    if opened is None:
        raise RuleViolation(WRONG)
    return opened


def begin_sign_in(db: Session, email: str) -> Begun:
    found = account_by_email(db, email)
    return Begun(found[0].password_hash if found else "")


def end_sign_in(db: Session, email: str, fits: bool, renewed: str, caller: Caller) -> Opened | None:
    """None where they did not match; the trail of the practice knows it, when the e-mail is somebody's of it."""
    found = account_by_email(db, email)
    if found is None:
        return None
    account, clinician = found
    if not fits:
        record(db, clinician, "Sign-in failed", kind=Kind.SIGN_IN)
        return None
    account.password_hash = renewed or account.password_hash
    return open_session(db, account, clinician, caller)


def sign_in_demo(db: Session, caller: Caller) -> Opened:
    """The first person of the demo practice. Whoever calls this has made sure that it is meant to be open."""
    account = demo_account(db)
    if account is None:
        raise RuleViolation(NO_DEMO)
    return open_session(db, account, db.get_one(Clinician, account.clinician_id), caller)


def open_session(
    db: Session, account: Account, clinician: Clinician, caller: Caller, stage: Stage = Stage.IN
) -> Opened:
    """A new session with a new id; the one that this browser had before is over."""
    end_session(db, caller.session_id, Ended.RENEWED)
    session_id = new_session_id()
    db.add(
        UserSession(
            key=session_key(session_id), account_id=account.id or 0, stage=stage, started_at=now(),
            last_seen_at=now(), address=caller.address, browser=caller.browser,
        )
    )  # fmt: skip
    if stage == Stage.IN:
        record(db, clinician, "Signed in", kind=Kind.SIGN_IN)
    return Opened(session_id, stage, clinician.name)


def end_session(db: Session, session_id: str, why: Ended) -> UserSession | None:
    """None where there was none to end."""
    session = session_by_key(db, session_key(session_id)) if session_id else None
    if session is None or session.ended_at:
        return None
    session.ended_at, session.ended = now(), why
    return session
