"""The SQLite file is moved away, replaced or made read-only under the program: told, nothing lost, nobody needed.

Whoever is root may write what is read-only: then the program is tried as somebody else, in a process of its own.
"""

import os
import pwd
import shutil
import sqlite3
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mbp_claims.actions.edit_client import edit_client
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.domain.client import Client
from mbp_claims.domain.outage import AWAY, READ_ONLY, Outage
from tests.actions.test_two_tabs import both_at_once
from tests.desk import Desk

PERSON = {"first_name": "Rowan", "last_name": "Ellis", "born": "03/14/1988", "sex": "F"}


def file_of(desk: Desk) -> Path:
    return Path(desk.url.removeprefix("sqlite:///"))


def moves_to(desk: Desk, city: str) -> None:
    desk.do(edit_client, "R-0412", PERSON | {"city": city})


def city(desk: Desk) -> str:
    return str(desk.one(Client).city)


def test_a_file_that_is_moved_away_and_back_has_all_that_was_saved(desk: Desk):
    """What was saved last stands in SQLite's log beside it: an empty file in its place would begin that log anew."""
    file, elsewhere = file_of(desk), file_of(desk).with_name("elsewhere.db")
    moves_to(desk, "Bath")
    file.rename(elsewhere)
    for way in (reading, transaction):
        with pytest.raises(Outage, match=AWAY), way(desk.url) as db:
            db.get(Client, 1)
    assert not file.exists(), "nothing is made in its place"
    elsewhere.rename(file)
    assert city(desk) == "Bath"
    moves_to(desk, "Portland")
    with closing(sqlite3.connect(file)) as found:
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert found.execute("SELECT city FROM client").fetchone() == ("Portland",)


def test_many_who_ask_meanwhile_make_no_file_either(desk: Desk):
    file, elsewhere = file_of(desk), file_of(desk).with_name("elsewhere.db")
    moves_to(desk, "Bath")
    with reading(desk.url) as held:
        held.get(Client, 1)
        file.rename(elsewhere)

        def refused() -> bool:
            with pytest.raises(Outage, match=AWAY):
                moves_to(desk, "Nowhere")
            return True

        assert both_at_once(*[refused] * 4) == [True] * 4
    assert not file.exists()
    elsewhere.rename(file)
    assert city(desk) == "Bath"


def test_another_file_in_its_place_is_the_one_that_is_read(desk: Desk, tmp_path: Path):
    """A backup that was put back, say."""
    with closing(sqlite3.connect(file_of(desk))) as rows, closing(sqlite3.connect(tmp_path / "kept.db")) as copy:
        rows.backup(copy)
    moves_to(desk, "Bath")
    engine(desk.url).dispose()
    assert city(desk) == "Bath"
    (tmp_path / "kept.db").replace(file_of(desk))
    for beside in ("-wal", "-shm"):
        file_of(desk).with_name(f"{file_of(desk).name}{beside}").unlink(missing_ok=True)
    assert city(desk) == "Portland"
    moves_to(desk, "Freeport")
    assert city(desk) == "Freeport"


@pytest.fixture
def of_nobody(desk: Desk) -> Iterator[Desk]:
    """The same practice, in a folder of somebody who is not root."""
    folder = Path(tempfile.mkdtemp(prefix="mbp-read-only-", dir="/tmp"))
    engine(desk.url).dispose()
    shutil.copy(file_of(desk), folder / "practice.db")
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody").pw_uid
        for path in (folder, folder / "practice.db"):
            os.chown(path, nobody, -1)
    yield Desk(f"sqlite:///{folder}/practice.db", desk.clinician)
    shutil.rmtree(folder)


def as_nobody(work: object) -> None:
    """In a process of its own, as somebody for whom read-only is read-only."""
    child = os.fork()
    if child == 0:
        failed = 1
        try:
            if os.geteuid() == 0:
                os.setuid(pwd.getpwnam("nobody").pw_uid)
            work()  # type: ignore[operator]
            failed = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(failed)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_file_that_may_only_be_read_is_told_and_written_again_once_it_may_be(of_nobody: Desk):
    def work() -> None:
        file = file_of(of_nobody)
        moves_to(of_nobody, "Bath")
        file.chmod(0o400)
        for _ in range(2):
            with pytest.raises(Outage, match=READ_ONLY):
                moves_to(of_nobody, "Nowhere")
            assert city(of_nobody) == "Bath"
        file.chmod(0o600)
        moves_to(of_nobody, "Freeport")
        assert city(of_nobody) == "Freeport"

    as_nobody(work)


def test_a_folder_that_may_only_be_read_too(of_nobody: Desk):
    def work() -> None:
        folder = file_of(of_nobody).parent
        folder.chmod(0o500)
        with pytest.raises(Outage, match=f"{AWAY}|{READ_ONLY}"):
            moves_to(of_nobody, "Nowhere")
        folder.chmod(0o700)
        moves_to(of_nobody, "Freeport")
        assert city(of_nobody) == "Freeport"

    as_nobody(work)


def test_a_name_with_odd_signs_is_a_file_like_others(desk: Desk, tmp_path: Path):
    engine(desk.url).dispose()
    shutil.copy(file_of(desk), tmp_path / "a b#c.db")
    there = Desk(f"sqlite:///{tmp_path}/a b#c.db", desk.clinician)
    moves_to(there, "Bath")
    assert city(there) == "Bath"
    engine(there.url).dispose()
