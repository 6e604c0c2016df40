"""Signing in with a password. OpenSSH checks one only against the machine’s accounts: here the server is asyncssh’s."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import asyncssh
import pytest

from mbp_claims.domain.connection import Connection
from mbp_claims.domain.mail import MailProblem
from mbp_claims.transport.mailbox import open_mailbox

VARIABLE = "MBP_SFTP_PASSWORD"


class OnePassword(asyncssh.SSHServer):
    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == ("quietcove", "open sesame")


@pytest.fixture
def connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    monkeypatch.setenv(VARIABLE, "open sesame\n")
    for name in ("outbox", "inbox"):
        (tmp_path / name).mkdir()
    key, loop = asyncssh.generate_private_key("ssh-ed25519"), asyncio.new_event_loop()
    listening = loop.run_until_complete(
        asyncssh.listen(
            "127.0.0.1", 0, server_factory=OnePassword, server_host_keys=[key],
            sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(tmp_path).encode()),
        )
    )  # fmt: skip
    running = threading.Thread(target=loop.run_forever)
    running.start()
    yield Connection(
        practice_id=1, way="sftp", host="127.0.0.1", port=listening.get_port(), username="quietcove",
        sign_in="password", secret_name=VARIABLE, host_key=key.export_public_key().decode().strip(),
    )  # fmt: skip
    loop.call_soon_threadsafe(loop.stop)
    running.join()
    listening.close()
    loop.close()


def test_the_right_password_signs_in(connection: Connection, tmp_path: Path):
    with open_mailbox(connection) as mailbox:
        mailbox.check()
        mailbox.deliver("a.837p", b"ISA")
    assert (tmp_path / "outbox" / "a.837p").read_bytes() == b"ISA"


def test_another_one_is_refused_and_not_repeated(connection: Connection, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(VARIABLE, "guessed")
    with pytest.raises(MailProblem) as told, open_mailbox(connection):
        pass
    assert told.value.sentence == (
        f"127.0.0.1 refused the sign-in of quietcove. Check the user name and the password in {VARIABLE}."
    )
