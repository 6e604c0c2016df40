"""The program under test: `make run`'s own build and server, on a port and a database of its own."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from mbp_claims.actions.load_demo import WAITING_FILE
from mbp_claims.actions.load_scenario import load_scenario
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.launch import schema
from tests.e2e.marked import build_pages
from tests.sign_in import cookie_of, everybody_signed_in

SECONDS_TO_BUILD_AND_START = 300
SECONDS_TO_STOP = 10
OF_PEOPLE = (
    (Client.first_name, Client.last_name, Client.born, Client.number, Client.phone, Client.email, Client.address),
    (InsurancePlan.member_id, InsurancePlan.group_number), (Claim.number, Claim.diagnoses),
)  # fmt: skip


class PracticeUnderTest:
    """Runs until `stop`. Each scenario is loaded once into a file, and copied from there before a test."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """`settings` are of the environment, over those that the tests need."""
        build_pages(folder)
        self.folder = folder
        self.database = folder / "practice.db"
        self.url = f"sqlite:///{self.database}"
        self.said: list[str] = []
        self.port = free_port()
        self.address = settings.get("MBP_ADDRESS", f"http://127.0.0.1:{self.port}")
        environment = {
            "MBP_DATABASE_URL": self.url,
            "MBP_HOST": "127.0.0.1",
            "MBP_PORT": str(self.port),
            "MBP_DEMO": "1",
            "MBP_TEST_MODE": "1",
            "MBP_SYNC_MINUTES": "0",
            "REFLEX_STATES_WORKDIR": str(folder / "states"),
        }
        self._environment = os.environ | environment | settings
        self.start()
        self._kept("demo").parent.mkdir(exist_ok=True)
        self._copy(self.database, self._kept("demo"))
        self._sign_in(self._kept("demo"))

    def start(self) -> None:
        """Again, after `stop`, where it was before."""
        self.running = subprocess.Popen(
            [sys.executable, "-m", "mbp_claims.cli", "run"],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=(self.folder / "server.log").open("a"),
            text=True,
            start_new_session=True,
        )
        self._wait_until_it_says_it_runs()

    def load_scenario(self, name: str) -> None:
        """Makes the database the one of that name in mbp_claims/actions/load_scenario.py."""
        kept = self._kept(name)
        if not kept.exists():
            url = f"sqlite:///{kept}"
            schema.migrate(url)
            with transaction(url) as db:
                load_scenario(db, name)
            self._sign_in(kept)
        self._copy(kept, self.database)

    def transaction(self) -> AbstractContextManager[Session]:
        """To arrange what a test needs through the actions themselves, beside the running server."""
        return transaction(self.url)

    @property
    def waiting_era(self) -> Path:
        """The file of the demo practice that waits to be imported."""
        return self.folder / WAITING_FILE

    @property
    def log(self) -> str:
        """What the server wrote to its standard error."""
        return (self.folder / "server.log").read_text()

    def names(self) -> set[str]:
        """What the database holds of people, as it is now: names, births, member ids, numbers, diagnoses, amounts."""
        with reading(self.url) as db:
            rows = [row for told in OF_PEOPLE for row in db.exec(select(*told)).all()]
        return {str(value).strip() for row in rows for value in row if value}

    def stop(self) -> int:
        """As Ctrl-C does it. The status that `make` sees."""
        self.running.send_signal(signal.SIGINT)
        return self.running.wait(SECONDS_TO_STOP)

    @property
    def cookie(self) -> dict[str, Any]:
        """With it a browser is June Marlow's, as if she had signed in."""
        name, _, value = cookie_of(port=self.port).partition("=")
        return {"name": name, "value": value, "url": self.address, "httpOnly": True, "sameSite": "Strict"}

    @staticmethod
    def _sign_in(kept: Path) -> None:
        with transaction(f"sqlite:///{kept}") as db:
            everybody_signed_in(db)

    def _wait_until_it_says_it_runs(self) -> None:
        too_late = threading.Timer(SECONDS_TO_BUILD_AND_START, self.running.kill)
        too_late.start()
        try:
            for line in self.running.stdout or ():
                self.said.append(line.rstrip())
                if self.address in line:
                    return
            raise RuntimeError(f"The program did not start.\n{self.log}")
        finally:
            too_late.cancel()

    def _kept(self, scenario: str) -> Path:
        return self.folder / "scenarios" / f"{scenario}.db"

    @staticmethod
    def _copy(source: Path, target: Path) -> None:
        # SQLite's own backup: it takes the locks, so the running server sees either the old rows or the new.
        with closing(sqlite3.connect(source)) as rows, closing(sqlite3.connect(target)) as copy:
            rows.backup(copy)


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port
