"""A practice with a client whose every word is marked, and four who should learn nothing of them."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session, col, select

from mbp_claims.clock import now
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.engine import transaction
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Role
from tests import builders
from tests.sign_in import cookie_of
from tests.state.stranger import CLIENT, Stranger, move_in

ODD_CHARGE = "7317.73"
MARKS = ("zeph", "7,317.73", "731773", "12/03/1971", "1971-12-03")
"""In lower case: names, member ids, traces; an amount; a birth date. None of it is ever sent by those who ask."""
NOBODY, ELSEWHERE, DISABLED, COLLEAGUE, OWNER = "nobody", "another practice", "disabled", "a colleague", "the owner"
WHO_ASK = (NOBODY, ELSEWHERE, DISABLED, COLLEAGUE)


@dataclass(frozen=True)
class House:
    """`people` are ids by who they are; `ids` and `numbers` are the client's, `unsaid` a claim that nobody names."""

    people: dict[str, int]
    ids: tuple[int, ...]
    numbers: tuple[str, ...]
    unsaid: str

    def cookie(self, who: str, port: int) -> str:
        return cookie_of(self.people[who], port) if who in self.people else ""


def furnish(url: str) -> House:
    with transaction(url) as db:
        builders.add_payers(db)
        june = builders.new_clinician(db, builders.new_practice(db))
        return _victim(db, june)


def _victim(db: Session, june: Clinician) -> House:
    stranger: Stranger = move_in(db)
    otis = db.get_one(Clinician, stranger.ids["clinician"][0])
    practice = practice_of(db, otis)
    client = db.exec(select(Client).where(Client.number == CLIENT)).one()
    client.born, client.email = date(1971, 12, 3), "zephyrine@example.com"
    unsaid = builders.started(db, otis, client, (ODD_CHARGE,)).number
    # What everybody of the practice may know says nothing of the client.
    practice.name, otis.last_name = "Elsewhere Counseling", "Vale"
    for payer in db.exec(select(Payer).where(col(Payer.practice_id) == practice.id)):
        payer.name, payer.payer_id = "Northwind Mutual", "NWM01"
    priya = builders.new_clinician(db, practice, first_name="Priya", last_name="Lindqvist", role=Role.CLINICIAN)
    gone = builders.new_clinician(db, practice, first_name="Mira", last_name="Gone", disabled_at=now())
    people = {
        ELSEWHERE: june.id or 0, DISABLED: gone.id or 0, COLLEAGUE: priya.id or 0, OWNER: otis.id or 0
    }  # fmt: skip
    ids = tuple(one for one in stranger.every_id if one not in people.values())
    return House(people, ids, stranger.numbers, unsaid)


@contextmanager
def serving(folder: Path, url: str, port: int, *how: str) -> Iterator[Path]:
    """The server of `tests.doors.server` in a process of its own; gives where it tells what it has. Its log is
    `server.log` in the folder."""
    told = folder / "told.json"
    environment = {
        "MBP_DATABASE_URL": url, "MBP_HOST": "127.0.0.1", "MBP_PORT": str(port), "MBP_DEMO": "0",
        "MBP_SYNC_MINUTES": "0", "MBP_CLEARINGHOUSE": str(folder / "clearinghouse"),
    }  # fmt: skip
    with (folder / "server.log").open("w") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "tests.doors.server", str(told), *how], env={**_environ(), **environment},
            stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield told
        finally:
            running.terminate()
            running.wait(10)


def _environ() -> dict[str, str]:
    import os

    return {name: value for name, value in os.environ.items() if not name.startswith("MBP_")} | {
        name: os.environ[name] for name in ("MBP_NOW", "MBP_TIMEZONE") if name in os.environ
    }
