"""A session: one browser in which one person is signed in, until it is ended or ends by itself."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import CheckConstraint, Field, SQLModel

LONGEST = timedelta(hours=12)
"""However busy the person is."""


class Stage(StrEnum):
    """How far a sign-in has come. Only who is IN may do anything."""

    IN = "in"
    CODE = "code"
    SET_UP = "set-up"


class Ended(StrEnum):
    """Why a session is over. The first two happen by themselves, and nobody writes them down."""

    IDLE = "idle"
    HOURS = "hours"
    SIGNED_OUT = "signed-out"
    PASSWORD = "password"
    DISABLED = "disabled"
    RENEWED = "renewed"


class UserSession(SQLModel, table=True):
    """`key` is the sha256 of the random id that the browser's cookie holds: who reads the table cannot sign in."""

    __tablename__ = "session"
    __table_args__ = (CheckConstraint("stage IN ('in', 'code', 'set-up')", name="ck_session_stage"),)
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    stage: str = Stage.IN
    started_at: datetime
    last_seen_at: datetime
    address: str = ""
    browser: str = ""
    ended_at: datetime | None = None
    ended: str = ""


def new_session_id() -> str:
    """What a cookie holds: 256 random bits."""
    return secrets.token_urlsafe(32)


def session_key(session_id: str) -> str:
    """What the database holds in its place."""
    return hashlib.sha256(session_id.encode()).hexdigest()


def ends_at(started_at: datetime, last_seen_at: datetime, idle: timedelta) -> tuple[datetime, Ended]:
    """When a session ends by itself if the person does nothing more, and why."""
    by_hours, by_idling = started_at + LONGEST, last_seen_at + idle
    return (by_hours, Ended.HOURS) if by_hours <= by_idling else (by_idling, Ended.IDLE)


@dataclass(frozen=True)
class Caller:
    """From where somebody asks, before it is known who: the network address, the browser as it calls itself, and the
    session id that it holds already."""

    address: str = ""
    browser: str = ""
    session_id: str = ""


@dataclass(frozen=True)
class Opened:
    """A session as it begins: the id for the browser's cookie, and how far the sign-in has come. `again`: the browser's
    session before was the same person's."""

    session_id: str
    stage: str
    again: bool = False
