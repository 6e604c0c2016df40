"""A person signs in with e-mail and password.

The answer is the same, and takes as long, when nobody has that e-mail.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from mbp_claims.actions.passwords import hash_password, is_outdated, password_fits
from mbp_claims.actions.sessions import open_session
from mbp_claims.actions.throttle_sign_in import begin_attempt, went_well
from mbp_claims.db.accounts import account_by_email, demo_account
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.trail import record_stranger
from mbp_claims.domain.account import Account, sign_in_name
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import Caller, Opened, Stage
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

WRONG = _("Email and password do not match. Check both.")
NO_DEMO = _("There is no demo practice here. Sign in with your email.")
Step = Callable[..., Any]
"""Runs an action in a transaction of its own, for nobody."""


@dataclass(frozen=True)
class Begun:
    """What is needed to look at a password, without holding the database meanwhile."""

    attempt_id: int
    password_hash: str


def sign_in(step: Step, email: str, password: str, caller: Caller) -> Opened:
    """RuleViolation when they do not match; TooMany when it is not even looked at."""
    begun: Begun = step(begin_sign_in, email, caller)
    fits = password_fits(begun.password_hash, password)
    renewed = hash_password(password) if fits and is_outdated(begun.password_hash) else ""
    opened: Opened | None = step(end_sign_in, email, begun, fits, renewed, caller)
    if opened is None:
        raise RuleViolation(WRONG)
    return opened


def begin_sign_in(db: Session, email: str, caller: Caller) -> Begun:
    attempt_id = begin_attempt(db, sign_in_name(email), caller.address)
    found = account_by_email(db, email)
    return Begun(attempt_id, found[0].password_hash if found else "")


def end_sign_in(db: Session, email: str, begun: Begun, fits: bool, renewed: str, caller: Caller) -> Opened | None:
    """None where they did not match; the trail of the practice knows it, when the e-mail is somebody's of it."""
    found = account_by_email(db, email)
    if found is None:
        return None
    account, clinician = found
    if not fits or clinician.disabled_at or account.password_hash != begun.password_hash:
        what = f"Disabled: {clinician.signature}" if fits else f"Wrong password for {clinician.signature}"
        record_stranger(db, clinician.practice_id, what, Kind.SIGN_IN)
        return None
    went_well(db, begun.attempt_id)
    account.password_hash = renewed or account.password_hash
    return open_session(db, account, clinician, caller, _stage(db, account, clinician))


def whom_tried(db: Session, email: str) -> Clinician | None:
    """Whose e-mail that is, for the trail."""
    found = account_by_email(db, email)
    return found[1] if found else None


def sign_in_demo(db: Session, caller: Caller) -> Opened:
    """The first person of the demo practice. Whoever calls this has made sure that it is meant to be open."""
    found = demo_account(db)
    if found is None:
        raise RuleViolation(NO_DEMO)
    return open_session(db, *found, caller)


def _stage(db: Session, account: Account, clinician: Clinician) -> Stage:
    """What is asked for after the password."""
    if account.totp_secret:
        return Stage.CODE
    return Stage.SET_UP if practice_of(db, clinician).second_factor else Stage.IN
