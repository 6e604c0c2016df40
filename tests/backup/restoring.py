"""Restores a backup beside what it was made of."""

from pathlib import Path

import pytest

from mbp_claims.backup.refused import BackupRefused
from mbp_claims.backup.restoring import restore_backup
from mbp_claims.launch.schema import known_revisions

PASSPHRASE = "eleven quiet herons by the pier"


def restored(file: Path, to: Path, passphrase: str = PASSPHRASE, url: str = "") -> tuple[str, Path]:
    url, place = url or f"sqlite:///{to}/new.db", to / "clearinghouse"
    restore_backup(file, passphrase, url, place, known_revisions())
    return url, place


def files(place: Path) -> dict[str, bytes]:
    found = (path for path in place.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(place)): path.read_bytes() for path in found}


def refused(file: Path, to: Path, passphrase: str = PASSPHRASE, url: str = "") -> str:
    """Why; nothing was put anywhere."""
    with pytest.raises(BackupRefused) as why:
        restored(file, to, passphrase, url)
    assert [path for path in to.rglob("*") if path.is_file()] == []
    return str(why.value)
