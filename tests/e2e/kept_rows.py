"""What the database holds, read past the program: to prove that something was kept, or that nothing was changed."""

import sqlite3
from contextlib import closing

from tests.e2e.practice import PracticeUnderTest

Rows = dict[str, list[tuple[object, ...]]]
OF_LOOKING = ("trail_head", "session")


def all_rows(practice: PracticeUnderTest) -> Rows:
    """Every row of every table, but for what is kept of somebody only looking."""
    with closing(sqlite3.connect(f"file:{practice.database}?mode=ro", uri=True)) as db:
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {name: db.execute(_all_of(name)).fetchall() for (name,) in tables.fetchall() if name not in OF_LOOKING}


def _all_of(table: str) -> str:
    read = "WHERE kind <> 'read'" if table == "activity" else ""
    return f'SELECT * FROM "{table}" {read} ORDER BY rowid'


def asked(practice: PracticeUnderTest, question: str, *values: object) -> list[tuple[object, ...]]:
    """What one query answers."""
    with closing(sqlite3.connect(f"file:{practice.database}?mode=ro", uri=True)) as db:
        return db.execute(question, values).fetchall()
