"""How a practice is connected to its clearinghouse. Secrets are named here, never held."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import CheckConstraint, Field, SQLModel, UniqueConstraint

LEASE = timedelta(minutes=10)
"""How long whoever syncs may be silent before somebody else may; each of its steps begins it anew."""
LONGEST_WAIT = timedelta(hours=4)
"""However often it failed, it is tried again after that long."""

PASSPHRASE = "_PASSPHRASE"
"""Behind the name of a private key: the name of what opens it."""


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
    """One for each practice. `host_key` is the pinned one: a public key line, or its fingerprint (SHA256:…).

    `synced_by` is a token of whoever syncs just now, until `synced_until`; `failures` counts those since it went well.
    """

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
    failures: int = 0
    synced_by: str = ""
    synced_until: datetime | None = None
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})

    def is_synced_now(self, at: datetime) -> bool:
        """Somebody is at it: two at once would fetch the same files."""
        return self.synced_until is not None and self.synced_until > at

    def next_sync(self, every: timedelta, started: datetime) -> datetime:
        """When it is synced by itself: `every` after the last time, longer after each failure. One that was never
        synced, `every` after the program `started`."""
        if self.synced_at is None:
            return started + every
        return self.synced_at + min(every * 2**min(self.failures, 20), max(LONGEST_WAIT, every))

    def begin_sync(self, token: str, at: datetime) -> None:
        self.synced_by, self.synced_until = token, at + LEASE

    def end_sync(self, words: str, problem: str, at: datetime) -> None:
        self.synced_at, self.synced, self.problem = at, words, problem
        self.failures = self.failures + 1 if problem else 0
        self.synced_by, self.synced_until = "", None

    @property
    def is_sftp(self) -> bool:
        return self.way == Way.SFTP

    @property
    def place(self) -> str:
        """`sftp.example.com, port 2222`; the port only where it is not the usual one."""
        return self.host if self.port == 22 else f"{self.host}, port {self.port}"
