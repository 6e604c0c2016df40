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
from mbp_claims.backup.restoring import restore_backup
from mbp_claims.backup.sealed import CHECK, MAGIC, SALT
from mbp_claims.clock import now
from mbp_claims.db import opening
from mbp_claims.db.engine import engine, transaction
from mbp_claims.db.reseal import reseal_database
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Practice
from mbp_claims.launch.schema import known_revisions
from tests import builders
from tests.db.conftest import server  # noqa: F401
from tests.db.postgres import PostgresServer
from tests.desk import Desk, fresh_copy

PASSPHRASE = "eleven quiet herons by the pier"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes guessing dear makes tests slow. Pieces are small, so that there are some."""
    monkeypatch.setattr(sealed, "COST", 5)
    monkeypatch.setattr(sealed, "PIECE", 1024)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The clearinghouse's folder of `desk`."""
    return tmp_path / "clearinghouse"


@pytest.fixture
def worked(desk: Desk, client: Client, place: Path) -> Desk:
    """A day's work: plans, a claim that was filed and has left, a file that came, one that is being written."""
    desk.do(builders.both, client)
    desk.sent(file_claim, desk.do(builders.started, client).number)
    desk.do(builders.completed, client)
    (came,) = place.glob("*/inbox")
    (came / "aetna.835").write_bytes(b"ISA*00*")
    (came / ".half.part").write_bytes(b"IS")
    return desk


@pytest.fixture
def backup(worked: Desk, place: Path, tmp_path: Path) -> Path:
    file = tmp_path / "backups" / "day.mbp"
    make_backup(worked.url, place, file, PASSPHRASE, now())
    return file


def restored(file: Path, to: Path, passphrase: str = PASSPHRASE, url: str = "") -> tuple[str, Path]:
    url, place = url or f"sqlite:///{to}/new.db", to / "clearinghouse"
    restore_backup(file, passphrase, url, place, known_revisions())
    return url, place


def files(place: Path) -> dict[str, bytes]:
    found = (path for path in place.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(place)): path.read_bytes() for path in found}


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


def refused(file: Path, to: Path, passphrase: str = PASSPHRASE, url: str = "") -> str:
    """Why; nothing was put anywhere."""
    with pytest.raises(BackupRefused) as why:
        restored(file, to, passphrase, url)
    assert [path for path in to.rglob("*") if path.is_file()] == []
    return str(why.value)


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
