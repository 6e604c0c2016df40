"""A deed is killed at a random moment: what is kept is all of it or nothing, and doing it again ends the same."""

import os
import random
import shutil
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import col

from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.delivery import Delivery
from mbp_claims.transport import mailbox
from tests.desk import Desk, fresh_copy
from tests.everybody.deeds import DEEDS, NUMBERS, SEVERAL, Choice
from tests.everybody.machine import REFUSALS, open_two_practices
from tests.everybody.whole import Whole

BEFORE = ("file a claim", "send", "import and post", "complete by hand", "file a claim", "send", "import an ERA")


@dataclass
class Killed:
    """How many deeds were killed, and how many of them had done nothing, all, or (those of several) some."""

    deeds: Counter[str]
    nothing: int = 0
    all: int = 0
    some: int = 0


class Kills:
    """A practice in the midst of its work, copied for every kill."""

    def __init__(self, folder: Path, migrated: Path, seed: int) -> None:
        self.dice, self.folder, self.migrated = random.Random(seed), folder, migrated
        self.killed = Killed(Counter())

    def one(self, name: str | None = None) -> None:
        """Chooses what is done before, and what is killed while it is done."""
        start = self._start()
        for _ in range(20):
            chosen = name or self.dice.choice(sorted(DEEDS))
            numbers = [self.dice.randrange(100) for _ in range(NUMBERS)]
            before = self._look(start)
            desk, took = self._done(self._copy(start, "whole"), chosen, numbers)
            if desk is not None:
                break
        else:
            return
        after = self._look(desk)
        killed = self._copy(start, "killed")
        self._kill(killed, chosen, numbers, self.dice.uniform(0, took * 3))
        Whole(killed.url).check()
        found = self._look(killed)
        self.killed.deeds[chosen] += 1
        if found == before:
            self.killed.nothing += 1
        elif found == after:
            self.killed.all += 1
        else:
            assert chosen in SEVERAL, f"{chosen} was half done: {_difference(before, found, after)}"
            self.killed.some += 1
        self._files_and_records(killed)
        if found == before:
            again, _ = self._done(killed, chosen, numbers)
            assert again is not None and self._look(again) == after, f"{chosen}, done again, ends otherwise"
        for one in (start, desk, killed):
            engine(one.url).dispose()

    def _start(self) -> Desk:
        url = fresh_copy(self.migrated, "kill-start.db")
        self._clearinghouse("start")
        with transaction(url) as db:
            people = open_two_practices(db)
        desk = Desk(url, people[0])
        for name in self.dice.sample(BEFORE, self.dice.randrange(len(BEFORE) + 1)):
            self._attempt(desk, name, [self.dice.randrange(100) for _ in range(NUMBERS)])
        return desk

    def _copy(self, of: Desk, name: str) -> Desk:
        url = fresh_copy(self.migrated, f"kill-{name}.db")
        with closing(sqlite3.connect(of.url[10:])) as rows, closing(sqlite3.connect(url[10:])) as copy:
            rows.backup(copy)
        there, here = self.folder / "start", self.folder / name
        shutil.rmtree(here, ignore_errors=True)
        if there.exists():
            shutil.copytree(there, here)
        self._clearinghouse(name)
        return Desk(url, of.clinician)

    def _clearinghouse(self, name: str) -> None:
        if name == "start":
            shutil.rmtree(self.folder / name, ignore_errors=True)
        mailbox.settings = replace(mailbox.settings, clearinghouse=self.folder / name)
        self._here = self.folder / name

    def _done(self, desk: Desk, name: str, numbers: list[int]) -> tuple[Desk | None, float]:
        began = time.perf_counter()
        return (desk if self._attempt(desk, name, numbers) else None), time.perf_counter() - began

    @staticmethod
    def _attempt(desk: Desk, name: str, numbers: list[int]) -> bool:
        try:
            DEEDS[name](Choice(desk, numbers))
        except REFUSALS:
            return False
        return True

    def _kill(self, desk: Desk, name: str, numbers: list[int], after: float) -> None:
        """In a process of its own, which knows all the program already and has opened nothing."""
        ready, begin = os.pipe(), os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.write(ready[1], b".")
                os.read(begin[0], 1)
                self._attempt(desk, name, numbers)
            finally:
                os._exit(0)
        os.read(ready[0], 1)
        os.write(begin[1], b".")
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for one in (*ready, *begin):
            os.close(one)

    @staticmethod
    def _look(desk: Desk) -> dict[str, list[tuple]]:
        engine(desk.url).dispose()
        return desk.everything()

    def _files_and_records(self, desk: Desk) -> None:
        """Every file that left has its record, and what the database says has left is there."""
        sent = {path.name: path.read_text() for path in self._here.glob("*/outbox/*") if path.name[0] != "."}
        kept = desk.rows(ClaimFile)
        assert set(sent.values()) <= {one.content for one in kept}, "a file without its record"
        arrived = {one.claim_file_id for one in desk.rows(Delivery, col(Delivery.sent_at).is_not(None))}
        gone = {one.content for one in kept if one.id in arrived}
        assert gone <= set(sent.values()), "a record without its file"


def _difference(before: dict, found: dict, after: dict) -> list[str]:
    return [name for name in found if found[name] not in (before[name], after[name])]
