"""What follows the password: the code of the second factor, or setting one up where the practice asks for it."""

from datetime import timedelta

from sqlmodel import Session

from mbp_claims.actions.second_factor import NOT_THE_CODE, SetUp, begin_set_up, confirm_set_up, takes_code
from mbp_claims.actions.sessions import open_session
from mbp_claims.actions.sign_in import Step
from mbp_claims.actions.throttle_sign_in import begin_attempt, went_well
from mbp_claims.clock import now
from mbp_claims.db.accounts import account_by_id
from mbp_claims.db.sessions import session_by_key
from mbp_claims.db.trail import record_stranger
from mbp_claims.domain.account import Account
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import Caller, Opened, Stage, session_key
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

LONGEST = timedelta(minutes=10)
"""Between the password and the code."""


class FromTheStart(RuleViolation):
    """The password was too long ago, or was never asked for."""


def sign_in_code(step: Step, code: str, caller: Caller) -> Opened:
    """RuleViolation when it does not fit, TooMany when it is not even looked at, FromTheStart without a password."""
    opened: Opened | None = step(try_code, code, caller)
    if opened is None:
        raise RuleViolation(NOT_THE_CODE)
    return opened


def try_code(db: Session, code: str, caller: Caller) -> Opened | None:
    account, clinician = half_way(db, caller.session_id, Stage.CODE)
    attempt_id = begin_attempt(db, f"code of account {account.id}", caller.address)
    if not takes_code(db, account, clinician, code):
        record_stranger(db, clinician.practice_id, f"Wrong code for {clinician.signature}", Kind.SIGN_IN)
        return None
    went_well(db, attempt_id)
    return open_session(db, account, clinician, caller)


def whose_code(db: Session, session_id: str) -> Clinician | None:
    """Whose code is asked for in this browser, for the trail."""
    session = session_by_key(db, session_key(session_id)) if session_id else None
    return account_by_id(db, session.account_id)[1] if session else None


def open_set_up(db: Session, session_id: str) -> SetUp:
    """For who has to set up a second factor before anything else."""
    account, __ = half_way(db, session_id, Stage.SET_UP)
    return begin_set_up(db, account)


def end_set_up(db: Session, code: str, caller: Caller) -> tuple[Opened, list[str]]:
    """Signed in, with the recovery codes."""
    account, clinician = half_way(db, caller.session_id, Stage.SET_UP)
    codes = confirm_set_up(db, account, clinician, code)
    return open_session(db, account, clinician, caller), codes


def half_way(db: Session, session_id: str, stage: Stage) -> tuple[Account, Clinician]:
    """Who has shown the password a while ago and now stands at this stage. FromTheStart for anybody else."""
    session = session_by_key(db, session_key(session_id)) if session_id else None
    if session is None or session.ended_at or session.stage != stage or now() - session.started_at > LONGEST:
        raise FromTheStart(_("That took too long. Enter your email and password again."))
    account, clinician = account_by_id(db, session.account_id, held=True)
    if clinician.disabled_at:
        raise FromTheStart(_("Enter your email and password again."))
    return account, clinician
