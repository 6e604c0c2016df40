import sqlite3
from contextlib import closing
from pathlib import Path

from mbp_claims.launch import schema


def test_an_empty_database_is_migrated_once(tmp_path: Path):
    url = f"sqlite:///{tmp_path}/new/practice.db"
    assert schema.migrate(url)
    assert not schema.migrate(url)
    with closing(sqlite3.connect(tmp_path / "new" / "practice.db")) as database:
        tables = {name for (name,) in database.execute("select name from sqlite_master where type = 'table'")}
    assert {"claim", "alembic_version"} <= tables
