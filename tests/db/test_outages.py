"""What the database cannot do just now is told in a sentence of ours, with nothing half done."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from mbp_claims.db import engine as door
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.outages import plainly
from mbp_claims.domain.client import Client
from mbp_claims.domain.outage import AWAY, BUSY, FULL, Busy, Outage
from mbp_claims.domain.practice import Practice
from tests import builders
from tests.desk import Desk


def test_a_lock_that_is_held_too_long(database_url: str, practice: Practice, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(door, "WAIT_MILLISECONDS", 50)
    engine(database_url).dispose()
    with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match=BUSY), transaction(database_url) as db:
            db.get_one(Practice, practice.id).name = "Renamed"
    with transaction(database_url) as db:
        assert db.get_one(Practice, practice.id).name == practice.name


def test_a_full_disk_and_again_once_there_is_room(desk: Desk, client: Client):
    """SQLite refuses to grow its file, as it does when the disk will not."""
    before = desk.everything()
    with pytest.raises(Outage, match="The disk of the server is full"), transaction(desk.url) as db:
        raw = db.connection().connection.driver_connection
        raw.execute("PRAGMA max_page_count=1")
        builders.both(db, desk.clinician, client)
        for _ in range(200):
            builders.started(db, desk.clinician, client)
    raw.execute("PRAGMA max_page_count=4294967294")
    assert desk.everything() == before
    desk.do(builders.both, client)


def test_a_database_that_is_not_there(tmp_path: Path):
    nowhere = f"postgresql+psycopg://nobody@/none?host={tmp_path}"
    with pytest.raises(Outage, match=AWAY), reading(nowhere) as db:
        db.connection()


def test_what_our_rules_refuse_is_no_outage(desk: Desk, client: Client):
    with pytest.raises(IntegrityError), plainly(), transaction(desk.url) as db:
        builders.new_client(db, desk.clinician)


def test_the_sentences_say_that_nothing_was_lost():
    assert all("still here" in words for words in (AWAY, FULL)) and "kept here" in BUSY
