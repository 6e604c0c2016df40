"""The settings of the database, in one place."""

import threading

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from mbp_claims.db.engine import WAIT_MILLISECONDS, reading, transaction
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician, Practice
from tests import builders


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 1), ("busy_timeout", WAIT_MILLISECONDS)],
)
def test_sqlite_is_settled_on_every_connection(connection: Connection, pragma: str, value: object):
    assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_transaction_is_kept_whole(database_url: str, clinician: Clinician):
    with transaction(database_url) as db:
        builders.new_client(db, clinician)
    with reading(database_url) as db:
        assert db.exec(select(Client.number)).all() == ["R-0412"]


def test_or_nothing_of_it(database_url: str, clinician: Clinician):
    with pytest.raises(IntegrityError), transaction(database_url) as db:
        builders.new_client(db, clinician)
        builders.new_client(db, clinician)
    with reading(database_url) as db:
        assert db.exec(select(Client)).all() == []


def test_a_writer_has_the_lock_from_its_first_moment(database_url: str, practice: Practice):
    """Two that read first and write then would lock each other out; here the second waits for the first to end."""
    order: list[str] = []

    def second() -> None:
        with transaction(database_url) as db:
            read = db.get_one(Practice, practice.id)
            order.append("second reads")
            read.next_claim += 1

    with transaction(database_url) as db:
        read = db.get_one(Practice, practice.id)
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(timeout=0.2)
        read.next_claim += 1
        db.flush()
        order.append("first ends")
    waiting.join()
    with reading(database_url) as db:
        assert db.get_one(Practice, practice.id).next_claim == practice.next_claim + 2
    assert order == ["first ends", "second reads"]


def test_readers_do_not_wait_for_a_writer(database_url: str, practice: Practice):
    with transaction(database_url) as writing, reading(database_url) as db:
        writing.get_one(Practice, practice.id).name = "Renamed"
        writing.flush()
        assert db.exec(select(Practice.name)).one() == practice.name


def test_what_was_typed_is_in_no_error_message(connection: Connection):
    with pytest.raises(IntegrityError) as refused:
        connection.execute(text("INSERT INTO client (number) VALUES (:number)"), {"number": "R-SECRET"})
    assert "R-SECRET" not in str(refused.value)
