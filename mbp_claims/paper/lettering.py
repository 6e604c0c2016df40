"""How the form wants things written: capitals, no punctuation, dates and money in parts (NUCC manual for 02/12)."""

import re
from datetime import date

from mbp_claims.domain.latin import latin

Said = dict[str, str]
"""What the boxes say, by their keys."""
MARK = "X"


def plain(text: str) -> str:
    """Capitals, digits, blanks and hyphens: `14 Larkspur Landing, Apt. #4` is `14 LARKSPUR LANDING APT 4`."""
    without = latin(text).replace("'", "").replace(".", "")
    return " ".join(re.sub(r"[^A-Z0-9 -]", " ", without).split())


def number(text: str) -> str:
    """An identifier without blanks and hyphens."""
    return re.sub(r"[^A-Z0-9]", "", latin(text))


def name(last: str, first: str, middle: str = "") -> str:
    """Last, first and middle initial, parted by commas."""
    return ", ".join(part for part in (plain(last), plain(first), plain(middle)[:1]) if part)


def marked(key: str) -> Said:
    """An X in that box."""
    return {key: MARK}


def born(box: str, day: date | None, sex: str) -> Said:
    """Month, day and four digits of the year, and the sex where it is one of the form's two."""
    said = {f"{box}.{sex.lower()}": MARK} if sex in ("M", "F") else {}
    if day is None:
        return said
    return {f"{box}.mm": f"{day:%m}", f"{box}.dd": f"{day:%d}", f"{box}.yyyy": f"{day:%Y}"} | said


def money(box: str, cents: int, row: str = "") -> Said:
    """Dollars and cents in their own columns; the form's line stands for the decimal point."""
    return {f"{box}.dollars{row}": str(cents // 100), f"{box}.cents{row}": f"{cents % 100:02d}"}


def phone(box: str, digits: str, rest: str = "phone") -> Said:
    """Area code and number, without a hyphen."""
    found = re.sub(r"[^0-9]", "", digits)[-10:]
    return {f"{box}.area": found[:3], f"{box}.{rest}": found[3:]} if len(found) == 10 else {}


def zip_code(digits: str) -> str:
    """Nine digits have their hyphen, the only punctuation in an address."""
    found = re.sub(r"[^0-9]", "", digits)
    return f"{found[:5]}-{found[5:]}" if len(found) == 9 else found
