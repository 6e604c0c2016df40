"""How a practice is connected to its clearinghouse. Secrets are named here, never held."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import CheckConstraint, Field, SQLModel, UniqueConstraint


class Way(StrEnum):
    """How files travel. `folder` is the default: an outbox and an inbox under the data folder."""

    FOLDER = "folder"
    SFTP = "sftp"


class SignIn(StrEnum):
    KEY = "key"
    PASSWORD = "password"


class KeptIn(StrEnum):
    """Where a secret lies: an environment variable, or a file in the folder of secrets."""

    ENVIRONMENT = "environment"
    FILE = "file"


class AfterFetch(StrEnum):
    """What becomes of a file in the inbox once its copy is kept."""

    ARCHIVE = "archive"
    DELETE = "delete"


class Connection(SQLModel, table=True):
    """One for each practice. `host_key` is the pinned one: a public key line, or its fingerprint (SHA256:…)."""

    __tablename__ = "connection"
    __table_args__ = (
        UniqueConstraint("practice_id", name="uq_connection_practice"),
        CheckConstraint("way <> 'sftp' OR (host <> '' AND host_key <> '')", name="ck_connection_pinned"),
    )
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    way: str = Way.FOLDER
    host: str = ""
    port: int = 22
    username: str = ""
    sign_in: str = SignIn.KEY
    kept_in: str = KeptIn.ENVIRONMENT
    secret_name: str = ""
    host_key: str = ""
    outbox: str = "outbox"
    inbox: str = "inbox"
    archive: str = "archive"
    after_fetch: str = AfterFetch.ARCHIVE
    synced_at: datetime | None = None
    synced: str = ""
    problem: str = ""

    @property
    def is_sftp(self) -> bool:
        return self.way == Way.SFTP

    @property
    def place(self) -> str:
        """`sftp.example.com, port 2222`; the port only where it is not the usual one."""
        return self.host if self.port == 22 else f"{self.host}, port {self.port}"
