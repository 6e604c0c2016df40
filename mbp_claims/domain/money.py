"""Money: integer cents everywhere; the only place where text becomes cents and cents become text."""

import re

_MONEY = re.compile(r"(-?)\s*\$?\s*(-?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d{0,2}))?", re.ASCII)
LARGEST = 9_999_999_99
"""Cents that any database keeps in an integer column, with room for a sum or two."""


def parse_cents(text: str) -> int:
    """Cents of what a person typed: `23.2`, `$1,234.50`, `-4`. ValueError on anything else; never rounds."""
    match = _MONEY.fullmatch(text.strip())
    if not match or not re.search(r"[0-9]", text):
        raise ValueError("not an amount of dollars and cents")
    minus, inner_minus, whole, fraction = match.groups()
    cents = int((whole or "0").replace(",", "")) * 100 + int((fraction or "").ljust(2, "0"))
    if cents > LARGEST or (minus and inner_minus):
        raise ValueError("not an amount of dollars and cents")
    return -cents if minus or inner_minus else cents


def format_cents(cents: int) -> str:
    """`-123450` is `-$1,234.50`."""
    return f"{'-' if cents < 0 else ''}${abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def plain_cents(cents: int) -> str:
    """As a person types it into a field that shows the dollar sign: `1234.50`."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def x12_cents(cents: int) -> str:
    """As X12 writes it, without trailing zeros: `104`, `28.5`, `-5`."""
    text = plain_cents(cents)
    return text.rstrip("0").rstrip(".")
