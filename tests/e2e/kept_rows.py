"""What the database holds, read past the program: to prove that something was kept, or that nothing was changed."""

import sqlite3
from contextlib import closing

from tests.e2e.practice import PracticeUnderTest

Rows = dict[str, list[tuple[object, ...]]]


def all_rows(practice: PracticeUnderTest) -> Rows:
    """Every row of every table."""
    with closing(sqlite3.connect(f"file:{practice.database}?mode=ro", uri=True)) as db:
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {name: db.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall() for (name,) in tables.fetchall()}


def asked(practice: PracticeUnderTest, question: str, *values: object) -> list[tuple[object, ...]]:
    """What one query answers."""
    with closing(sqlite3.connect(f"file:{practice.database}?mode=ro", uri=True)) as db:
        return db.execute(question, values).fetchall()
