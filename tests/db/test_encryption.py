"""A database with a key: nothing of it can be read without, and everything works with."""

import shutil
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3
from sqlmodel import select

from mbp_claims import sealing
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.actions.load_demo import load_demo
from mbp_claims.db import opening
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.reseal import IN_USE, reseal_database, reseal_files
from mbp_claims.domain.card import Card
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.remittance import EraFile
from mbp_claims.launch import schema
from mbp_claims.sealing import WrongKey, is_plain, unseal
from tests import builders

KEY, OTHER = "a sentence that nobody guesses", "another sentence, for later"
MARK = b"%PDF-1.7 Zebulon Quill"


@pytest.fixture(autouse=True)
def quickly(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deriving is slow on purpose; only who opens the file with SQLCipher's own tools needs it as it is."""
    if "tools" not in request.node.name:
        monkeypatch.setattr(sealing, "ROUNDS", 1000)
    sealing._derived.cache_clear()
    sealing._files.cache_clear()


@pytest.fixture
def with_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "settings", replace(opening.settings, database_key=KEY))


def made(file: Path) -> Path:
    """The demo practice in that file, with a card that has a mark."""
    url = f"sqlite:///{file}"
    schema.migrate(url)
    with transaction(url) as db:
        load_demo(db)
        clinician = db.exec(select(builders.Clinician)).first()
        plan = db.exec(select(builders.InsurancePlan).where(builders.InsurancePlan.active)).first()
        keep_card(db, clinician, plan.id, "front", read_card(MARK))
    engine(url).dispose()
    return file


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("kept") / "practice.db")


@pytest.fixture
def plain(tmp_path: Path, kept: Path) -> Path:
    return Path(shutil.copy(kept, tmp_path))


@pytest.fixture
def sealed(plain: Path, with_key: None) -> Path:
    reseal_database(plain, "", KEY)
    return plain


def test_a_new_database_is_made_with_the_key(tmp_path: Path, with_key: None):
    """By the migrations, and the demo practice into it."""
    assert b"Zebulon" not in on_disk(made(tmp_path / "new.db"))
    assert is_plain(tmp_path / "new.db") is False


def on_disk(file: Path) -> bytes:
    return b"".join(path.read_bytes() for path in file.parent.iterdir() if path.name.startswith(file.name))


def rows(file: Path, key: str) -> list[tuple[str, list[tuple]]]:
    with closing(opening.connect(file, key)) as db:
        names = sorted(name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
        schema = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
        return [("schema", schema), *((name, db.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names)]


def test_nothing_of_anybody_stands_on_the_disk_kept_files_included(sealed: Path):
    url = f"sqlite:///{sealed}"
    with transaction(url) as db:
        names = {name for one in db.exec(select(Client)) for name in (one.last_name, one.first_name, one.number)}
        assert db.exec(select(Card)).one().content == MARK
        assert all(file.content for file in (*db.exec(select(ClaimFile)), *db.exec(select(EraFile))))
        db.add(builders.Payer(name="Zebulon Quill Mutual", payer_id="99999", claim_filing="CI"))
    kept = on_disk(sealed)
    assert (sealed.with_name("practice.db-wal")).exists(), "what was not yet taken over is looked at too"
    assert len(names) > 5
    for word in (*names, "Zebulon", "ISA*00*", "CREATE TABLE", "SQLite format"):
        assert word.encode() not in kept


def test_without_a_key_the_same_search_finds_all_of_it(plain: Path):
    assert b"Zebulon" in on_disk(plain)
    assert b"ISA*00*" in on_disk(plain)


def test_the_file_opens_with_sqlciphers_own_tools_and_the_same_key(sealed: Path):
    with closing(sqlcipher3.connect(sealed)) as db:
        db.execute(f"PRAGMA key='{KEY}'")
        assert db.execute("SELECT count(*) FROM client").fetchone()[0] > 0


@pytest.mark.parametrize(
    ("key", "sentence"), [("", "is encrypted. Set its key"), (OTHER, "does not open the database")], ids=["no", "wrong"]
)
def test_a_wrong_key_is_a_sentence(sealed: Path, key: str, sentence: str, capfd: pytest.CaptureFixture[str]):
    before = on_disk(sealed)
    for look in (opening.why_locked, opening.connect):
        with pytest.raises(WrongKey, match=sentence):
            look(sealed, key)
    assert on_disk(sealed) == before
    assert capfd.readouterr().err == ""


def test_a_database_that_is_not_encrypted_says_how_it_will_be(plain: Path):
    with pytest.raises(WrongKey, match="mbp-claims database encrypt"):
        opening.why_locked(plain, KEY)


@pytest.mark.parametrize(("old", "new"), [("", KEY), (KEY, OTHER), (KEY, "")])
def test_another_key_changes_no_row_no_table_and_no_trigger(tmp_path: Path, plain: Path, old: str, new: str):
    if old:
        reseal_database(plain, "", old)
    before = rows(plain, old)
    reseal_database(plain, old, new)
    assert rows(plain, new) == before
    assert is_plain(plain) == (not new)
    assert (b"Zebulon" in on_disk(plain)) == (not new)
    assert not plain.with_name(f"{plain.name}.new").exists()
    if old:
        with pytest.raises(WrongKey):
            opening.why_locked(plain, old)


def test_a_database_in_use_stays_as_it_is(plain: Path):
    # The same driver: two libraries of SQLite do not see each other's locks within one process.
    with closing(sqlcipher3.connect(plain, isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        with pytest.raises(WrongKey, match=IN_USE):
            reseal_database(plain, "", KEY)
    assert is_plain(plain)


def test_what_was_left_half_done_is_begun_again(plain: Path):
    plain.with_name(f"{plain.name}.new").write_bytes(b"half a file")
    reseal_database(plain, "", KEY)
    assert not is_plain(plain)


def test_a_backup_is_taken_with_the_key(sealed: Path, tmp_path: Path):
    """SQLite's own, while the program writes."""
    with closing(opening.connect(sealed)) as source, closing(opening.connect(tmp_path / "copy" / "b.db")) as copy:
        source.backup(copy)
    assert rows(tmp_path / "copy" / "b.db", KEY) == rows(sealed, KEY)
    assert b"Zebulon" not in on_disk(tmp_path / "copy" / "b.db")


def test_the_file_and_the_folder_we_make_are_the_owners_alone(tmp_path: Path):
    file = tmp_path / "data" / "practice.db"
    schema.migrate(f"sqlite:///{file}")
    with transaction(f"sqlite:///{file}") as db:
        db.add(builders.Payer(name="Aster", payer_id="99999", claim_filing="CI"))
        db.flush()
        modes = {path.name: path.stat().st_mode & 0o777 for path in (file.parent, *file.parent.glob("practice.db*"))}
    assert modes.pop("data") == 0o700
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


def test_a_file_that_others_could_read_is_closed_to_them(plain: Path):
    plain.chmod(0o644)
    with reading(f"sqlite:///{plain}") as db:
        db.exec(select(Client)).first()
    assert plain.stat().st_mode & 0o777 == 0o600


def test_archived_files_follow_the_key(tmp_path: Path):
    file = tmp_path / "a.835"
    file.write_bytes(MARK)
    reseal_files([file], "", KEY)
    (sealed,) = tmp_path.iterdir()
    assert sealed.name == "a.835.sealed"
    assert MARK not in sealed.read_bytes()
    for _ in range(2):
        reseal_files([sealed], KEY, OTHER)
        assert unseal(OTHER, sealed.read_bytes()) == MARK
    with pytest.raises(WrongKey):
        unseal(KEY, sealed.read_bytes())
    reseal_files([sealed], OTHER, "")
    assert [path.name for path in tmp_path.iterdir()] == ["a.835"]
    assert file.read_bytes() == MARK


KILLED = """
import os, signal, sys
from pathlib import Path
from mbp_claims import sealing
sealing.ROUNDS, left = 1000, int(sys.argv[2])

def counted(whole):
    def step(*told, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*told, **named)
    return step

from mbp_claims.db import opening, reseal
Path.replace, Path.unlink = counted(Path.replace), counted(Path.unlink)
reseal.settle, reseal._counts, reseal._alone = map(counted, (reseal.settle, reseal._counts, reseal._alone))
reseal.reseal_database(Path(sys.argv[1]), "", sys.argv[3])
"""


def test_killed_at_any_step_the_database_is_whole_with_one_key_or_the_other(plain: Path):
    before, ends = rows(plain, ""), []
    for step in range(12):
        whole = Path(shutil.copy(plain, plain.with_name(f"killed-{step}.db")))
        ended = subprocess.run([sys.executable, "-c", KILLED, str(whole), str(step), KEY], capture_output=True)
        key = "" if is_plain(whole) else KEY
        assert rows(whole, key) == before
        ends.append((ended.returncode, key))
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        if not key:
            reseal_database(whole, "", KEY)
            assert rows(whole, KEY) == before
    assert ends[-1] == (0, KEY), "it was killed at each of its steps, and then not"
    assert {key for _, key in ends[:-1]} == {"", KEY}
