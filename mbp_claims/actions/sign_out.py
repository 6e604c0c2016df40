"""A session is ended by its person: in every tab of that browser, or in every browser."""

from sqlmodel import Session

from mbp_claims.actions.sign_in import end_session
from mbp_claims.clock import now
from mbp_claims.db.accounts import account_of
from mbp_claims.db.sessions import end_sessions
from mbp_claims.db.trail import record
from mbp_claims.domain.account import Account
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import Ended


def sign_out(db: Session, session_id: str) -> None:
    """Nothing happens where nobody is signed in."""
    session = end_session(db, session_id, Ended.SIGNED_OUT)
    if session:
        account = db.get_one(Account, session.account_id)
        record(db, db.get_one(Clinician, account.clinician_id), "Signed out", kind=Kind.SIGN_IN)


def sign_out_everywhere(db: Session, clinician: Clinician, why: Ended = Ended.SIGNED_OUT) -> None:
    """Ends every session of the person, this one too."""
    if account := account_of(db, clinician):
        end_sessions(db, account.id or 0, now(), why)
        record(db, clinician, "Signed out everywhere", kind=Kind.SIGN_IN)
