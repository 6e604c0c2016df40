"""Data at rest: the keys that are derived from the practice's own, and files that are sealed with one of them.

The database's key is what SQLCipher itself derives from a passphrase (PBKDF2-HMAC-SHA512, 256,000 rounds, the salt in
the file's first 16 bytes), so its own tools open the file too. Deriving takes a tenth of a second: once for each file
here, not for each connection. Files have a key of their own.
"""

import base64
import hashlib
import os
from functools import cache
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PLAIN = b"SQLite format 3\0"
SALT_BYTES, KEY_BYTES, ROUNDS = 16, 32, 256_000
SEALED = ".sealed"
OWNERS_ALONE = 0o600
FILES = b"mbp-claims kept files 1"


class WrongKey(Exception):
    """The message says what to do; nothing was opened or changed."""


def is_plain(file: Path) -> bool | None:
    """Whether that SQLite database can be read without a key. None where there is none yet."""
    if not file.exists() or file.stat().st_size == 0:
        return None
    with file.open("rb") as opened:
        return opened.read(len(PLAIN)) == PLAIN


def database_key(secret: str, file: Path) -> str:
    """As SQLCipher takes it in PRAGMA key: key and salt in hexadecimal. A new file gets a new salt."""
    salt = os.urandom(SALT_BYTES)
    if is_plain(file) is False:
        with file.open("rb") as opened:
            salt = opened.read(SALT_BYTES)
    return f"x'{_derived(secret, salt).hex()}{salt.hex()}'"


def seal(secret: str, content: bytes) -> bytes:
    """Encrypted and authenticated (Fernet: AES-128-CBC and HMAC-SHA256)."""
    return _files(secret).encrypt(content)


def unseal(secret: str, sealed: bytes) -> bytes:
    """WrongKey where another key sealed it, or it was changed since."""
    try:
        return _files(secret).decrypt(sealed)
    except InvalidToken as wrong:
        raise WrongKey("The file was sealed with another key, or was changed since. Check MBP_DATABASE_KEY.") from wrong


def write_sealed(file: Path, content: bytes, secret: str) -> None:
    """Under that name, with a key with `.sealed` behind it; whole or not at all, and the owner's alone."""
    whole = file.with_name(f"{file.name}{SEALED}") if secret else file
    part = whole.with_name(f".{whole.name}.part")
    with open(part, "wb", opener=lambda path, flags: os.open(path, flags, OWNERS_ALONE)) as opened:
        opened.write(seal(secret, content) if secret else content)
    settle(part)
    part.replace(whole)
    settle(whole.parent)


def settle(path: Path) -> None:
    """On the disk, not only in its cache, when this returns; a renamed file once its folder is."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@cache
def _derived(secret: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", secret.encode(), salt, ROUNDS, KEY_BYTES)


@cache
def _files(secret: str) -> Fernet:
    """Not the database's key, nor one from which it could be told."""
    slow = _derived(secret, hashlib.sha256(FILES).digest()[:SALT_BYTES])
    return Fernet(base64.urlsafe_b64encode(HKDF(SHA256(), KEY_BYTES, None, FILES).derive(slow)))
