"""Sealing with a passphrase: scrypt makes the key, AES-256-GCM seals piece by piece, so nothing need fit in memory.

A file is MAGIC, one byte (log2 of scrypt's n; r is 8, p is 1), 16 bytes of salt, 16 bytes by which a wrong passphrase
is known, then pieces of 64 KiB and their tags. A piece's nonce is its number (11 bytes) and whether it is the last (1):
no piece can be changed, left out, moved, cut off or added. All before the pieces is authenticated with each of them.
"""

import hashlib
import io
import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from mbp_claims.backup.refused import BackupRefused

MAGIC = b"MBP Claims backup 1\n"
SHORTEST = 12
COST, LARGEST_COST = 17, 20
SALT, CHECK, TAG = 16, 16, 16
PIECE = 64 * 1024
NO_BACKUP = "This file is not a backup of MBP Claims. Nothing was changed."
OTHER = "The backup was sealed with another passphrase. Nothing was changed."
DAMAGED = "The backup is damaged or cut short. Nothing was changed."


class Seal(io.RawIOBase):
    """What is written into it goes sealed into `file`; only `close` makes it whole. BackupRefused: too short."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        if len(passphrase) < SHORTEST:
            raise BackupRefused(f"The passphrase is too short. Use {SHORTEST} characters or more.")
        salt = os.urandom(SALT)
        self._cipher, check = _key(passphrase, salt, COST)
        self._head = MAGIC + bytes([COST]) + salt + check
        self._file, self._rest, self._number = file, bytearray(), 0
        file.write(self._head)

    def writable(self) -> bool:
        return True

    def write(self, content) -> int:  # type: ignore[no-untyped-def]
        self._rest += content
        while len(self._rest) > PIECE:
            self._put(bytes(self._rest[:PIECE]), last=False)
            del self._rest[:PIECE]
        return len(content)

    def close(self) -> None:
        if not self.closed:
            self._put(bytes(self._rest), last=True)
        super().close()

    def _put(self, piece: bytes, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last), piece, self._head))
        self._number += 1


class Unseal(io.RawIOBase):
    """Reads what was sealed. BackupRefused when it is none, of another passphrase, damaged or cut short."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        self._head = file.read(len(MAGIC) + 1 + SALT + CHECK)
        if len(self._head) < len(MAGIC) + 1 + SALT + CHECK or not self._head.startswith(MAGIC):
            raise BackupRefused(NO_BACKUP)
        cost, salt = self._head[len(MAGIC)], self._head[len(MAGIC) + 1 :][:SALT]
        if not 1 <= cost <= LARGEST_COST:
            raise BackupRefused(DAMAGED)
        self._cipher, check = _key(passphrase, salt, cost)
        if check != self._head[-CHECK:]:
            raise BackupRefused(OTHER)
        self._pieces, self._rest = self._opened(file), b""

    def readable(self) -> bool:
        return True

    def readinto(self, into) -> int:  # type: ignore[no-untyped-def]
        if not self._rest:
            self._rest = next(self._pieces, b"")
        given, self._rest = self._rest[: len(into)], self._rest[len(into) :]
        into[: len(given)] = given
        return len(given)

    def _opened(self, file: BinaryIO) -> Iterator[bytes]:
        number, piece = 0, file.read(PIECE + TAG)
        while True:
            following = file.read(PIECE + TAG)
            try:
                yield self._cipher.decrypt(_nonce(number, not following), piece, self._head)
            except (InvalidTag, ValueError) as changed:
                raise BackupRefused(DAMAGED) from changed
            if not following:
                return
            number, piece = number + 1, following


def _key(passphrase: str, salt: bytes, cost: int) -> tuple[AESGCM, bytes]:
    made = Scrypt(salt=salt, length=64, n=2**cost, r=8, p=1).derive(passphrase.encode())
    return AESGCM(made[:32]), hashlib.sha256(made[32:]).digest()[:CHECK]


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
