"""What went wrong on the way, as a sentence: what happened, what is safe, what to do."""

import asyncio
import socket

import asyncssh

from mbp_claims.domain.connection import Connection
from mbp_claims.domain.mail import MailProblem

WAITS = "The files wait, and go as soon as it does."


def problem_of(error: BaseException, to: Connection, folder: str) -> MailProblem:
    """`folder` is the one that was asked for. No text of the server’s own is repeated: it may hold anything."""
    host = to.host
    match error:
        case MailProblem():
            return error
        case asyncssh.HostKeyNotVerifiable() | asyncssh.KeyExchangeFailed():
            return MailProblem(
                f"{host} does not show the host key that is pinned. Nothing was sent. "
                "Ask your clearinghouse whether its key has changed before you pin another.",
                needs_person=True,
            )
        case asyncssh.PermissionDenied():
            secret = f"the {to.sign_in} in {to.secret_name}"
            return MailProblem(
                f"{host} refused the sign-in of {to.username}. Check the user name and {secret}.", needs_person=True
            )
        case asyncssh.SFTPPermissionDenied() | asyncssh.SFTPWriteProtect():
            return MailProblem(f"{host} does not let {to.username} use the folder {folder}.", needs_person=True)
        case asyncssh.SFTPNoSuchFile() | asyncssh.SFTPNoSuchPath() | asyncssh.SFTPNotADirectory():
            return MailProblem(f"There is no folder {folder} on {host}.", needs_person=True)
        case asyncssh.SFTPNoSpaceOnFilesystem() | asyncssh.SFTPQuotaExceeded():
            return MailProblem(f"The disk of {host}, or your quota there, is full.")
        case asyncssh.ConnectionLost() | asyncssh.DisconnectError() | asyncssh.SFTPConnectionLost() | ConnectionError():
            if isinstance(error, ConnectionRefusedError):
                return MailProblem(f"{to.place} does not answer. {WAITS}")
            return MailProblem(f"The connection to {host} broke off. {WAITS}", unsure=True)
        case asyncio.TimeoutError():
            return MailProblem(f"{to.place} does not answer in time. {WAITS}", unsure=True)
        case socket.gaierror():
            return MailProblem(f"There is no server called {host}. Check the host name.", needs_person=True)
        case OSError():
            return MailProblem(f"{to.place} cannot be reached. {WAITS}", unsure=True)
        case asyncssh.SFTPError():
            return MailProblem(f"{host} could not do what was asked in the folder {folder}.", unsure=True)
        case _:
            return MailProblem(f"{host} does not speak SFTP as it should.", needs_person=True, unsure=True)
