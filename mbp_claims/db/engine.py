"""The database, SQLite or PostgreSQL: one engine per address, its settings in one place."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import make_url
from sqlmodel import Session, create_engine

from mbp_claims.settings import settings

BUSY_MILLISECONDS = 5000
WRITING = "mbp_writing"


@cache
def engine(url: str = settings.database_url) -> Engine:
    """The engine of that address. SQLite gets foreign keys, a write-ahead log and a busy timeout."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    made = create_engine(url, hide_parameters=True, connect_args={"check_same_thread": False})
    event.listen(made, "connect", _settle_sqlite)
    event.listen(made, "begin", _begin_sqlite)
    return made


@contextmanager
def transaction(url: str | None = None) -> Iterator[Session]:
    """A session that writes: all of it, or nothing. On SQLite the write lock is taken at once, so nobody deadlocks."""
    writing = engine(url or settings.database_url).execution_options(**{WRITING: True})
    with Session(writing, expire_on_commit=False) as db, db.begin():
        yield db


@contextmanager
def reading(url: str | None = None) -> Iterator[Session]:
    """A session that only reads."""
    with Session(engine(url or settings.database_url), expire_on_commit=False) as db:
        yield db


def _settle_sqlite(raw, _record) -> None:  # type: ignore[no-untyped-def]
    raw.isolation_level = None
    for pragma in (
        "foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={BUSY_MILLISECONDS}"
    ):  # fmt: skip
        raw.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
