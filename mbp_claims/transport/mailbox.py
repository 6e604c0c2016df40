"""A place to leave files and to find them, whichever way they travel."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from mbp_claims.domain.connection import Connection
from mbp_claims.domain.mail import MailFile
from mbp_claims.settings import settings
from mbp_claims.transport.folder import FolderMailbox
from mbp_claims.transport.sftp import SftpMailbox


class Mailbox(Protocol):
    """Every method may raise MailProblem."""

    def check(self) -> None:
        """Whether both folders can be reached and the outbox written to."""

    def deliver(self, name: str, content: bytes) -> None:
        """Leaves a file, whole or not at all. One of that name and size that lies there already is not sent again."""

    def look(self) -> list[MailFile]:
        """What lies in the inbox, by name; not what is still being written."""

    def fetch(self, file: MailFile) -> bytes:
        """Its content."""

    def put_away(self, file: MailFile) -> None:
        """Into the archive, or deleted, as the connection says. One that is gone already is no problem."""


def open_mailbox(connection: Connection) -> AbstractContextManager[Mailbox]:
    """MailProblem on entering when there is no way in."""
    if connection.is_sftp:
        return SftpMailbox(connection)
    return FolderMailbox(Path(folder_of(connection.practice_id)), connection.after_fetch, settings.database_key)


def folder_of(practice_id: int) -> str:
    """Where the folders of a practice lie, each practice's apart."""
    return str((settings.clearinghouse / str(practice_id)).absolute())
