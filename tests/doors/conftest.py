"""The running program with a victim in it, once for all who knock."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import migrated
from tests.doors.house import furnish, serving
from tests.doors.place import Place, marked
from tests.e2e.practice import free_port


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("doors")
    database, port = folder / "doors.db", free_port()
    house = furnish(migrated(f"sqlite:///{database}"))
    with serving(folder, f"sqlite:///{database}", port) as told:
        has = json.loads(_said(told))
        made = Place(port, database, folder / "server.log", house, has["handlers"], has["addresses"])
        yield made
    _log_tells_nothing(made)


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
