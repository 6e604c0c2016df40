"""The one way to an SQLite database, with its key where it has one: for engines, backups and whatever else opens it."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, QueuePool, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlcipher import SQLiteDialect_pysqlcipher
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import make_url

from mbp_claims.sealing import OWNERS_ALONE, WrongKey, database_key, is_plain
from mbp_claims.settings import settings

NOT_ENCRYPTED = (
    "The database {file} is not encrypted, and a key is set. Encrypt it: mbp-claims database encrypt. "
    "Or leave MBP_DATABASE_KEY out."
)
NO_KEY = "The database {file} is encrypted. Set its key: MBP_DATABASE_KEY, or MBP_DATABASE_KEY_FILE for a file with it."
WRONG_KEY = "MBP_DATABASE_KEY does not open the database {file}. Nothing was changed. Set the key that it has."
FOLDER, OURS = 0o700, Path("data")
KEYED = "sqlite+keyed"


def sqlite_engine(url: str, **more: Any) -> Engine:
    """An engine of that file, made with its folder where it is missing; only the owner may read either."""
    address = make_url(url)
    file = Path(address.database or "")
    if address.database:
        make_private(file)
    more = {"hide_parameters": True, "connect_args": {"check_same_thread": False}, **more}
    if not (settings.database_key and address.database):
        return create_engine(url, **more)
    return create_engine(address.set(drivername=KEYED, password=settings.database_key), **more)


def connect(file: Path, key: str | None = None) -> Any:
    """A connection of the driver's own, as sqlite3 has it. `key` is the practice's, or another; "" is none.

    Two such connections can be copied by SQLite's backup. WrongKey where the file cannot be read with it.
    """
    key = settings.database_key if key is None else key
    why_locked(file, key)
    make_private(file)
    opened = _driver(key).connect(file, isolation_level=None, check_same_thread=False)
    if key:
        hand_over(opened, key, file)
    return opened


def hand_over(opened: Any, key: str, file: Path) -> None:
    """The key, before anything else is asked. SQLCipher itself would write to the log in a form of its own."""
    opened.execute("PRAGMA cipher_log_level=NONE")
    opened.execute(f'PRAGMA key="{database_key(key, file)}"')


def why_locked(file: Path | None, key: str | None = None) -> None:
    """WrongKey where the file is there and cannot be read with the key; the message says what to do."""
    key = settings.database_key if key is None else key
    plain = is_plain(file) if file else None
    if file is None or plain is None:
        return
    if plain or not key:
        if plain != (not key):
            raise WrongKey((NOT_ENCRYPTED if plain else NO_KEY).format(file=file))
        return
    trying = _driver(key).connect(file)
    try:
        hand_over(trying, key, file)
        trying.execute("SELECT count(*) FROM sqlite_master")
    except _driver(key).DatabaseError as wrong:
        if "not a database" in str(wrong):
            raise WrongKey(WRONG_KEY.format(file=file)) from wrong
        raise
    finally:
        trying.close()


def make_private(file: Path) -> None:
    """The file and, where it is ours, its folder are the owner's alone; what SQLite lays beside it follows the file."""
    if not file.parent.exists():
        file.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    elif file.parent == OURS and file.parent.stat().st_mode & 0o077:
        file.parent.chmod(FOLDER)
    if not file.exists():
        # One that is there is not opened: closing it would take away the locks that this process has on it.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, OWNERS_ALONE))
    for path in (file, *(file.with_name(f"{file.name}{part}") for part in ("-wal", "-shm"))):
        if path.exists() and path.stat().st_mode & 0o077:
            path.chmod(OWNERS_ALONE)


class KeyedDialect(SQLiteDialect_pysqlcipher):
    """SQLAlchemy's for SQLCipher, with the key of the file as it is now: one that took its place has another."""

    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: URL) -> type[QueuePool]:
        return QueuePool

    def on_connect_url(self, url: URL) -> Any:
        then = SQLiteDialect_pysqlite.on_connect_url(self, url)

        def begin(opened: Any) -> None:
            hand_over(opened, url.password or "", Path(url.database or ""))
            if then:
                then(opened)

        return begin


registry.register(KEYED.replace("+", "."), __name__, KeyedDialect.__name__)


def _driver(key: str) -> Any:
    if not key:
        return sqlite3
    import sqlcipher3

    return sqlcipher3
