"""Which language the program speaks. Nothing of ours is imported: a payer's file is checked without any settings."""

from collections.abc import Mapping
from pathlib import Path

VARIABLE = "MBP_LANGUAGE"
ENGLISH = "en"
PSEUDO = "en_XA"
"""A language that is made from English, for tests: it shows what was not marked, and what has no room."""


def known() -> set[str]:
    """Languages by the names of their folders."""
    return {ENGLISH, PSEUDO, *(path.parent.name for path in Path(__file__).parent.glob("*/messages.po"))}


def chosen(environment: Mapping[str, str]) -> str:
    """ValueError for a language that the program does not know."""
    name = environment.get(VARIABLE) or ENGLISH
    if name not in known():
        raise ValueError(f"{VARIABLE} is no language of this program: {name}. There are {', '.join(sorted(known()))}")
    return name
