"""The bell rings when anybody else has written, and for nothing else."""

import threading

from mbp_claims.db.bell import Bell
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.news import ends
from mbp_claims.db.trail import record
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician


def rings(bell: Bell) -> bool:
    """On SQLite at once; PostgreSQL's call may take a moment."""
    return any(bell.rang() for _ in range(20))


def test_it_rings_once_for_what_is_kept_and_not_for_what_is_not(
    database_url: str, client: Client, clinician: Clinician
):
    bell = Bell(threading.Event(), database_url)
    assert not bell.rang()
    with transaction(database_url) as db:
        record(db, clinician, "Contact info changed", client_id=client.id)
        assert not bell.rang()
    assert rings(bell)
    assert not bell.rang()
    with transaction(database_url) as db:
        record(db, clinician, "Contact info changed", client_id=client.id)
        db.rollback()
    assert not bell.rang()
    bell.close()


def test_it_holds_nobody_up(database_url: str, client: Client, clinician: Clinician):
    bell = Bell(threading.Event(), database_url)
    bell.rang()
    with transaction(database_url) as db:
        record(db, clinician, "Contact info changed", client_id=client.id)
    with engine(database_url).connect() as connection:
        connection.exec_driver_sql("CREATE TABLE anything (id INTEGER)")
        connection.commit()
    bell.close()


def test_places_are_heard_in_the_order_in_which_they_are_kept(database_url: str, client: Client, clinician: Clinician):
    for _ in range(3):
        with reading(database_url) as db:
            before = ends(db).get(clinician.practice_id, 0)
        with transaction(database_url) as db:
            record(db, clinician, "Contact info changed", client_id=client.id)
        with reading(database_url) as db:
            assert ends(db)[clinician.practice_id] == before + 1
