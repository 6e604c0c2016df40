"""Makes a backup while the program runs."""

import os
import tempfile
from datetime import datetime
from pathlib import Path

from sqlalchemy import text

from mbp_claims.backup.databases import NAMES, check, copy_out, kind_of
from mbp_claims.backup.package import FILES, PRIVATE, Contents, digest_of, pack, unpack
from mbp_claims.backup.refused import BackupRefused
from mbp_claims.db.engine import engine

PART = ".part"


def make_backup(url: str, clearinghouse: Path, to: Path, passphrase: str, at: datetime) -> Contents:
    """Writes the backup, opens it again, and gives what it holds: whole, on the disk, and for its owner alone.

    BackupRefused, with nothing left behind; a file that is there already is kept.
    """
    if to.exists():
        raise BackupRefused(f"{to} is there already. Choose another name: nothing is overwritten.")
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".mbp-backup-", dir=to.parent) as folder:
        kind = kind_of(url)
        copy = Path(folder) / NAMES[kind]
        # What came in is read before the database, what went out after it: a file between the two is there twice
        # rather than nowhere, and neither is taken in nor sent a second time.
        files: dict[str, bytes | Path] = dict(_files(clearinghouse, "inbox"))
        copy_out(url, copy)
        check(kind, copy)
        files = {NAMES[kind]: copy} | files | dict(_files(clearinghouse, ""))
        digests = {name: digest_of(content) for name, content in files.items()}
        contents = Contents(at.isoformat(), kind, _revision(url), digests)
        part = Path(folder) / f"{to.name}{PART}"
        try:
            with part.open("xb") as opened:
                pack(opened, passphrase, contents, files)
                opened.flush()
                os.fsync(opened.fileno())
            with part.open("rb") as opened:
                unpack(opened, passphrase, Path(folder) / "again")
            part.chmod(PRIVATE)
            os.link(part, to)
        except OSError as error:
            raise BackupRefused(f"{to} could not be written: {(error.strerror or 'it failed').lower()}.") from error
    return contents


def _files(root: Path, folder: str) -> dict[str, bytes]:
    """Every file of that folder of each practice, or of all of them; not what is still being written."""
    found = (path for path in root.rglob("*") if path.is_file() and not path.name.startswith("."))
    wanted = {f"{FILES}/{path.relative_to(root).as_posix()}": path for path in found}
    return {name: path.read_bytes() for name, path in sorted(wanted.items()) if folder in ("", path.parent.name)}


def _revision(url: str) -> str:
    with engine(url).connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())

