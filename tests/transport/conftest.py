"""An OpenSSH server for the whole run, emptied for each test, and the connection to it."""

from collections.abc import Iterator

import pytest

from mbp_claims.domain.connection import Connection
from tests.transport.cable import Cable
from tests.transport.sshd import OpenSshServer

KEY = "MBP_SFTP_KEY"


@pytest.fixture(scope="session")
def openssh() -> Iterator[OpenSshServer]:
    server = OpenSshServer()
    server.start()
    yield server
    server.throw_away()


@pytest.fixture
def server(openssh: OpenSshServer, monkeypatch: pytest.MonkeyPatch) -> OpenSshServer:
    openssh.empty()
    monkeypatch.setenv(KEY, openssh.key.read_text())
    return openssh


@pytest.fixture
def to_server(server: OpenSshServer) -> Connection:
    return connection_to(server)


@pytest.fixture
def cable(server: OpenSshServer) -> Iterator[Cable]:
    """Between the program and the server; it can be cut."""
    made = Cable(server.port)
    yield made
    made.close()


def connection_to(server: OpenSshServer, **changes: object) -> Connection:
    told = {
        "practice_id": 1, "way": "sftp", "host": "127.0.0.1", "port": server.port, "username": server.user,
        "secret_name": KEY, "host_key": server.host_key_line,
    }  # fmt: skip
    return Connection(**{**told, **changes})
