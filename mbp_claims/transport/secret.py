"""Secrets by their name: read when they are needed, kept nowhere else, written to no log."""

import asyncssh

from mbp_claims.domain.connection import PASSPHRASE, Connection, KeptIn
from mbp_claims.domain.mail import MailProblem
from mbp_claims.settings import secret_file, secret_variable
from mbp_claims.words import _


def password(connection: Connection) -> str:
    """MailProblem where there is none of that name."""
    return _secret(connection)


def key(connection: Connection) -> asyncssh.SSHKey:
    """The private key; its passphrase stands under the same name with `_PASSPHRASE` behind it."""
    text = _secret(connection, strip=False)
    try:
        return asyncssh.import_private_key(text, _read(connection, connection.secret_name + PASSPHRASE) or None)
    except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError) as error:
        unreadable = _("{secret} holds no private key that can be opened.", secret=_named(connection))
        raise MailProblem(unreadable, needs_person=True) from error


def _secret(connection: Connection, strip: bool = True) -> str:
    found = _read(connection, connection.secret_name)
    if not found:
        raise MailProblem(
            _("{secret} is not set on the machine that runs this program.", secret=_named(connection)),
            needs_person=True,
        )
    return found.strip() if strip else found


def _read(connection: Connection, name: str) -> str:
    return secret_variable(name) if connection.kept_in == KeptIn.ENVIRONMENT else secret_file(name)


def _named(connection: Connection) -> str:
    if connection.kept_in == KeptIn.ENVIRONMENT:
        return _("The environment variable {name}", name=connection.secret_name)
    return _("The secret file {name}", name=connection.secret_name)
