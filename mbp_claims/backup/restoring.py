"""Restores a backup into an empty place: everything is checked before anything is put where it belongs."""

import os
import tempfile
from collections.abc import Collection
from pathlib import Path

from mbp_claims.backup.databases import NAMES, check, kind_of, put_in, refuse_unless_empty
from mbp_claims.backup.package import FILES, Contents, digest_of, unpack
from mbp_claims.backup.refused import BackupRefused


def restore_backup(
    file: Path, passphrase: str, url: str, clearinghouse: Path, known: Collection[str]
) -> Contents:
    """Gives what was restored. `known` are the migrations of this program. BackupRefused with the reason: nothing was
    changed then. Files first, then the database: whoever was interrupted finds no database, and restores again.
    """
    refuse_unless_empty(url)
    if not file.is_file() or not os.access(file, os.R_OK):
        raise BackupRefused(f"{file} is not there, or cannot be read. Nothing was changed.")
    clearinghouse.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".mbp-restore-", dir=clearinghouse.parent) as folder:
        here = Path(folder)
        with file.open("rb") as sealed:
            contents = unpack(sealed, passphrase, here)
        _refuse_foreign(contents, kind_of(url), known)
        check(contents.database, here / NAMES[contents.database])
        _refuse_other_files(here, clearinghouse, contents)
        _put_files(here / FILES, clearinghouse)
        put_in(url, here / NAMES[contents.database])
    return contents


def _refuse_foreign(contents: Contents, kind: str, known: Collection[str]) -> None:
    if contents.database != kind:
        other = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        raise BackupRefused(
            f"This is a backup of {other[contents.database]}, and MBP_DATABASE_URL names {other.get(kind, kind)}. "
            "Nothing was changed."
        )
    if contents.revision not in known:
        raise BackupRefused("The backup was made by a newer version of this program. Restore it with that one.")


def _refuse_other_files(here: Path, clearinghouse: Path, contents: Contents) -> None:
    """Files that lie there already are the backup's own, from a restore that was interrupted; or they are kept."""
    for path in clearinghouse.rglob("*"):
        name = f"{FILES}/{path.relative_to(clearinghouse).as_posix()}"
        if path.is_file() and contents.files.get(name) != digest_of(path):
            raise BackupRefused(f"There are files in {clearinghouse} already. Move them away: nothing is overwritten.")


def _put_files(of: Path, clearinghouse: Path) -> None:
    for path in sorted(of.rglob("*")):
        to = clearinghouse / path.relative_to(of)
        if path.is_dir():
            to.mkdir(mode=0o700, parents=True, exist_ok=True)
        elif not to.exists():
            to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.rename(to)
