"""The bytes of a file, read forward in pieces of 64 KB: holds one piece and one segment, whatever the file's size."""

import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from mbp_claims.words import _
from mbp_claims.x12.error import X12Error

PIECE = 64 * 1024
LARGEST_FILE = 50 * 1024 * 1024
UNLIMITED = sys.maxsize
LONGEST_SEGMENT = 8 * 1024
LONGEST_PIECE = LONGEST_SEGMENT + 256
"""A segment and the blanks before it."""

_LOOK_AHEAD = 256

Source = bytes | BinaryIO | Iterable[bytes]


class Tape:
    """`line` counts from 1. X12Error when the file is larger than `largest` bytes."""

    def __init__(self, source: Source, largest: int = LARGEST_FILE):
        self.line = 1
        self._pieces = _pieces(source)
        self._largest = largest
        self._read = 0
        self._buffer = b""
        self._position = 0

    def peek(self, count: int) -> bytes:
        """The next bytes, fewer at the end of the file."""
        while self.pending < count and self._more():
            pass
        return self._buffer[self._position : self._position + count]

    def take(self, count: int) -> bytes:
        """The next bytes, read for good."""
        taken = self.peek(count)
        self._advance(len(taken))
        return taken

    def skip(self, these: bytes) -> bool:
        """Passes over any run of these bytes; whether there were any."""
        skipped = False
        while run := len(ahead := self.peek(_LOOK_AHEAD)) - len(ahead.lstrip(these)):
            self._advance(run)
            skipped = True
        return skipped

    def stretch(self, terminator: bytes, closing: bytes) -> bytes | None:
        """As many whole segments as are at hand, without the last terminator, read for good.

        It ends with the first that holds `closing`; None when there is no terminator near enough.
        """
        while (end := self._end_of_stretch(terminator, closing)) < 0:
            if self.pending > LONGEST_PIECE or not self._more():
                return None
        data = self._buffer[self._position : end]
        self._advance(len(data) + 1)
        return data

    def _end_of_stretch(self, terminator: bytes, closing: bytes) -> int:
        if (close := self._buffer.find(closing, self._position)) >= 0:
            end = self._buffer.find(terminator, close)
            if end >= 0:
                return end
        return self._buffer.rfind(terminator, self._position)

    @property
    def pending(self) -> int:
        """How many bytes are at hand and not read."""
        return len(self._buffer) - self._position

    @property
    def taken(self) -> int:
        """How many bytes were read for good."""
        return self._read - self.pending

    def _advance(self, count: int) -> None:
        end = self._position + count
        self.line += self._buffer.count(b"\n", self._position, end)
        self._position = end

    def _more(self) -> bool:
        piece = next(self._pieces, b"")
        self._read += len(piece)
        if self._read > self._largest:
            raise X12Error(
                _(
                    "The file is larger than {most} MB, which is the most for one file.",
                    most=self._largest // (1024 * 1024),
                )
            )
        self._buffer = self._buffer[self._position :] + piece
        self._position = 0
        return bool(piece)


def _pieces(source: Source) -> Iterator[bytes]:
    """Never empty, never longer than 64 KB."""
    for chunk in _chunks(source):
        for start in range(0, len(chunk), PIECE):
            yield chunk[start : start + PIECE]


def _chunks(source: Source) -> Iterable[bytes]:
    if isinstance(source, bytes | bytearray | memoryview):
        return (bytes(source),)
    read = getattr(source, "read", None)
    return iter(lambda: read(PIECE), b"") if read else source
