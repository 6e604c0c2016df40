"""A database, and the files beside it, under another key: written anew, compared, and put in place in one step."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3

from mbp_claims.db.opening import connect, make_private, why_locked
from mbp_claims.sealing import SEALED, WrongKey, database_key, settle, unseal, write_sealed

IN_USE = "The database is in use. Stop the program first, then try again."


def reseal_database(file: Path, old: str, new: str) -> None:
    """From one key to another; "" is none. Until the last moment the database stands as it was, whatever happens.

    WrongKey where the old key does not open it, or somebody else has it open.
    """
    why_locked(file, old)
    beside = file.with_name(f"{file.name}.new")
    beside.unlink(missing_ok=True)
    make_private(beside)
    with closing(_alone(file, old)) as rows:
        rows.execute(f"ATTACH DATABASE ? AS beside KEY {_quoted(new, beside)}", (str(beside),))
        rows.execute("SELECT sqlcipher_export('beside')")
        for mark in ("user_version", "application_id"):
            rows.execute(f"PRAGMA beside.{mark}={rows.execute(f'PRAGMA main.{mark}').fetchone()[0]}")
        counts = _counts(rows, "main")
        rows.execute("DETACH DATABASE beside")
        with closing(connect(beside, new)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok" and _counts(copy, "main") == counts
        if not sound:
            beside.unlink()
            raise RuntimeError("The copy of the database is not what was copied.")
        settle(beside)
        beside.replace(file)
    for part in ("-wal", "-shm"):
        file.with_name(f"{file.name}{part}").unlink(missing_ok=True)
    settle(file.parent)


def reseal_files(files: Iterable[Path], old: str, new: str) -> None:
    """Each on its own; what has the new key already stays, so that this can be done again. WrongKey for a third key."""
    for file in files:
        content = file.read_bytes()
        if file.suffix == SEALED:
            if new and _opens(new, content):
                continue
            content = unseal(old, content)
        write_sealed(file.with_suffix("") if file.suffix == SEALED else file, content, new)
        if file.exists() and (file.suffix == SEALED) != bool(new):
            file.unlink()


def _alone(file: Path, key: str) -> Any:
    """The file, through the driver that knows keys, with nobody else at it and all of it in the one file."""
    rows = sqlcipher3.connect(file, isolation_level=None, timeout=0)
    if key:
        rows.execute(f"PRAGMA key={_quoted(key, file)}")
    try:
        rows.execute("PRAGMA locking_mode=EXCLUSIVE")
        rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        rows.execute("BEGIN EXCLUSIVE")
        rows.execute("COMMIT")
    except sqlcipher3.OperationalError as busy:
        rows.close()
        raise WrongKey(IN_USE) from busy
    return rows


def _quoted(key: str, file: Path) -> str:
    return f'"{database_key(key, file)}"' if key else "''"


def _counts(rows: Any, schema: str) -> dict[str, int]:
    names = [name for (name,) in rows.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'")]
    return {name: rows.execute(f'SELECT count(*) FROM {schema}."{name}"').fetchone()[0] for name in sorted(names)}


def _opens(key: str, content: bytes) -> bool:
    try:
        unseal(key, content)
    except WrongKey:
        return False
    return True
