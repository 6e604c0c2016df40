"""Sessions begin and end."""

from datetime import timedelta

from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db.accounts import account_by_id
from mbp_claims.db.sessions import end_sessions, forget_old_sessions, session_by_key
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

KEPT = timedelta(days=30)
"""How long it can be seen where somebody was signed in."""


def open_session(
    db: Session, account: Account, clinician: Clinician, caller: Caller, stage: Stage = Stage.IN
) -> Opened:
    """A new session with a new id, whatever id the browser came with; the one that it had is over."""
    before = session_by_key(db, session_key(caller.session_id)) if caller.session_id else None
    end_session(db, caller.session_id, Ended.RENEWED)
    forget_old_sessions(db, now() - KEPT)
    session_id = new_session_id()
    db.add(
        UserSession(
            key=session_key(session_id), account_id=account.id or 0, stage=stage, started_at=now(),
            last_seen_at=now(), address=caller.address, browser=caller.browser,
        )
    )  # fmt: skip
    if stage == Stage.IN:
        record(db, clinician, "Signed in", kind=Kind.SIGN_IN)
    return Opened(session_id, stage, again=before is not None and before.account_id == account.id)


def end_session(db: Session, session_id: str, why: Ended) -> UserSession | None:
    """The session that was ended; None where there was none to end."""
    session = session_by_key(db, session_key(session_id)) if session_id else None
    if session is None or session.ended_at:
        return None
    session.ended_at, session.ended = now(), why
    return session


def sign_out(db: Session, session_id: str) -> None:
    """In every tab of this browser. Nothing happens where nobody is signed in."""
    session = end_session(db, session_id, Ended.SIGNED_OUT)
    if session and session.stage == Stage.IN:
        _, clinician = account_by_id(db, session.account_id)
        record(db, clinician, "Signed out", kind=Kind.SIGN_IN)


def sign_out_everywhere(db: Session, clinician: Clinician, account: Account, why: Ended = Ended.SIGNED_OUT) -> None:
    """Ends every session of the account, this one too."""
    end_sessions(db, account.id or 0, now(), why)
    record(db, clinician, "Signed out everywhere", kind=Kind.SIGN_IN)
