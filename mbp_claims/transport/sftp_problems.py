"""What went wrong on the way, as a sentence: what happened, what is safe, what to do."""

import asyncio
import socket

import asyncssh

from mbp_claims.domain.connection import Connection, SignIn
from mbp_claims.domain.mail import MailProblem
from mbp_claims.words import N_, _

REFUSED = {
    SignIn.KEY: N_("{host} refused the sign-in of {username}. Check the user name and the key in {secret}."),
    SignIn.PASSWORD: N_("{host} refused the sign-in of {username}. Check the user name and the password in {secret}."),
}
WAITS = _("The files wait, and go as soon as it does.")


def problem_of(error: BaseException, to: Connection, folder: str) -> MailProblem:
    """`folder` is the one that was asked for. No text of the server’s own is repeated: it may hold anything."""
    host = to.host
    match error:
        case MailProblem():
            return error
        case asyncssh.HostKeyNotVerifiable() | asyncssh.KeyExchangeFailed():
            return MailProblem(
                _(
                    "{host} does not show the host key that is pinned. Nothing was sent. "
                    "Ask your clearinghouse whether its key has changed before you pin another.",
                    host=host,
                ),
                needs_person=True,
            )
        case asyncssh.PermissionDenied():
            return MailProblem(
                _(REFUSED[SignIn(to.sign_in)], host=host, username=to.username, secret=to.secret_name),
                needs_person=True,
            )
        case asyncssh.SFTPPermissionDenied() | asyncssh.SFTPWriteProtect():
            return MailProblem(
                _(
                    "{host} does not let {username} use the folder {folder}.",
                    host=host,
                    username=to.username,
                    folder=folder,
                ),
                needs_person=True,
            )
        case asyncssh.SFTPNoSuchFile() | asyncssh.SFTPNoSuchPath() | asyncssh.SFTPNotADirectory():
            return MailProblem(_("There is no folder {folder} on {host}.", folder=folder, host=host), needs_person=True)
        case asyncssh.SFTPNoSpaceOnFilesystem() | asyncssh.SFTPQuotaExceeded():
            return MailProblem(_("The disk of {host}, or your quota there, is full.", host=host))
        case asyncssh.ConnectionLost() | asyncssh.DisconnectError() | asyncssh.SFTPConnectionLost() | ConnectionError():
            if isinstance(error, ConnectionRefusedError):
                return MailProblem(_("{place} does not answer. {waits}", place=to.place, waits=WAITS))
            return MailProblem(_("The connection to {host} broke off. {waits}", host=host, waits=WAITS), unsure=True)
        case asyncio.TimeoutError():
            return MailProblem(_("{place} does not answer in time. {waits}", place=to.place, waits=WAITS), unsure=True)
        case socket.gaierror():
            return MailProblem(
                _("There is no server called {host}. Check the host name.", host=host), needs_person=True
            )
        case OSError():
            return MailProblem(_("{place} cannot be reached. {waits}", place=to.place, waits=WAITS), unsure=True)
        case asyncssh.SFTPError():
            return MailProblem(
                _("{host} could not do what was asked in the folder {folder}.", host=host, folder=folder), unsure=True
            )
        case _:
            return MailProblem(_("{host} does not speak SFTP as it should.", host=host), needs_person=True, unsure=True)
