"""The running program with a victim in it, once for all who knock."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import migrated
from tests.doors.house import furnish, serving
from tests.doors.place import Place, marked
from tests.e2e.practice import free_port


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with _opened(tmp_path_factory.mktemp("doors")) as made:
        yield made
    _log_tells_nothing(made)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The same with the gate alone, before there was anything beside it."""
    with _opened(tmp_path_factory.mktemp("before"), "before") as made:
        yield made


@contextmanager
def _opened(folder: Path, *how: str) -> Iterator[Place]:
    database, port = folder / "doors.db", free_port()
    house = furnish(migrated(f"sqlite:///{database}"))
    with serving(folder, f"sqlite:///{database}", port, *how) as told:
        has = json.loads(_said(told))
        yield Place(port, database, folder / "server.log", house, has["handlers"], has["addresses"])


def _log_tells_nothing(place: Place) -> None:
    """After all that was asked: of nobody, and of no failure."""
    said = place.log.read_text().lower()
    assert marked(said, place) == []
    assert "traceback" not in said
    assert "session-of-clinician" not in said
    assert [line for line in said.splitlines() if " failed: " in line] == []


def _said(told: Path) -> str:
    """As soon as the server answers."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if told.exists() and (said := told.read_text()):
            return said
        time.sleep(0.05)
    raise TimeoutError((told.parent / "server.log").read_text())
