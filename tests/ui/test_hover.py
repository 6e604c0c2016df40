"""Nothing is there for a mouse alone: what a pointer rests on may change its looks, never come into sight."""

import re
from pathlib import Path

import pytest

import mbp_claims

SHEETS = sorted((Path(mbp_claims.__file__).parent.parent / "assets").glob("*.css"))
SHOWS = re.compile(r"\b(display|visibility|opacity|height|width|inset|translate|scale|clip-path|content)\s*:")
RULE = re.compile(r"([^{}]+:hover[^{}]*)\{([^}]*)\}")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_control_waits_for_a_mouse(sheet: Path):
    rules = RULE.findall(re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL))
    assert [selector.strip() for selector, what in rules if SHOWS.search(what)] == []


def test_one_that_does_would_be_noticed():
    assert SHOWS.search(RULE.findall("tr:hover .tools { display: flex }")[0][1])


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_rule_asks_for_words_of_a_language(sheet: Path):
    """`data-l` holds a label, which is another in every language."""
    assert re.findall(r"\[(?:data-l|aria-label|title|alt)[*^$~|]?=[^\]]*\]", sheet.read_text()) == []
