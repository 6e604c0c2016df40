"""A backup restores into an empty place exactly; a bad one is a sentence and changes nothing."""

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from mbp_claims import settings
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.backup import sealed
from mbp_claims.backup.making import make_backup
from mbp_claims.backup.refused import BackupRefused
from mbp_claims.clock import now
from mbp_claims.db import opening
from mbp_claims.db.engine import engine, transaction
from mbp_claims.db.reseal import reseal_database
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Practice
from tests import builders
from tests.backup.restoring import PASSPHRASE, files, refused, restored
from tests.db.conftest import server  # noqa: F401
from tests.db.postgres import PostgresServer
from tests.desk import Desk, fresh_copy


def schema(url: str) -> list[str]:
    with closing(sqlite3.connect(make_url(url).database)) as database:
        return sorted(sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_everything_comes_back_into_an_empty_place(worked: Desk, place: Path, backup: Path, tmp_path: Path):
    url, there = restored(backup, tmp_path / "new")
    again = Desk(url, worked.clinician)
    assert again.everything() == worked.everything()
    assert schema(url) == schema(worked.url)
    assert files(there) == files(place) and len(files(there)) == 2
    engine(url).dispose()


def test_what_was_restored_is_worked_with(worked: Desk, client: Client, backup: Path, tmp_path: Path):
    url, _ = restored(backup, tmp_path / "new")
    again = Desk(url, worked.clinician)
    number = again.do(builders.started, client).number
    assert again.do(file_claim, number).claim.status == "waiting"
    engine(url).dispose()


def test_it_is_for_its_owner_alone_and_tells_nothing(backup: Path):
    assert backup.stat().st_mode & 0o777 == 0o600
    assert b"Rowan" not in backup.read_bytes() and b"SQLite" not in backup.read_bytes()
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


def test_it_is_made_while_somebody_writes_and_holds_what_was_kept(worked: Desk, place: Path, tmp_path: Path):
    """Whoever is in the middle of something is in it from before."""
    began, may_end = threading.Event(), threading.Event()

    def write() -> None:
        with transaction(worked.url) as db:
            db.get_one(Practice, worked.clinician.practice_id).name = "Half Renamed"
            db.flush()
            began.set()
            assert may_end.wait(60)

    writing = threading.Thread(target=write)
    writing.start()
    assert began.wait(60)
    make_backup(worked.url, place, tmp_path / "while.mbp", PASSPHRASE, now())
    may_end.set()
    writing.join()
    url, _ = restored(tmp_path / "while.mbp", tmp_path / "new")
    assert [one.name for one in Desk(url, worked.clinician).rows(Practice)] == ["Quiet Cove Counseling"]
    engine(url).dispose()


def test_what_cannot_be_opened_again_is_no_backup(
    worked: Desk, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """It is read back before anybody relies on it."""
    monkeypatch.setattr(sealed.Seal, "close", lambda self: None)
    with pytest.raises(BackupRefused):
        make_backup(worked.url, place, tmp_path / "backups" / "bad.mbp", PASSPHRASE, now())
    assert list((tmp_path / "backups").iterdir()) == []


KEY = "a key of the practice’s own, long"


def test_one_with_a_key_comes_back_with_it_and_not_without(
    migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    url, place = fresh_copy(migrated_file, "keyed.db"), tmp_path / "clearinghouse"
    reseal_database(Path(make_url(url).database), "", KEY)
    for room in (opening, settings):
        monkeypatch.setattr(room, "settings", replace(opening.settings, database_key=KEY))
    engine(url).dispose()
    engine.cache_clear()
    with transaction(url) as db:
        desk = Desk(url, builders.new_clinician(db, builders.new_practice(db)))
    make_backup(url, place, tmp_path / "keyed.mbp", PASSPHRASE, now())
    to, _ = restored(tmp_path / "keyed.mbp", tmp_path / "new")
    assert Desk(to, desk.clinician).everything() == desk.everything()
    for one in (url, to):
        engine(one).dispose()
    engine.cache_clear()
    monkeypatch.setattr(opening, "settings", replace(opening.settings, database_key=f"{KEY}er"))
    assert "another MBP_DATABASE_KEY" in refused(tmp_path / "keyed.mbp", tmp_path / "other")


@pytest.mark.postgres
def test_postgresql_too(server: PostgresServer, tmp_path: Path):  # noqa: F811
    url, to = server.url(), server.url(empty=True)
    with transaction(url) as db:
        builders.add_payers(db)
        desk = Desk(url, builders.new_clinician(db, builders.new_practice(db)))
        client = builders.new_client(db, desk.clinician)
    desk.do(builders.both, client)
    desk.do(builders.completed, client)
    make_backup(url, tmp_path / "clearinghouse", tmp_path / "pg.mbp", PASSPHRASE, now())
    assert "This is a backup of PostgreSQL" in refused(tmp_path / "pg.mbp", tmp_path / "new")
    with pytest.raises(BackupRefused, match="has tables already"):
        restored(tmp_path / "pg.mbp", tmp_path / "new", url=url)
    restored(tmp_path / "pg.mbp", tmp_path / "new", url=to)
    again = Desk(to, desk.clinician)
    assert again.everything() == desk.everything()
    again.do(builders.started, client)
    for one in (url, to):
        engine(one).dispose()
