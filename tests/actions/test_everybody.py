"""Anybody does anything in any order, at the same moment too: nothing that must hold is broken. `make soak` goes on."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.db.conftest import server  # noqa: F401
from tests.db.postgres import PostgresServer
from tests.everybody.machine import fresh_sqlite, machine

SHORT = settings(
    max_examples=4, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)  # fmt: skip


@pytest.mark.usefixtures("database_url")
def test_on_sqlite(migrated_file: Path):
    run_state_machine_as_test(machine(fresh_sqlite(migrated_file)), settings=SHORT)


@pytest.mark.postgres
@pytest.mark.usefixtures("database_url")
def test_on_postgresql(server: PostgresServer):  # noqa: F811
    run_state_machine_as_test(machine(server.url), settings=settings(SHORT, max_examples=2))
