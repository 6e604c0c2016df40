"""The database, SQLite or PostgreSQL: its settings in one place, and how a transaction begins.

In the event loop nobody waits for a lock: a transaction that cannot begin there at once is refused as Busy, and whoever
asked tries again. In a thread it waits for `settings.wait_seconds`.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, PoolProxiedConnection, event
from sqlalchemy.engine import make_url
from sqlmodel import Session, create_engine

import mbp_claims.db.versions  # noqa: F401
from mbp_claims.db.opening import sqlite_engine
from mbp_claims.db.outages import plainly
from mbp_claims.db.same_file import keep_to_the_file
from mbp_claims.settings import settings

WAIT_MILLISECONDS = settings.wait_seconds * 1000
HASTY_MILLISECONDS = 10
"""What PostgreSQL may wait in the event loop: less than a person notices; 0 would be for ever."""
WRITING = "mbp_writing"
HASTY = "mbp_hasty"


@cache
def engine(url: str = settings.database_url) -> Engine:
    """The engine of that address. SQLite gets foreign keys, a write-ahead log and a busy timeout."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return _postgres(url, WAIT_MILLISECONDS)
    # Threads are few and bounded elsewhere: nobody waits for a connection.
    made = sqlite_engine(url, max_overflow=-1)
    if address.database:
        keep_to_the_file(made, Path(address.database))
    event.listen(made, "connect", _settle_sqlite)
    event.listen(made, "begin", _begin_sqlite)
    return made


@contextmanager
def transaction(url: str | None = None) -> Iterator[Session]:
    """A session that writes: all of it, or nothing. On SQLite the write lock is taken at once, so nobody deadlocks.

    Busy where another holds the lock (see above); another Outage where the database cannot do its part.
    """
    with plainly(), Session(_writing(url or settings.database_url), expire_on_commit=False) as db, db.begin():
        yield db


@contextmanager
def reading(url: str | None = None) -> Iterator[Session]:
    """A session that only reads, and waits for nobody. Outage where the database cannot do its part."""
    with plainly(), Session(engine(url or settings.database_url), expire_on_commit=False) as db:
        yield db


def apart(url: str | None = None) -> PoolProxiedConnection:
    """A connection without a session or a transaction, for who only listens. `invalidate` it in the end."""
    return engine(url or settings.database_url).raw_connection()


def _writing(url: str) -> Engine:
    hasty = _in_event_loop()
    made = _hasty_postgres(url) if hasty and not url.startswith("sqlite") else engine(url)
    return made.execution_options(**{WRITING: True, HASTY: hasty})


def _in_event_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


@cache
def _hasty_postgres(url: str) -> Engine:
    """Connections of the event loop's own: telling each transaction how long it may wait would be one more question."""
    return _postgres(url, HASTY_MILLISECONDS)


def _postgres(url: str, wait_milliseconds: int) -> Engine:
    given = make_url(url).query.get("options", "")
    options = f"{given} -c lock_timeout={wait_milliseconds}".strip()
    made = create_engine(
        url, hide_parameters=True, pool_pre_ping=True, max_overflow=-1, connect_args={"options": options}
    )
    event.listen(made, "connect", _settle_postgres)
    return made


def _settle_postgres(raw, _record) -> None:  # type: ignore[no-untyped-def]
    """Sums of cents are whole: PostgreSQL makes NUMERIC of a sum of BIGINT."""
    from psycopg.types.numeric import NumericLoader

    class Whole(NumericLoader):
        def load(self, data):  # type: ignore[no-untyped-def]
            number = super().load(data)
            return int(number) if number == number.to_integral_value() else number

    raw.adapters.register_loader("numeric", Whole)


def _settle_sqlite(raw, _record) -> None:  # type: ignore[no-untyped-def]
    raw.isolation_level = None
    for pragma in (
        "foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={WAIT_MILLISECONDS}"
    ):  # fmt: skip
        raw.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    told = connection.get_execution_options()
    if not told.get(WRITING):
        connection.exec_driver_sql("BEGIN")
    elif not told.get(HASTY):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        raw = connection.connection.driver_connection
        raw.execute("PRAGMA busy_timeout=0")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            raw.execute(f"PRAGMA busy_timeout={WAIT_MILLISECONDS}")
