"""Amounts, dates and counts as X12 writes them (element types R, D8 and N0): ASCII digits only, nothing guessed."""

import re
from datetime import date
from functools import lru_cache

from mbp_claims.words import _

_AMOUNT = re.compile(r"(-?)([0-9]*)(?:\.([0-9]*))?")
_MOST_DIGITS = 18


def cents_of(text: str) -> int:
    """Cents of `50`, `50.`, `50.00`, `.5`, `-5`. ValueError says what is wrong; nothing is ever rounded."""
    return amount_of(text)[0]


@lru_cache(maxsize=16384)
def amount_of(text: str) -> tuple[int, bool]:
    """Cents, and whether it has more than two decimals, which then are zeros. ValueError as with `cents_of`."""
    match = _AMOUNT.fullmatch(text)
    if not match or not (match[2] or match[3]):
        raise ValueError(_("is not an amount such as 104 or 28.5"))
    minus, whole, fraction = match[1], match[2], match[3] or ""
    if len(whole) + len(fraction) > _MOST_DIGITS:
        raise ValueError(_("has more than the {most} digits of an amount", most=_MOST_DIGITS))
    if fraction[2:].strip("0"):
        raise ValueError(_("holds a fraction of a cent; an amount has two decimals"))
    cents = int(whole or "0") * 100 + int(fraction[:2].ljust(2, "0"))
    return -cents if minus else cents, len(fraction) > 2


@lru_cache(maxsize=1024)
def is_number(text: str) -> bool:
    """A quantity such as `1`, `0.5`, `-2`."""
    match = _AMOUNT.fullmatch(text)
    return bool(match and (match[2] or match[3])) and len(text) <= _MOST_DIGITS + 2


@lru_cache(maxsize=16384)
def day_of(text: str) -> date:
    """The day of `20260112`. ValueError says what is wrong."""
    if not (len(text) == 8 and text.isascii() and text.isdigit()):
        raise ValueError(_("is not a date such as 20260131"))
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise ValueError(_("is a day that does not exist")) from None


def count_of(text: str) -> int | None:
    """A number of segments, transactions or groups; None when it is not one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 10 else None
