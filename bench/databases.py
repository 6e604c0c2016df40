"""Where posting is measured: copies of one prepared database, as SQLite files or on a PostgreSQL server."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from mbp_claims.db.engine import engine
from tests.desk import fresh_copy

Written = list[tuple[str, list[Any]]]
Took = dict[str, float]


class Place(Protocol):
    name: str
    base: str
    """The address of the database that is prepared once."""

    def settled(self) -> None:
        """After the base was prepared."""

    def copy(self, name: str) -> str:
        """The address of a new copy of the base."""

    def replay(self, name: str, written: Written) -> Took:
        """On another copy, by the driver alone, in one transaction."""


@contextmanager
def timed() -> Iterator[Took]:
    """Seconds by the clock, and of this process alone: others work on the machine, too."""
    took: Took = {}
    clock, own = time.perf_counter(), time.process_time()
    yield took
    took |= {"clock": time.perf_counter() - clock, "own": time.process_time() - own}


class SqliteFiles:
    name = "SQLite"

    def __init__(self, folder: Path):
        self._file = folder / "base.db"
        self.base = f"sqlite:///{self._file}"

    def settled(self) -> None:
        with engine(self.base).connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine(self.base).dispose()

    def copy(self, name: str) -> str:
        return fresh_copy(self._file, f"{name}.db")

    def replay(self, name: str, written: Written) -> Took:
        url = self.copy(name)
        raw = sqlite3.connect(self._file.with_name(f"{name}.db"), isolation_level=None)
        for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL"):
            raw.execute(f"PRAGMA {pragma}")
        with timed() as took:
            raw.execute("BEGIN IMMEDIATE")
            for statement, rows in written:
                raw.executemany(statement, rows)
            raw.execute("COMMIT")
        raw.close()
        engine(url).dispose()
        return took


class PostgresServer:
    """`url` is of a database of the server from which others may be made; those of the bench are dropped first."""

    name = "PostgreSQL"

    def __init__(self, url: str):
        self._door = make_url(url)
        self.base = self._made("mbp_bench_base")

    def settled(self) -> None:
        engine(self.base).dispose()
        self._ask(lambda connection: connection.exec_driver_sql("CHECKPOINT"))

    def copy(self, name: str) -> str:
        return self._made(f"mbp_bench_{name}", "mbp_bench_base")

    def replay(self, name: str, written: Written) -> Took:
        import psycopg

        address = make_url(self.copy(name)).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address) as raw, raw.cursor() as cursor, timed() as took:
            for statement, rows in written:
                cursor.executemany(statement, rows)
            raw.commit()
        return took

    def _made(self, name: str, template: str = "template1") -> str:
        url = self._door.set(database=name).render_as_string(hide_password=False)
        engine(url).dispose()

        def make(connection: Any) -> None:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}")

        self._ask(make)
        return url

    def _ask(self, what: Callable[[Any], object]) -> None:
        door = create_engine(self._door, isolation_level="AUTOCOMMIT")
        with door.connect() as connection:
            what(connection)
        door.dispose()
