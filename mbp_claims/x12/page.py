"""Segments that were split at once, as they stand in the file; and on which line each begins."""

from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

BLANKS = " \t\r\n"
USUAL = 80
"""Characters of a segment that is not long."""
_CONTROLS = bytes([*range(32), 127])
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

    `odd` are sentences about pieces that are not ASCII, by their index. `runs` are the same as text, of a page where
    nothing stands that `segments` would have to tidy: without line ends, and cut before every CLP. Else there are none.
    """

    __slots__ = ("__dict__", "_text", "delimiters", "line", "odd", "runs")

    def __init__(self, text: str, delimiters: Delimiters, line: int, odd: dict[int, str] | None = None):
        self._text = text
        self.delimiters = delimiters
        self.line = line
        self.odd = odd or {}
        self.runs: list[str] = []

    @classmethod
    def of(cls, data: bytes, delimiters: Delimiters, line: int) -> "Page":
        """UTF-8, else Latin-1, piece by piece."""
        if data.isascii():
            page = cls(data.decode("ascii"), delimiters, line)
            page.runs = _runs(data, delimiters)
            return page
        texts = list(map(_text, data.split(delimiters.terminator.encode())))
        text = delimiters.terminator.join([text for text, _ in texts])
        return cls(text, delimiters, line, {at: odd for at, (_, odd) in enumerate(texts) if odd})

    @cached_property
    def pieces(self) -> list[str]:
        """Where there are runs, only asked for when there is something to say."""
        return self._text.split(self.delimiters.terminator)

    def line_of(self, index: int) -> int:
        """The line of the first character of a piece that is no blank."""
        piece = self.pieces[index]
        return self._lines[index] + piece.count("\n", 0, len(piece) - len(piece.lstrip(BLANKS)))

    @cached_property
    def _lines(self) -> list[int]:
        """The line on which each piece starts; only asked for when there is something to say."""
        between = self.delimiters.terminator == "\n"
        return list(accumulate((piece.count("\n") + between for piece in self.pieces), initial=self.line))


def _runs(data: bytes, delimiters: Delimiters) -> list[str]:
    """Of ASCII without blanks around elements, empty elements at the end of segments, and control characters other
    than line ends after segments."""
    terminator, separator = delimiters.terminator.encode(), delimiters.element.encode()
    data = data.lstrip(BLANKS.encode())
    flat = data.translate(None, _CONTROLS)
    line_ends = data.count(terminator + b"\n") + (2 * data.count(terminator + b"\r\n") if b"\r" in data else 0)
    if len(data) - len(flat) != line_ends or separator + terminator in flat or flat.endswith((separator, b" ")):
        return []
    beside = [around for mark in (separator, terminator) for around in (b" " + mark, mark + b" ")]
    if b" " in flat and any(around in flat for around in beside):
        return []
    first, *others = flat.decode("ascii").split(f"{delimiters.terminator}CLP{delimiters.element}")
    return [first, *[f"CLP{delimiters.element}{other}" for other in others]]


def _text(raw: bytes) -> tuple[str, str]:
    if raw.isascii():
        return raw.decode("ascii"), ""
    try:
        return raw.decode("utf-8"), "it holds characters outside of the X12 character set"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "it is not UTF-8 and was read as Latin-1"
