"""What the texts of usual elements mean: each worked out once, whatever is odd a ValueError without words."""

from collections.abc import Callable
from typing import Generic, TypeVar

from mbp_claims.domain.codes import reason as listed
from mbp_claims.x12.amounts import amount_of, day_of, is_number

T = TypeVar("T")
Elements = list[str]
"""Of one segment: its name, then its elements."""
MOST_KNOWN = 1 << 16
_MOST_DIGITS = 18
new = tuple.__new__
"""What the constructor of a NamedTuple does, without a call of its own: of millions it is a sixteenth of the time."""


class Known(dict[str, T], Generic[T]):
    """What texts mean, worked out once for each. ValueError for a text that is not as it should be."""

    def __init__(self, meaning: Callable[[str], T]):
        super().__init__()
        self._meaning = meaning

    def __missing__(self, text: str) -> T:
        if len(self) >= MOST_KNOWN:
            self.clear()
        found = self[text] = self._meaning(text)
        return found


def _cents(text: str) -> int:
    """With two decimals or none, as nearly all are, an amount is its digits."""
    digits = text[:-3] + text[-2:] if text[-3:-2] == "." else f"{text}00"
    if text and digits.isdecimal() and digits.isascii() and len(digits) <= _MOST_DIGITS:
        return int(digits)
    cents, has_idle_decimals = amount_of(text)
    if has_idle_decimals:
        raise ValueError
    return cents


def _number(text: str) -> str:
    if not is_number(text):
        raise ValueError
    return text


def _reason(text: str) -> str:
    if listed(text) is None:
        raise ValueError
    return text


CENTS, DAYS, NUMBERS, REASONS = Known(_cents), Known(day_of), Known(_number), Known(_reason)


def optional_number(row: Elements, at: int) -> str | None:
    """A quantity as it is written; None where there is none."""
    return NUMBERS[row[at]] if at < len(row) and row[at] else None
