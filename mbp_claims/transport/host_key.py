"""The server’s key: pinned before anything is sent, and looked up so that a person can compare it."""

import asyncio

import asyncssh

from mbp_claims.domain.connection import Connection
from mbp_claims.domain.mail import MailProblem
from mbp_claims.transport.sftp_problems import problem_of
from mbp_claims.words import _

FINGERPRINT = "SHA256:"
LOOK_SECONDS = 20


class Pinned(asyncssh.SSHClient):
    """Lets a connection be made only to the server whose key is pinned, as a whole or by its fingerprint."""

    def __init__(self, connection: Connection):
        self._pinned = connection.host_key.strip()

    @property
    def known_hosts(self) -> tuple[list[asyncssh.SSHKey], list[asyncssh.SSHKey], list[asyncssh.SSHKey]]:
        """With nothing in it every key is asked about below."""
        return [] if self._pinned.startswith(FINGERPRINT) else [public_key(self._pinned)], [], []

    def validate_host_public_key(self, host: str, addr: str, port: int, key: asyncssh.SSHKey) -> bool:
        return self._pinned.startswith(FINGERPRINT) and key.get_fingerprint().rstrip("=") == self._pinned.rstrip("=")


def public_key(line: str) -> asyncssh.SSHKey:
    """Of a line such as `ssh-ed25519 AAAA…`, with or without a host name before it. MailProblem where it is none."""
    words = line.split()
    start = next((n for n, word in enumerate(words) if word.startswith(("ssh-", "ecdsa-", "sk-"))), 0)
    try:
        return asyncssh.import_public_key(" ".join(words[start : start + 2]))
    except asyncssh.KeyImportError as error:
        raise MailProblem(_("The pinned host key is no public key."), needs_person=True) from error


def look_up(connection: Connection) -> tuple[str, str]:
    """The key that the server shows just now, as a line, and its fingerprint. Nobody is signed in. MailProblem."""
    try:
        key = asyncio.run(asyncio.wait_for(_look_up(connection), LOOK_SECONDS))
    except (TimeoutError, OSError, asyncssh.Error) as error:
        raise problem_of(error, connection, "") from error
    if key is None:
        raise MailProblem(_("{place} showed no host key.", place=connection.place))
    return key.export_public_key().decode().strip(), key.get_fingerprint()


async def _look_up(connection: Connection) -> asyncssh.SSHKey | None:
    return await asyncssh.get_server_host_key(connection.host, connection.port, config=None)
