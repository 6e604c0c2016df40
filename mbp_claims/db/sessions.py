"""Sessions: whose a browser's is, and how it is ended."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select, update

from mbp_claims.db.own import LARGEST_ID
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.account import Account
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import Ended, Stage, UserSession

_OPEN = (
    select(Clinician, UserSession.started_at, UserSession.last_seen_at)
    .select_from(UserSession)
    .join(Account)
    .join(Clinician)
    .where(
        UserSession.key == bindparam("key"), UserSession.stage == Stage.IN, col(UserSession.ended_at).is_(None),
        col(Clinician.disabled_at).is_(None),
    )
)


def open_session(db: Session, key: str) -> tuple[Clinician, datetime, datetime] | None:
    """Who is signed in with the session of this key, since when, and when they were last seen. Asked for each event."""
    return db.exec(_OPEN, params={"key": key}).first()


def person_of(db: Session, key: str) -> Clinician | None:
    """Whose session that is or was, whether they may still come in or not."""
    theirs = select(Clinician).join(Account).join(UserSession).where(UserSession.key == key)
    return db.exec(theirs).first() if key else None


def session_by_key(db: Session, key: str) -> UserSession | None:
    """In whatever stage, ended or not."""
    return db.exec(select(UserSession).where(UserSession.key == key)).first()


def end_sessions(db: Session, account_id: int, at: datetime, why: Ended, but: str = "") -> None:
    """All of an account that are not ended, `but` the one of that key."""
    theirs = update(UserSession).where(
        col(UserSession.account_id) == account_id, col(UserSession.ended_at).is_(None), col(UserSession.key) != but
    )
    db.exec(theirs.values(ended_at=at, ended=why))


def session_of(db: Session, account: Account, session_id: int) -> UserSession:
    """By its number. NotFound when it is another's."""
    session = db.get(UserSession, session_id) if 0 < session_id <= LARGEST_ID else None
    if session is None or session.account_id != account.id:
        raise NotFound("no such session")
    return session


def sessions_of(db: Session, account_id: int) -> list[UserSession]:
    """Where the person is signed in, the one that was used last first; some may have ended by themselves."""
    theirs = select(UserSession).where(UserSession.account_id == account_id, col(UserSession.ended_at).is_(None))
    return list(db.exec(theirs.order_by(col(UserSession.last_seen_at).desc(), col(UserSession.id).desc())))


def forget_old_sessions(db: Session, before: datetime) -> None:
    db.exec(delete(UserSession).where(col(UserSession.started_at) < before))
