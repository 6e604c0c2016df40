"""A person's own account: what it is protected by, and where she is signed in."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.actions import second_factor, sessions
from mbp_claims.actions.change_password import (
    NOT_THE_OLD,
    begin_change,
    own_password_account,
    tell_wrong_password,
)
from mbp_claims.actions.passwords import password_fits
from mbp_claims.actions.second_factor import SetUp
from mbp_claims.actions.sign_in import Step
from mbp_claims.actions.throttle_sign_in import went_well
from mbp_claims.actions.who_asks import idle_time
from mbp_claims.clock import now
from mbp_claims.db.accounts import account_of
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.recovery_codes import unused_codes
from mbp_claims.db.sessions import session_of, sessions_of
from mbp_claims.db.trail import record
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.account import Account
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import Caller, Ended, UserSession, ends_at
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


@dataclass(frozen=True)
class OwnAccount:
    """What the account page tells. `sessions` are those that still last."""

    account: Account
    clinician: Clinician
    codes_left: int
    asked_for: bool
    sessions: list[UserSession]


def open_own_account(db: Session, clinician: Clinician) -> OwnAccount:
    account = _account(db, clinician)
    account_id, idle = account.id or 0, idle_time()
    last = [one for one in sessions_of(db, account_id) if now() < ends_at(one.started_at, one.last_seen_at, idle)[0]]
    practice = practice_of(db, clinician)
    return OwnAccount(account, clinician, unused_codes(db, account_id), practice.second_factor, last)


def end_own_session(db: Session, clinician: Clinician, session_id: int) -> None:
    """One of hers, by its number. NotFound for another's."""
    session = session_of(db, _account(db, clinician), session_id)
    session.ended_at, session.ended = session.ended_at or now(), session.ended or Ended.SIGNED_OUT
    record(db, clinician, "Signed out elsewhere", kind=Kind.SIGN_IN)


def sign_out_everywhere(db: Session, clinician: Clinician) -> None:
    """This session too."""
    sessions.sign_out_everywhere(db, clinician, _account(db, clinician))


def begin_second_factor(step: Step, password: str, caller: Caller) -> SetUp:
    """RuleViolation beside `old` when it is not her password."""
    _prove(step, password, caller)
    given: SetUp = step(_begin)
    return given


def confirm_second_factor(db: Session, clinician: Clinician, code: str) -> list[str]:
    """The recovery codes, shown once."""
    return second_factor.confirm_set_up(db, own_password_account(db, clinician), clinician, code)


def new_codes(step: Step, password: str, caller: Caller) -> list[str]:
    """In place of the old ones."""
    _prove(step, password, caller)
    codes: list[str] = step(_make_codes)
    return codes


def turn_off_second_factor(step: Step, password: str, caller: Caller) -> None:
    _prove(step, password, caller)
    step(_turn_off)


def _prove(step: Step, password: str, caller: Caller) -> None:
    """Who sits here knows the password, and has not just found an open tab."""
    weighing = step(begin_change, caller)
    if not password_fits(weighing.password_hash, password):
        step(tell_wrong_password)
        raise RuleViolation.of({"old": NOT_THE_OLD})
    step(_proven, weighing.attempt_id)


def _proven(db: Session, _clinician: Clinician, attempt_id: int) -> None:
    went_well(db, attempt_id)


def _begin(db: Session, clinician: Clinician) -> SetUp:
    return second_factor.begin_set_up(db, own_password_account(db, clinician))


def _make_codes(db: Session, clinician: Clinician) -> list[str]:
    account = own_password_account(db, clinician)
    if not account.totp_secret:
        raise RuleViolation(_("Turn on the second step first."))
    record(db, clinician, "New recovery codes", kind=Kind.SIGN_IN)
    return second_factor.make_codes(db, account)


def _turn_off(db: Session, clinician: Clinician) -> None:
    second_factor.turn_off(db, own_password_account(db, clinician), clinician)


def _account(db: Session, clinician: Clinician) -> Account:
    account = account_of(db, clinician)
    if account is None:
        raise NotFound("no account")
    return account
