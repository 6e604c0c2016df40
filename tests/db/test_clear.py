"""Emptying a database of tests leaves what the migrations made: constraints, indexes, and a trail that only grows."""

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select, text

from mbp_claims.actions.load_scenario import load_scenario
from mbp_claims.db.clear import clear, is_empty
from mbp_claims.db.clinicians import first_clinician, practice_of
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.activity import Activity


@pytest.fixture
def filled_url(database_url: str) -> str:
    with transaction(database_url) as db:
        load_scenario(db, "era-mismatch")
    return database_url


def schema(db: Session) -> set[str]:
    return set(db.scalars(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")))


def test_nothing_is_left_and_the_tables_are_as_they_were(filled_url: str):
    with reading(filled_url) as db:
        before = schema(db)
        revision = db.scalars(text("SELECT version_num FROM alembic_version")).one()
    with transaction(filled_url) as db:
        clear(db)
    with reading(filled_url) as db:
        assert is_empty(db)
        assert db.exec(select(Activity)).first() is None
        assert schema(db) == before
        assert db.scalars(text("SELECT version_num FROM alembic_version")).one() == revision


@pytest.mark.parametrize("statement", ["DELETE FROM activity", "UPDATE activity SET what = ''"])
def test_afterwards_the_trail_still_only_grows(filled_url: str, statement: str):
    with transaction(filled_url) as db:
        load_scenario(db, "primary-only")
    with pytest.raises(DBAPIError, match="only grows"), transaction(filled_url) as db:
        db.execute(text(statement))


def test_what_fails_halfway_leaves_the_old_rows(filled_url: str):
    with pytest.raises(ZeroDivisionError), transaction(filled_url) as db:
        clear(db)
        raise ZeroDivisionError
    with reading(filled_url) as db:
        assert not is_empty(db)


def test_a_practice_that_files_to_be_paid_is_never_emptied(filled_url: str):
    with transaction(filled_url) as db:
        practice_of(db, first_clinician(db)).usage = "P"
    with transaction(filled_url) as db, pytest.raises(RuntimeError, match="It is not emptied"):
        load_scenario(db, "empty")
    with reading(filled_url) as db:
        assert not is_empty(db)
