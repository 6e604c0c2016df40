"""Passwords as argon2id hashes: https://www.rfc-editor.org/rfc/rfc9106, with the library's own parameters."""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER = PasswordHasher()


def hash_password(password: str) -> str:
    return HASHER.hash(_written(password))


def password_fits(password_hash: str, password: str) -> bool:
    """Without a hash it takes as long as with one, and is False."""
    try:
        return HASHER.verify(password_hash or _nobodys(), _written(password)) and bool(password_hash)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Whether it was made with other parameters than those of today."""
    return HASHER.check_needs_rehash(password_hash)


@cache
def _nobodys() -> str:
    return HASHER.hash("nobody has this password")


def _written(password: str) -> str:
    """The same for every keyboard: one sign may be typed as one character or as two."""
    return unicodedata.normalize("NFKC", password)
