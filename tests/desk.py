"""Where a clinician works in tests: each verb in a transaction of its own, as a click does it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, SQLModel, select

from mbp_claims.actions.deliver import Sending, send_waiting
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation

Rows = dict[str, list[tuple]]


@dataclass
class Desk:
    """`url` is the database's address. Objects that come back can be read after their transaction."""

    url: str
    clinician: Clinician

    def do(self, verb: Callable[..., Any], *told: Any, **named: Any) -> Any:
        """What the verb gives, kept."""
        with transaction(self.url) as db:
            return verb(db, self.clinician, *told, **named)

    def look(self, reader: Callable[..., Any], *told: Any, **named: Any) -> Any:
        """What a reader gives."""
        with reading(self.url) as db:
            return reader(db, self.clinician, *told, **named)

    def refused(self, verb: Callable[..., Any], *told: Any, **named: Any) -> RuleViolation:
        """The refusal of a verb, which has changed nothing."""
        before = self.everything()
        with pytest.raises(RuleViolation) as refusal, transaction(self.url) as db:
            verb(db, self.clinician, *told, **named)
        assert self.everything() == before
        return refusal.value

    def send(self) -> Sending:
        """What waits goes to the clearinghouse: a folder of the test's own."""
        return send_waiting(self.do)

    def sent(self, verb: Callable[..., Any], *told: Any, **named: Any) -> Any:
        """What a verb gives that files something; then its file arrives, as in one click."""
        given = self.do(verb, *told, **named)
        self.send()
        return given

    def everything(self) -> Rows:
        """Every row of every table."""
        with reading(self.url) as db:
            return {
                table.name: sorted(map(tuple, db.execute(select(table)).all()), key=repr)
                for table in SQLModel.metadata.sorted_tables
            }

    def rows(self, table: type[SQLModel], *wanted: Any) -> list[Any]:
        """The rows of a table that fit, in the order in which they were made."""
        with reading(self.url) as db:
            return list(db.exec(select(table).where(*wanted).order_by(table.id)))  # type: ignore[attr-defined]

    def one(self, table: type[SQLModel], *wanted: Any) -> Any:
        (row,) = self.rows(table, *wanted)
        return row

    @property
    def trail(self) -> list[tuple[str, str, str]]:
        """What was done, from what, to what: all of it in order."""
        return [(a.what, a.before, a.after) for a in self.rows(Activity)]


def fresh_copy(file: Path, name: str) -> str:
    """The address of a new copy beside the file. The same name again is the same engine, which knows its queries."""
    copy = file.with_name(name)
    url = f"sqlite:///{copy}"
    engine(url).dispose()
    for old in (name, f"{name}-wal", f"{name}-shm"):
        file.with_name(old).unlink(missing_ok=True)
    shutil.copy(file, copy)
    return url


def as_another(desk: Desk, other: Callable[[Session], Clinician]) -> Desk:
    """The desk of somebody else on the same database."""
    with transaction(desk.url) as db:
        return Desk(desk.url, other(db))
