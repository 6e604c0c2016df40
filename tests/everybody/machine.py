"""Several people of two practices do anything in any order, some of it at once; all holds after each step."""

import threading
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlmodel import Session

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Role
from mbp_claims.domain.violation import RuleViolation
from tests import builders
from tests.desk import Desk
from tests.everybody.deeds import DEEDS, NUMBERS, SEVERAL, Choice
from tests.everybody.whole import Whole

PICKS = st.lists(st.integers(0, 99), min_size=NUMBERS, max_size=NUMBERS)
REFUSALS = (RuleViolation, NotFound)
SECONDS = 120


def open_two_practices(db: Session) -> list[Clinician]:
    """An owner and a clinician of one practice with a client each, and the owner of another with one."""
    builders.add_payers(db)
    ours = builders.new_practice(db)
    june = builders.new_clinician(db, ours, role=Role.OWNER)
    theo = builders.new_clinician(db, ours, first_name="Theo", last_name="Vance", role=Role.CLINICIAN)
    otis = builders.stranger(db)
    otis.role = Role.OWNER
    for number, person in enumerate((june, theo, otis)):
        client = builders.new_client(db, person, f"R-000{number}", clinician_id=person.id)
        builders.both(db, person, client)
        file_claim(db, person, builders.started(db, person, client).number)
        builders.started(db, person, client)
    db.flush()
    return [june, theo, otis]


class Everybody(RuleBasedStateMachine):
    """`fresh` gives the address of a migrated, empty database."""

    fresh: Any
    deeds = 0
    refused = 0
    done: dict[str, int]

    @initialize()
    def open(self) -> None:
        url = type(self).fresh()
        with transaction(url) as db:
            people = open_two_practices(db)
        self.desks = [Desk(url, one) for one in people]
        for desk in self.desks:
            desk.send()
        self.whole = Whole(url)
        self.whole.check()

    def teardown(self) -> None:
        if hasattr(self, "desks"):
            engine(self.desks[0].url).dispose()

    @rule(who=st.integers(0, 2), name=st.sampled_from(sorted(DEEDS)), numbers=PICKS)
    def do(self, who: int, name: str, numbers: list[int]) -> None:
        done = self._do(self.desks[who], name, numbers)
        if not done and name not in SEVERAL:
            self.whole.unchanged()
        self.whole.check(self.desks[who])

    @rule(who=st.integers(0, 1), names=st.tuples(*[st.sampled_from(sorted(DEEDS))] * 2), numbers=PICKS)
    def do_two_at_once(self, who: int, names: tuple[str, str], numbers: list[int]) -> None:
        """Two people, or one in two tabs, press at the same moment; both meant the same thing where they choose."""
        failed: list[BaseException] = []
        ready = threading.Barrier(2, timeout=SECONDS)

        def press(desk: Desk, name: str) -> None:
            try:
                ready.wait()
                self._do(desk, name, numbers)
            except BaseException as error:
                failed.append(error)

        pressing = [
            threading.Thread(target=press, args=told) for told in zip(self.desks[who : who + 2], names, strict=True)
        ]
        for one in pressing:
            one.start()
        for one in pressing:
            one.join(SECONDS)
        if failed:
            raise failed[0]
        self.whole.check()

    def _do(self, desk: Desk, name: str, numbers: list[int]) -> bool:
        """Whether it was not refused."""
        counted = type(self)
        counted.deeds += 1
        try:
            DEEDS[name](Choice(desk, numbers))
        except REFUSALS:
            counted.refused += 1
            return False
        counted.done[name] = counted.done.get(name, 0) + 1
        return True


def machine(fresh: Any) -> type[Everybody]:
    """One that counts for itself."""
    return type("Everybody", (Everybody,), {"fresh": staticmethod(fresh), "done": {}})


def fresh_sqlite(migrated: Path) -> Any:
    from tests.desk import fresh_copy

    return lambda: fresh_copy(migrated, "everybody.db")
