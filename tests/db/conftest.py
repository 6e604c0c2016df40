"""A connection without our code between the test and the tables."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from mbp_claims.db.engine import engine


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    with engine(database_url).connect() as connected:
        yield connected
