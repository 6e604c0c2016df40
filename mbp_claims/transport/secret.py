"""Secrets by their name: read when they are needed, kept nowhere else, written to no log."""

import asyncssh

from mbp_claims.domain.connection import PASSPHRASE, Connection, KeptIn
from mbp_claims.domain.mail import MailProblem
from mbp_claims.settings import secret_file, secret_variable


def password(connection: Connection) -> str:
    """MailProblem where there is none of that name."""
    return _secret(connection)


def key(connection: Connection) -> asyncssh.SSHKey:
    """The private key; its passphrase stands under the same name with `_PASSPHRASE` behind it."""
    text = _secret(connection, strip=False)
    try:
        return asyncssh.import_private_key(text, _read(connection, connection.secret_name + PASSPHRASE) or None)
    except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError) as error:
        unreadable = f"{_named(connection)} holds no private key that can be opened."
        raise MailProblem(unreadable, needs_person=True) from error


def _secret(connection: Connection, strip: bool = True) -> str:
    found = _read(connection, connection.secret_name)
    if not found:
        raise MailProblem(f"{_named(connection)} is not set on the machine that runs this program.", needs_person=True)
    return found.strip() if strip else found


def _read(connection: Connection, name: str) -> str:
    return secret_variable(name) if connection.kept_in == KeptIn.ENVIRONMENT else secret_file(name)


def _named(connection: Connection) -> str:
    kind = "The environment variable" if connection.kept_in == KeptIn.ENVIRONMENT else "The secret file"
    return f"{kind} {connection.secret_name}"
