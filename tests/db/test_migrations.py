"""The tables, as Alembic makes and unmakes them."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import inspect
from sqlmodel import SQLModel

import mbp_claims.domain.tables  # noqa: F401
from mbp_claims.db.engine import engine
from tests.conftest import ROOT


def config(url: str) -> Config:
    told = Config(ROOT / "alembic.ini")
    told.attributes["url"] = url
    return told


def tables(url: str) -> set[str]:
    return set(inspect(engine(url)).get_table_names()) - {"alembic_version"}


def indexes(url: str) -> list[tuple]:
    """Everything that was made; a table that a migration copied has its constraints in any order."""
    with engine(url).connect() as connection:
        made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name").all()
    return [(name, sorted(line.strip(" \t,") for line in sql.splitlines())) for name, sql in made]


def test_the_tables_of_the_migrations_are_those_of_the_nouns(database_url: str):
    command.check(config(database_url))
    assert tables(database_url) == set(SQLModel.metadata.tables)


def test_a_drift_would_be_noticed(database_url: str):
    with engine(database_url).begin() as connection:
        connection.exec_driver_sql("ALTER TABLE client ADD COLUMN nickname VARCHAR")
    with pytest.raises(CommandError):
        command.check(config(database_url))


def test_down_and_up_again(tmp_path: Path):
    url = f"sqlite:///{tmp_path}/new.db"
    command.upgrade(config(url), "head")
    made = indexes(url)
    command.downgrade(config(url), "base")
    assert tables(url) == set()
    command.upgrade(config(url), "head")
    assert tables(url) == set(SQLModel.metadata.tables)
    assert indexes(url) == made
    engine(url).dispose()
