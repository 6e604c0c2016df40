"""Who stands behind a browser's cookie. Everything else is given the person, and asks nobody."""

from datetime import timedelta

from sqlmodel import Session

from mbp_claims.clock import keep_time_of, now
from mbp_claims.db.sessions import open_session
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import ends_at, session_key
from mbp_claims.settings import settings


def who_asks(db: Session, session_id: str) -> Clinician | None:
    """The person of this session; None when there is no such session, or it is over. It is as late as there."""
    found = open_session(db, session_key(session_id)) if session_id else None
    if found is None:
        return None
    clinician, started_at, last_seen_at = found
    keep_time_of(clinician.practice_id)
    return clinician if now() < ends_at(started_at, last_seen_at, idle_time())[0] else None


def idle_time() -> timedelta:
    """How long a session lasts while its person does nothing."""
    return timedelta(minutes=settings.idle_minutes)
