"""`python -m tests.soak [PART...]`: what takes too long for every test run. Its figures stand in docs/reliability.md.

clicks: others' clicks beside long works, on the page, from a shell and from the clearinghouse. everybody: all that
people do, in any order, on SQLite and on PostgreSQL. kills: any deed is killed at a random moment.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, unless some are named")
    parser.add_argument("--examples", type=int, default=60, help="orders of everybody on each database, 50 deeds each")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    told = parser.parse_args()
    for name in told.parts or PARTS:
        PARTS[name](told)


def clicks(told: argparse.Namespace) -> None:
    from tests.soak.clicks import main

    main()


def everybody(told: argparse.Namespace) -> None:
    migrated = _prepared()
    from hypothesis import HealthCheck, settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.db.postgres import PostgresServer
    from tests.everybody.machine import fresh_sqlite, machine

    long = settings(
        max_examples=told.examples, stateful_step_count=50, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    server = PostgresServer()
    try:
        for where, fresh in (("SQLite", fresh_sqlite(migrated)), ("PostgreSQL", server.url)):
            people = machine(fresh)
            run_state_machine_as_test(people, settings=long)
            done = f"{len(people.done)} kinds done" if people.done else "none done"
            print(f"everybody, {where}: {people.deeds:,} deeds, {people.refused:,} refused, {done}; all held.")
    finally:
        server.stop()


def kills(told: argparse.Namespace) -> None:
    migrated = _prepared()
    from tests.everybody.kills import Kills

    killing = Kills(migrated.parent / "kills", migrated, told.seed)
    for _ in range(told.kills):
        killing.one()
    came = killing.killed
    print(
        f"kills (seed {told.seed}): {came.deeds.total()} deeds of {len(came.deeds)} kinds killed; {came.nothing} had "
        f"done nothing, {came.all} all, {came.some} some of several transactions; none was half done."
    )


def _prepared() -> Path:
    """A migrated, empty file in a folder of its own; deliveries go there too."""
    import tests.conftest as house
    from mbp_claims.transport import mailbox

    folder = Path(tempfile.mkdtemp(prefix="mbp-soak-"))
    mailbox.settings = replace(mailbox.settings, clearinghouse=folder / "clearinghouse")
    house.migrated(f"sqlite:///{folder}/empty.db")
    return folder / "empty.db"


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {"kills": kills, "everybody": everybody, "clicks": clicks}

if __name__ == "__main__":
    main()
