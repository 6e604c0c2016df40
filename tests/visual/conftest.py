"""The built gallery, for what walks through it."""

from collections.abc import Iterator

import pytest

from mbp_claims.testing.practice import Practice
from tests.visual.demo import demo_practice


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with demo_practice(tmp_path_factory.mktemp("practice")) as running:
        yield running
