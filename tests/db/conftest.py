"""A connection without our code between the test and the tables; a PostgreSQL server, and databases of it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from mbp_claims.db.engine import engine
from tests.db.one_of_each import ours  # noqa: F401
from tests.db.postgres import PostgresServer, programs


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    with engine(database_url).connect() as connected:
        yield connected


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    running = PostgresServer()
    yield running
    running.stop()


@pytest.fixture
def url(server: PostgresServer) -> Iterator[str]:
    address = server.url()
    yield address
    engine(address).dispose()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where no PostgreSQL server is installed its tests are not run, and the report says so."""
    if programs() is None:
        left = [item for item in items if item.get_closest_marker("postgres")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if programs() is None:
        terminalreporter.write_line(
            "No initdb was found: the tests on PostgreSQL (tests/db/test_postgres.py) were not run."
        )
