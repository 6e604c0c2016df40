"""The form's grid, ten columns and six lines an inch, and where its boxes stand in it. Lengths in points."""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

PAGE = (612.0, 792.0)
COLUMN, LINE = 7.2, 12.0
LEFT, TOP = 3 * COLUMN, 2 * LINE
"""Where column 1 and line 1 begin on the sheet: column 4 and line 3 of the NUCC's grid, which begins at its corner."""
DESCENT = 3.0
"""From the baseline down to the end of its line."""
SERVICES_A_PAGE = 6
SERVICE = "24"


@dataclass(frozen=True)
class Box:
    """Where characters go: `width` of them from `column` on, in `line`; both count from 1. `word` stands
    above the box where the form is drawn."""

    key: str
    column: int
    line: int
    width: int
    right: bool = False
    word: str = ""

    @property
    def x(self) -> float:
        return LEFT + (self.column - 1) * COLUMN

    @property
    def baseline(self) -> float:
        """From the foot of the page, as PDF counts."""
        return bottom(self.line) + DESCENT

    def filled(self, text: str) -> str:
        """The text as it stands in the box: cut to its length, put to the right where the box wants it there."""
        cut = text[: self.width].rstrip()
        return cut.rjust(self.width) if self.right else cut


@dataclass(frozen=True)
class Frame:
    """A drawn box: its number, our words for it, and its first and last column and line."""

    number: str
    first_column: int
    last_column: int
    first_line: int
    last_line: int
    words: str


def bottom(line: int) -> float:
    """Where a line ends, from the foot of the page."""
    return PAGE[1] - TOP - line * LINE


@cache
def boxes() -> dict[str, Box]:
    """Every box by its key; those of box 24 end in the number of their row, `24f.cents.6`."""
    found: dict[str, Box] = {}
    for key, column, line, width, *more in _rows("boxes"):
        align, word = (*more, "", "")[:2]
        box = Box(key, int(column), int(line), int(width), align == "right", word)
        for one in _six(box) if key.startswith(SERVICE) else (box,):
            found[one.key] = one
    return found


@cache
def frames() -> tuple[Frame, ...]:
    return tuple(
        Frame(number, int(left), int(right), int(top), int(foot), words)
        for number, left, right, top, foot, words in _rows("frames")
    )


def _six(box: Box) -> list[Box]:
    """The six rows of box 24 are two lines apart."""
    rows = range(1, SERVICES_A_PAGE + 1)
    return [replace(box, key=f"{box.key}.{row}", line=box.line + 2 * (row - 1)) for row in rows]


def _rows(name: str) -> list[list[str]]:
    text = files("mbp_claims.paper").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
