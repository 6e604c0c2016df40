"""Lines of a spreadsheet (CSV, RFC 4180) whose cells no program takes for formulas.

A cell that begins like one gets an apostrophe before it, and every cell stands in quotation marks, so that a separator
inside begins no new one (OWASP, CSV injection): `=`, `+`, `-`, `@`, their full-width forms, tab, and line ends. A plain
number stays one, also below zero, so that it can be summed.
"""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_line(cells: Iterable[str]) -> bytes:
    """UTF-8, with its line end."""
    return (",".join(f'"{_harmless(cell)}"' for cell in cells) + "\r\n").encode("utf-8", "replace")


def _harmless(cell: str) -> str:
    # Programs pass over blanks and marks that nobody sees, and find the formula behind them.
    if _NUMBER.fullmatch(cell):
        return cell
    begins = cell.lstrip(" \u00a0\u200b\u200e\u200f\u2060\ufeff\0").startswith(FORMULA)
    return ("'" if begins else "") + cell.replace("\0", "").replace('"', '""')
