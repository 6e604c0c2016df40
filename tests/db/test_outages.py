"""What the database cannot do just now is told in a sentence of ours, with nothing half done."""

import resource
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from mbp_claims.actions.edit_client import edit_client
from mbp_claims.db import engine as door
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.outages import plainly
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.outage import AWAY, BUSY, FULL, Busy, Outage
from mbp_claims.domain.practice import Practice
from tests import builders
from tests.db.postgres import PostgresServer
from tests.desk import Desk

PERSON = {"first_name": "Rowan", "last_name": "Ellis", "born": "03/14/1988", "sex": "F"}


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


def test_a_disk_that_takes_no_more_and_again_once_it_does(desk: Desk, client: Client):
    """The system itself refuses to let any file grow; connections and program stay, and go on afterwards."""
    before = desk.everything()
    file = Path(desk.url.removeprefix("sqlite:///"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size // 2, hard))
    try:
        with pytest.raises(Outage, match="The disk of the server") as outage:
            for _ in range(50):
                desk.do(edit_client, client.number, PERSON | {"address": "x" * 50, "city": secrets.token_hex(10)})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "still here" in outage.value.sentence
    assert len(desk.rows(Client)) == len(before["client"])
    with engine(desk.url).connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert desk.do(edit_client, client.number, PERSON | {"city": "Bath"}).city == "Bath"


@pytest.mark.postgres
def test_a_server_that_stops_and_comes_back_needs_nobody():
    server = PostgresServer()
    try:
        url = server.url()
        with transaction(url) as db:
            builders.add_payers(db)
            desk = Desk(url, builders.new_clinician(db, builders.new_practice(db)))
            client = builders.new_client(db, desk.clinician)
        server.pause()
        for way in (transaction, reading):
            with pytest.raises(Outage, match=AWAY), way(url) as db:
                db.get_one(Client, client.id)
        server.start()
        desk.do(builders.both, client)
        with pytest.raises(Outage, match=AWAY), transaction(url) as db:
            builders.started(db, desk.clinician, client)
            server.pause()
            builders.started(db, desk.clinician, client)
        server.start()
        assert desk.rows(Claim) == []
        desk.do(builders.started, client)
        engine(url).dispose()
    finally:
        server.stop()


def test_what_our_rules_refuse_is_no_outage(desk: Desk, client: Client):
    with pytest.raises(IntegrityError), plainly(), transaction(desk.url) as db:
        builders.new_client(db, desk.clinician)


def test_the_sentences_say_that_nothing_was_lost():
    assert all("still here" in words for words in (AWAY, FULL)) and "kept here" in BUSY
