"""Attempts to sign in: what throttling counts. Of an e-mail that nobody has only a digest is kept."""

import hashlib
from datetime import datetime

from sqlmodel import Field, Index, SQLModel


class SignInAttempt(SQLModel, table=True):
    """One attempt from an address. `subject` is the sha256 of the e-mail that was typed, whether anybody has it or not.

    It counts as failed until it has gone well, so that attempts at the same moment count each other.
    """

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        Index("ix_sign_in_attempt_subject", "subject", "at"),
        Index("ix_sign_in_attempt_address", "address", "at"),
        Index("ix_sign_in_attempt_at", "at"),
    )
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    subject: str
    address: str
    well: bool = False


def subject_of(email: str) -> str:
    """The digest of an e-mail as it is typed to sign in."""
    return hashlib.sha256(email.encode()).hexdigest()
