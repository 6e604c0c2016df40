"""What is no backup, or not for here, is a sentence and changes nothing."""

from pathlib import Path

import pytest

from mbp_claims.backup.making import make_backup
from mbp_claims.backup.refused import BackupRefused
from mbp_claims.backup.restoring import restore_backup
from mbp_claims.backup.sealed import CHECK, MAGIC, SALT
from mbp_claims.clock import now
from mbp_claims.db.engine import engine
from mbp_claims.launch.schema import known_revisions
from tests.backup.restoring import PASSPHRASE, files, refused, restored
from tests.desk import Desk


def spoilt(content: bytes) -> dict[str, bytes]:
    head = len(MAGIC) + 1 + SALT + CHECK
    start, *pieces = [content[:head], *(content[at : at + 1040] for at in range(head, len(content), 1040))]
    assert len(pieces) > 3

    def changed(at: int) -> bytes:
        return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]

    return {
        "empty": b"", "no backup": b"ISA*00*", "only its head": start, "its last byte cut off": content[:-1],
        "its last piece cut off": b"".join([start, *pieces[:-1]]), "something added": content + b"\0",
        "a byte changed": changed(len(content) // 2), "its last byte changed": changed(len(content) - 1),
        "its cost changed": changed(len(MAGIC)), "a piece left out": b"".join([start, *pieces[1:]]),
        "a piece added": b"".join([start, *pieces, pieces[-1]]),
        "two pieces changed places": b"".join([start, pieces[1], pieces[0], *pieces[2:]]),
    }  # fmt: skip


def test_a_spoilt_one_is_a_sentence_and_changes_nothing(backup: Path, tmp_path: Path):
    content = backup.read_bytes()
    for what, spoil in spoilt(content).items():
        backup.write_bytes(spoil)
        assert refused(backup, tmp_path / "new").endswith("Nothing was changed."), what


def test_another_passphrase_is_a_sentence_and_changes_nothing(backup: Path, tmp_path: Path):
    assert "another passphrase" in refused(backup, tmp_path / "new", "twelve loud herons at the pier")


def test_a_short_passphrase_keeps_nothing(worked: Desk, place: Path, tmp_path: Path):
    with pytest.raises(BackupRefused, match="12 characters or more"):
        make_backup(worked.url, place, tmp_path / "short.mbp", "heron", now())
    assert not (tmp_path / "short.mbp").exists()


def test_nothing_is_overwritten(worked: Desk, place: Path, backup: Path, tmp_path: Path):
    before, content = worked.everything(), backup.read_bytes()
    with pytest.raises(BackupRefused, match="already"):
        restore_backup(backup, PASSPHRASE, worked.url, place, known_revisions())
    with pytest.raises(BackupRefused, match="nothing is overwritten"):
        make_backup(worked.url, place, backup, PASSPHRASE, now())
    there = tmp_path / "new" / "clearinghouse" / "7"
    there.mkdir(parents=True)
    (there / "theirs.837").write_text("theirs")
    with pytest.raises(BackupRefused, match="There are files in"):
        restored(backup, tmp_path / "new")
    assert not (tmp_path / "new" / "new.db").exists() and (there / "theirs.837").read_text() == "theirs"
    assert (worked.everything(), backup.read_bytes()) == (before, content)


def test_whoever_was_interrupted_restores_again(
    worked: Desk, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The files are there, the database is not: the most that an interruption leaves."""
    with monkeypatch.context() as broken:
        broken.setattr("mbp_claims.backup.restoring.put_in", lambda *told: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            restored(backup, tmp_path / "new")
    url, there = restored(backup, tmp_path / "new")
    assert Desk(url, worked.clinician).everything() == worked.everything() and len(files(there)) == 2
    engine(url).dispose()


def test_a_backup_of_a_newer_program_waits_for_that_program(backup: Path, tmp_path: Path):
    with pytest.raises(BackupRefused, match="newer version"):
        restore_backup(backup, PASSPHRASE, f"sqlite:///{tmp_path}/new/x.db", tmp_path / "new" / "c", {"0001"})
