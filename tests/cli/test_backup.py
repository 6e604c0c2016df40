"""`mbp-claims backup` and `restore`: where the passphrase comes from, and what is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from mbp_claims import cli, settings
from mbp_claims.backup import sealed
from tests.desk import Desk

PASSPHRASE = "eleven quiet herons by the pier"


@pytest.fixture(autouse=True)
def place(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new place, empty: `restore` goes there once `moved`."""
    monkeypatch.setattr(sealed, "COST", 5)
    here = replace(settings.settings, database_url=desk.url, clearinghouse=tmp_path / "clearinghouse")
    monkeypatch.setattr(settings, "settings", here)
    monkeypatch.setattr("sys.stdin", (tmp_path / "nobody").open("w+"))
    return tmp_path


def moved(place: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{place}/new/there.db"
    there = replace(settings.settings, database_url=url, clearinghouse=place / "new" / "clearinghouse")
    monkeypatch.setattr(settings, "settings", there)
    return url


def test_made_with_a_passphrase_of_the_environment_and_restored_with_one_of_a_file(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    before = desk.everything()
    monkeypatch.setenv("MBP_BACKUP_PASSPHRASE", PASSPHRASE)
    assert cli.main(["backup", str(place / "day.backup")]) == 0
    assert "the database and 0 files. Secrets of SFTP are not in it." in capsys.readouterr().out
    monkeypatch.delenv("MBP_BACKUP_PASSPHRASE")
    (place / "secret").write_text(f"{PASSPHRASE}\n")
    monkeypatch.setenv("MBP_BACKUP_PASSPHRASE_FILE", str(place / "secret"))
    url = moved(place, monkeypatch)
    assert cli.main(["restore", str(place / "day.backup")]) == 0
    assert capsys.readouterr().out.startswith("Restored as of 2026-11-23T21:40:00-05:00: the database and 0 files.")
    assert Desk(url, desk.clinician).everything() == before
    assert cli.main(["restore", str(place / "day.backup")]) == 1
    assert "nothing is overwritten" in capsys.readouterr().err


def test_without_a_passphrase_it_says_where_to_put_one(place: Path, capsys: pytest.CaptureFixture[str]):
    assert cli.main(["backup", str(place / "day.backup")]) == 1
    assert capsys.readouterr().err.startswith("Set MBP_BACKUP_PASSPHRASE")
    assert not (place / "day.backup").exists()


@pytest.mark.parametrize("name", ["nowhere.backup", "."])
def test_a_file_that_is_not_there(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
):
    monkeypatch.setenv("MBP_BACKUP_PASSPHRASE", PASSPHRASE)
    moved(place, monkeypatch)
    assert cli.main(["restore", str(place / name)]) == 1
    assert "is not there, or cannot be read" in capsys.readouterr().err
