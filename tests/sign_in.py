"""Signed in without a password: the row of a session, and the cookie that belongs to it."""

from sqlmodel import Session, select

from mbp_claims.clock import now
from mbp_claims.db.accounts import account_of
from mbp_claims.db.sessions import session_by_key
from mbp_claims.domain.account import Account
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import UserSession, session_key

FIRST = 1
"""The id of the person whom every test that names nobody means: June Marlow."""


def session_id_of(clinician_id: int = FIRST) -> str:
    """Always the same, so that nobody has to be asked for it."""
    return f"session-of-clinician-{clinician_id}"


def cookie_of(clinician_id: int = FIRST, port: int = 3000) -> str:
    """As a browser sends it to the program on that port."""
    return f"mbp-session-{port}={session_id_of(clinician_id)}"


def signed_in(db: Session, clinician_id: int = FIRST) -> str:
    """The id of the person's session, which is made where it is missing. Nothing happens where there is no person."""
    session_id = session_id_of(clinician_id)
    clinician = db.get(Clinician, clinician_id)
    if clinician and not session_by_key(db, session_key(session_id)):
        account = account_of(db, clinician) or _account(db, clinician)
        db.add(
            UserSession(
                key=session_key(session_id), account_id=account.id or 0, started_at=now(), last_seen_at=now(),
                address="127.0.0.1", browser="Tests",
            )
        )  # fmt: skip
        db.flush()
    return session_id


def everybody_signed_in(db: Session) -> None:
    for clinician_id in db.exec(select(Clinician.id)):
        signed_in(db, clinician_id or 0)


def _account(db: Session, clinician: Clinician) -> Account:
    email = f"{clinician.first_name}.{clinician.last_name}.{clinician.id}@example.com".lower()
    account = Account(clinician_id=clinician.id or 0, email=email, created_at=now())
    db.add(account)
    db.flush()
    return account
