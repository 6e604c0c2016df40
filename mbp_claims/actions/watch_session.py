"""How long a session lasts if its person does nothing more, and that they are still there."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from mbp_claims.actions.who_asks import idle_time
from mbp_claims.clock import keep_time_of, now
from mbp_claims.db.accounts import account_by_id
from mbp_claims.db.sessions import session_by_key
from mbp_claims.domain.user_session import Ended, Stage, UserSession, ends_at, session_key


@dataclass(frozen=True)
class Remaining:
    """Seconds until a session ends by itself; `why` it is over, or will be; how far a sign-in has come; whether it is
    of the demo practice."""

    seconds: int
    why: str
    stage: str = ""
    demo: bool = False

    @property
    def is_over(self) -> bool:
        return self.seconds <= 0


def watch_session(db: Session, session_id: str) -> Remaining:
    """Looking is not doing: the session lasts no longer for it."""
    session = _session(db, session_id)
    left = _remaining(session)
    if left.is_over and session:
        return replace(left, demo=account_by_id(db, session.account_id)[0].demo)
    return left


def stay(db: Session, session_id: str) -> Remaining:
    """The person has done something: from now on the session lasts as long again, but never beyond its longest."""
    session = _session(db, session_id)
    if session and not _remaining(session).is_over:
        session.last_seen_at = now()
    return _remaining(session)


def _session(db: Session, session_id: str) -> UserSession | None:
    session = session_by_key(db, session_key(session_id)) if session_id else None
    if session:
        keep_time_of(account_by_id(db, session.account_id)[1].practice_id)
    return session


def _remaining(session: UserSession | None) -> Remaining:
    if session is None or session.ended_at:
        return Remaining(0, session.ended if session else Ended.SIGNED_OUT)
    if session.stage != Stage.IN:
        return Remaining(0, Ended.SIGNED_OUT, session.stage)
    end, why = ends_at(session.started_at, session.last_seen_at, idle_time())
    return Remaining(max(0, int((end - now()).total_seconds())), why)
