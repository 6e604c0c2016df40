"""What `make run` promises in the terminal."""

import socket
from pathlib import Path

import pytest

from tests.e2e.practice import PracticeUnderTest


def test_a_second_start_has_nothing_to_migrate_load_or_build(tmp_path: Path):
    first = PracticeUnderTest(tmp_path)
    first.stop()
    assert first.said[0].startswith("The database will not be encrypted: "), "what that means, in one line, once"
    again = PracticeUnderTest(tmp_path)
    again.stop()
    assert again.said == [
        "Database is up to date.",
        "Nothing to build.",
        f"MBP Claims is running at {again.address}  (Ctrl-C stops it)",
    ]


def test_ctrl_c_stops_all_of_it(tmp_path: Path):
    running = PracticeUnderTest(tmp_path)
    port = int(running.address.rpartition(":")[2])
    socket.create_connection(("127.0.0.1", port)).close()
    assert running.stop() == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
    assert "panicked" not in running.log
