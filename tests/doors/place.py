"""The running program as whoever knocks at it finds it, and its database as nobody should change it."""

import sqlite3
import time
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mbp_claims.state.later import MOMENT
from tests.doors.house import MARKS, House
from tests.doors.line import Line

NOT_TOLD = ("session", "activity", "trail_head", "sign_in_attempt")
"""Tables that say who asked."""
Rows = dict[str, set[tuple[Any, ...]]]


@dataclass
class Place:
    """The running program, and what it says that it has."""

    port: int
    database: Path
    log: Path
    house: House
    handlers: dict[str, dict[str, str]]
    addresses: list[tuple[str, list[str]]]

    def rows(self, tables: str = "") -> Rows:
        """Every row of every table but those that tell of it; or of that one."""
        with closing(sqlite3.connect(self.database)) as db:
            names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            wanted = [tables] if tables else [name for name in names if name not in NOT_TOLD]
            return {name: set(db.execute(f'SELECT * FROM "{name}"')) for name in wanted}

    def line(self, who: str) -> Line:
        return Line(self.port, self.house.cookie(who, self.port))

    def refusals(self, who: str, wanted: Collection[str], but: str = "") -> set[str]:
        """What the trail knows to have been refused to them, `but` for that reason. It is written within a moment, so
        that what is wanted is waited for."""
        end = time.monotonic() + 20 * MOMENT
        while not set(wanted) <= (refused := self._refused(who, but)) and time.monotonic() < end:
            time.sleep(MOMENT / 10)
        return refused

    def _refused(self, who: str, but: str) -> set[str]:
        with closing(sqlite3.connect(self.database)) as db:
            told = db.execute("SELECT clinician_id, what FROM activity WHERE kind = 'refusal'").fetchall()
        person = self.house.people.get(who)
        said = [what.removeprefix("Refused: ").split(", ", 1) for whose, what in told if whose == person]
        return {call for call, why in said if not but or not why.startswith(but)}


def marked(heard: str, place: Place) -> list[str]:
    return [mark for mark in (*MARKS, place.house.unsaid.lower()) if mark in heard]
