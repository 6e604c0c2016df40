"""The database as one file, and back into an empty place: SQLite's own copy, or pg_dump and pg_restore.

A database that has a key is copied with it: nothing of it lies unencrypted anywhere meanwhile.
"""

import os
import subprocess
from contextlib import closing
from pathlib import Path
from shutil import which

from sqlalchemy import inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from mbp_claims.backup.refused import BackupRefused
from mbp_claims.db.engine import engine
from mbp_claims.db.opening import connect
from mbp_claims.sealing import WrongKey

NAMES = {"sqlite": "database.sqlite", "postgresql": "database.pgdump"}
PAGES = 2000
"""How much of an SQLite file is copied before somebody else may write."""


def kind_of(url: str) -> str:
    return make_url(url).get_backend_name()


def copy_out(url: str, into: Path) -> None:
    """A snapshot, whatever is written meanwhile. BackupRefused where there is no database, or the tools are missing."""
    if kind_of(url) == "sqlite":
        _copy_sqlite(url, into)
    else:
        _run("pg_dump", url, "--format=custom", "--no-owner", f"--file={into}")


def refuse_unless_empty(url: str) -> None:
    """BackupRefused where anything stands already."""
    if kind_of(url) == "sqlite":
        file = Path(make_url(url).database or "")
        if any(file.with_name(f"{file.name}{end}").exists() for end in ("", "-wal")):
            raise BackupRefused(f"There is a database at {file} already. Move it away first: nothing is overwritten.")
        return
    try:
        there = inspect(engine(url)).get_table_names()
    except DBAPIError as error:
        raise BackupRefused("The PostgreSQL database cannot be reached. Make an empty one first: createdb.") from error
    if there:
        raise BackupRefused("The PostgreSQL database has tables already. Make an empty one: nothing is overwritten.")


def put_in(url: str, file: Path) -> None:
    """The last step: after it everything is there; before it nothing is."""
    if kind_of(url) == "sqlite":
        to = Path(make_url(url).database or "")
        to.parent.mkdir(parents=True, exist_ok=True)
        os.link(file, to)
    else:
        _run("pg_restore", url, "--exit-on-error", "--single-transaction", "--no-owner", "--dbname=", str(file))


def check(kind: str, file: Path) -> None:
    """BackupRefused when the copy is not whole, or has another key."""
    if kind != "sqlite":
        return
    try:
        with closing(connect(file)) as database:
            said = [row[0] for row in database.execute("PRAGMA integrity_check")]
            broken = database.execute("PRAGMA foreign_key_check").fetchall()
    except WrongKey as wrong:
        raise BackupRefused("The database had another MBP_DATABASE_KEY then: set that. Nothing was changed.") from wrong
    if said != ["ok"] or broken:
        raise BackupRefused("The database in this backup is not whole. Nothing was changed.")


def _copy_sqlite(url: str, into: Path) -> None:
    file = Path(make_url(url).database or "")
    if not file.exists():
        raise BackupRefused("There is no database yet. Nothing was backed up.")
    with closing(connect(file)) as database, closing(connect(into)) as copy:
        database.backup(copy, pages=PAGES)
        copy.execute("PRAGMA journal_mode=DELETE")


def _run(program: str, url: str, *arguments: str) -> None:
    """The password goes through the environment, which nobody else on the machine sees."""
    if which(program) is None:
        raise BackupRefused(f"{program} is needed and was not found. On Debian: apt-get install postgresql-client")
    address = make_url(url)
    told = {"PGHOST": address.query.get("host") or address.host, "PGPORT": address.port, "PGUSER": address.username,
            "PGPASSWORD": address.password, "PGDATABASE": address.database}  # fmt: skip
    environment = os.environ | {name: str(value) for name, value in told.items() if value}
    named = [f"--dbname={address.database}" if one == "--dbname=" else one for one in arguments]
    done = subprocess.run([program, *named], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise BackupRefused(f"{program} failed: {last}")
