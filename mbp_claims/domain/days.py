"""Dates as a clinician types and reads them."""

import re
from datetime import date

_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})", re.ASCII)
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


def parse_day(text: str, today: date) -> date:
    """Accepts `07/01/2026`, `7/1/26`, `07012026`, `2026-07-01`. ValueError when it is no real date.

    Two-digit years lie within the hundred years that end twenty years from `today`.
    """
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif typed := _SLASHED.fullmatch(text) or _DIGITS.fullmatch(text):
        month, day, year = (int(part) for part in typed.groups())
        if len(typed.group(3)) == 2:
            year += 100 * ((today.year + 20 - year) // 100)
    else:
        raise ValueError("not a date")
    if not 1900 <= year <= 2200:
        raise ValueError("not a date of our time")
    return date(year, month, day)


def show_day(day: date | None) -> str:
    """`11/03/2026`, or nothing."""
    return f"{day:%m/%d/%Y}" if day else ""


def age_on(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
