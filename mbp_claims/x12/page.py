"""Segments that were split at once, as they stand in the file; and on which line each begins."""

from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

BLANKS = " \t\r\n"
PADDING = "\x00\x1a"
"""What old systems leave after an IEA."""


class Delimiters(NamedTuple):
    """What an ISA declares. `terminator` may be a line end."""

    element: str
    component: str
    repetition: str
    terminator: str


class Page:
    """`pieces` are what stands between terminators, blanks included; `line` is where the first of them starts.

    `odd` are sentences about pieces that are not ASCII, by their index.
    """

    __slots__ = ("__dict__", "delimiters", "line", "odd", "pieces")

    def __init__(self, pieces: list[str], delimiters: Delimiters, line: int, odd: dict[int, str] | None = None):
        self.pieces = pieces
        self.delimiters = delimiters
        self.line = line
        self.odd = odd or {}

    @classmethod
    def of(cls, data: bytes, delimiters: Delimiters, line: int) -> "Page":
        """UTF-8, else Latin-1, piece by piece."""
        if data.isascii():
            return cls(data.decode("ascii").split(delimiters.terminator), delimiters, line)
        texts = list(map(_text, data.split(delimiters.terminator.encode())))
        return cls([text for text, _ in texts], delimiters, line, {at: odd for at, (_, odd) in enumerate(texts) if odd})

    def line_of(self, index: int) -> int:
        """The line of the first character of a piece that is no blank."""
        piece = self.pieces[index]
        return self._lines[index] + piece.count("\n", 0, len(piece) - len(piece.lstrip(BLANKS)))

    @cached_property
    def _lines(self) -> list[int]:
        """The line on which each piece starts; only asked for when there is something to say."""
        between = self.delimiters.terminator == "\n"
        return list(accumulate((piece.count("\n") + between for piece in self.pieces), initial=self.line))


def _text(raw: bytes) -> tuple[str, str]:
    if raw.isascii():
        return raw.decode("ascii"), ""
    try:
        return raw.decode("utf-8"), "it holds characters outside of the X12 character set"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "it is not UTF-8 and was read as Latin-1"
