"""Segments that were split at once, as they stand in the file; and on which line each begins."""

from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

BLANKS = " \t\r\n"
USUAL = 80
"""Characters of a segment that is not long."""
_AFTER_CLAIM = ("CLP", "PLB", "LX", "SE")
_BREAKS, _SHORT_BREAKS = ("CLP", "PLB", "IEA", "ISA"), ("LX", "SE", "ST", "GE", "GS")
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

    `odd` are sentences about pieces that are not ASCII, by their index. `flat` are the pieces without the line ends
    around them, of a page where nothing stands that `segments` would have to tidy; else it is empty.
    """

    __slots__ = ("__dict__", "delimiters", "flat", "line", "odd", "pieces")

    def __init__(self, pieces: list[str], delimiters: Delimiters, line: int, odd: dict[int, str] | None = None):
        self.pieces = pieces
        self.delimiters = delimiters
        self.line = line
        self.odd = odd or {}
        self.flat: list[str] = []

    @classmethod
    def of(cls, data: bytes, delimiters: Delimiters, line: int) -> "Page":
        """UTF-8, else Latin-1, piece by piece."""
        if data.isascii():
            text = data.decode("ascii")
            page = cls(text.split(delimiters.terminator), delimiters, line)
            page.flat = _flat(text, delimiters)
            return page
        texts = list(map(_text, data.split(delimiters.terminator.encode())))
        return cls([text for text, _ in texts], delimiters, line, {at: odd for at, (_, odd) in enumerate(texts) if odd})

    def blocks(self) -> dict[int, int]:
        """Where claims begin that stand on this page as a whole, and where each ends: at the piece after it."""
        flat, separator = self.flat, self.delimiters.element
        breaks = {*_BREAKS, *(name + separator for name in _SHORT_BREAKS)}
        first, after = f"CLP{separator}", tuple(name + separator for name in _AFTER_CLAIM)
        pairs = pairwise([index for index, piece in enumerate(flat) if piece[:3] in breaks])
        return {
            here: end for here, end in pairs
            if flat[here].startswith(first) and flat[end].startswith(after)
            and len(max(flat[here : end + 1], key=len)) <= USUAL
        }  # fmt: skip

    def line_of(self, index: int) -> int:
        """The line of the first character of a piece that is no blank."""
        piece = self.pieces[index]
        return self._lines[index] + piece.count("\n", 0, len(piece) - len(piece.lstrip(BLANKS)))

    @cached_property
    def _lines(self) -> list[int]:
        """The line on which each piece starts; only asked for when there is something to say."""
        between = self.delimiters.terminator == "\n"
        return list(accumulate((piece.count("\n") + between for piece in self.pieces), initial=self.line))


def _flat(text: str, delimiters: Delimiters) -> list[str]:
    """The pieces, of a text without blanks around elements, empty elements at the end of segments, and control
    characters."""
    terminator, separator = delimiters.terminator, delimiters.element
    if terminator in "\r\n":
        return []
    flat = text.replace(f"{terminator}\r\n", terminator).replace(f"{terminator}\n", terminator).lstrip(BLANKS)
    odd = (f"{separator} ", f" {separator}", f"{terminator} ", f" {terminator}", separator + terminator)
    if not flat.isprintable() or any(one in flat for one in odd) or flat.endswith((separator, " ")):
        return []
    return flat.split(terminator)


def _text(raw: bytes) -> tuple[str, str]:
    if raw.isascii():
        return raw.decode("ascii"), ""
    try:
        return raw.decode("utf-8"), "it holds characters outside of the X12 character set"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "it is not UTF-8 and was read as Latin-1"
