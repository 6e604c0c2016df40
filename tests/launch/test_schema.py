"""The database is brought to the newest migration, or left as it is with a sentence."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command, op
from alembic.config import Config
from alembic.script import Script, ScriptDirectory

from mbp_claims.db.engine import engine
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.launch import schema
from tests import builders
from tests.conftest import ROOT
from tests.desk import Desk


def test_an_empty_database_is_migrated_once(tmp_path: Path):
    url = f"sqlite:///{tmp_path}/new/practice.db"
    assert schema.migrate(url)
    assert not schema.migrate(url)
    with closing(sqlite3.connect(tmp_path / "new" / "practice.db")) as database:
        tables = {name for (name,) in database.execute("select name from sqlite_master where type = 'table'")}
    assert {"claim", "alembic_version"} <= tables


@pytest.fixture
def worked(desk: Desk, client: Client) -> Desk:
    """A database with work in it."""
    desk.do(builders.both, client)
    desk.do(builders.completed, client)
    return desk


def statements(desk: Desk) -> list[str]:
    with engine(desk.url).connect() as connection:
        return sorted(connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql NOT NULL").scalars())


def test_a_newer_database_is_left_to_the_program_that_made_it(worked: Desk):
    with engine(worked.url).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = worked.everything()
    with pytest.raises(schema.NotMigrated, match=r"newer version of this program \(migration 9999\)"):
        schema.migrate(worked.url)
    assert worked.everything() == before


def test_every_older_program_leaves_a_newer_database_alone(
    worked: Desk, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
):
    """Of each migration that there ever was, the program whose newest it was."""
    newest, *older = newest_directory.walk_revisions()
    before = worked.everything()
    assert len(older) > 14
    for at, script in enumerate(older):
        with subtests.test(script.revision):
            known = {one.revision for one in older[at:]}
            monkeypatch.setattr(schema, "known_revisions", lambda known=known: known)
            with pytest.raises(schema.NotMigrated, match=rf"newer version of .* \(migration {newest.revision}\)"):
                schema.migrate(worked.url)
    assert worked.everything() == before


def test_a_migration_that_fails_half_way_changes_nothing_and_is_tried_again(
    worked: Desk, monkeypatch: pytest.MonkeyPatch
):
    """Two steps back, then forward with the last step broken in its middle: not even the first one is kept."""
    told = Config(ROOT / "alembic.ini")
    told.attributes["url"] = worked.url
    command.downgrade(told, "-2")
    before, tables, newest = worked.rows(Claim), statements(worked), last_migration()
    upgrade = newest.module.upgrade

    def broken() -> None:
        upgrade()
        op.execute("INSERT INTO nowhere VALUES (1)")

    with monkeypatch.context() as half:
        half.setattr(newest.module, "upgrade", broken)
        half.setattr(ScriptDirectory, "from_config", lambda config: newest_directory)
        with pytest.raises(schema.NotMigrated, match="It is as it was: mend the cause, and start again"):
            schema.migrate(worked.url)
    assert set(statements(worked)) ^ set(tables) == set()
    assert worked.rows(Claim) == before
    assert schema.migrate(worked.url)
    assert worked.rows(Claim) == before


newest_directory = ScriptDirectory.from_config(Config(ROOT / "alembic.ini"))


def last_migration() -> Script:
    script = newest_directory.get_revision(newest_directory.get_current_head())
    assert script is not None
    return script


def test_a_database_that_cannot_be_opened_is_a_sentence(tmp_path: Path):
    with pytest.raises(schema.NotMigrated, match="cannot be opened"):
        schema.migrate(f"postgresql+psycopg://nobody@/none?host={tmp_path}")
    (tmp_path / "no.db").write_bytes(b"SQLite format 3\0" + b"?" * 4096)
    with pytest.raises(schema.NotMigrated, match="cannot be opened"):
        schema.migrate(f"sqlite:///{tmp_path}/no.db")
