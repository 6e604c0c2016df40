"""With what a person signs in. One account for each person of a practice."""

import hashlib
import secrets
from datetime import datetime

from sqlmodel import Field, SQLModel


class Account(SQLModel, table=True):
    """`email` is kept in small letters. Without a `password_hash` (argon2id) nobody signs in with a password.

    `totp_secret` is the shared secret of the second factor in base32, empty without one; `totp_step` the last of its
    half minutes that was used, so that no code counts twice; `totp_pending` a new one that is not confirmed yet.
    A `demo` account opens at the press of a button.
    """

    id: int | None = Field(default=None, primary_key=True)
    clinician_id: int = Field(foreign_key="clinician.id", unique=True)
    email: str = Field(unique=True)
    password_hash: str = ""
    password_set_at: datetime | None = None
    totp_secret: str = ""
    totp_pending: str = ""
    totp_step: int = 0
    demo: bool = False
    created_at: datetime


class RecoveryCode(SQLModel, table=True):
    """One way in without the second factor, for once. Only its sha256 is kept: it is as long as a key."""

    __tablename__ = "recovery_code"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    code_hash: str
    used_at: datetime | None = None


class ResetLink(SQLModel, table=True):
    """A link to choose a new password, for once. Only the sha256 of its secret is kept."""

    __tablename__ = "reset_link"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    secret_hash: str = Field(unique=True)
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None = None


def new_link_secret() -> str:
    """What a link holds: 256 random bits."""
    return secrets.token_urlsafe(32)


def secret_hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def sign_in_name(email: str) -> str:
    """The e-mail as accounts keep it."""
    return email.strip().lower()
