"""A spreadsheet cannot be tricked by what stands in a cell, and gets back what was written."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.sheet import FORMULA, csv_line

cells = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20), min_size=1)


def read(line: bytes) -> list[str]:
    (row,) = csv.reader(io.StringIO(line.decode("utf-8"), newline=""), strict=True)
    return row


@pytest.mark.parametrize("begins", FORMULA)
def test_what_begins_like_a_formula_is_text(begins: str):
    for cell in (f"{begins}1+1", f" {begins}cmd|' /C calc'!A0", f"\ufeff\u200b{begins}HYPERLINK(\"http://x\")"):
        assert read(csv_line([cell]))[0] == f"'{cell}"


@given(cells)
def test_no_cell_begins_like_a_formula_and_nothing_else_is_changed(row: list[str]):
    kept = read(csv_line(row))
    assert len(kept) == len(row)
    other = [cell for cell in kept if not re.fullmatch(r"-[0-9.]+", cell)]
    assert not [cell for cell in other if cell.lstrip(" \u00a0\u200b\u200e\u200f\u2060\ufeff").startswith(FORMULA)]
    assert [cell.removeprefix("'") for cell in kept] == [cell.removeprefix("'") for cell in row]


@given(cells)
def test_a_cell_is_always_in_quotation_marks_so_that_no_separator_begins_another(row: list[str]):
    line = csv_line(row).decode()
    assert line.startswith('"') and line.endswith('"\r\n')


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("-12.00", "-12.00"), ("-4", "-4"), ("-2+3", "'-2+3"), ("-1\n=2", "'-1\n=2"), ("+4", "'+4"), ("--4", "'--4"),
        ("-1.", "'-1."),
    ],
)  # fmt: skip
def test_a_number_below_zero_is_a_number_and_a_sum_is_none(cell: str, kept: str):
    assert read(csv_line([cell])) == [kept]


def test_what_is_harmless_stays_as_it_is():
    assert csv_line(["C-1042", "pending → filed", "a=b", 'said "no"', ""]) == (
        '"C-1042","pending → filed","a=b","said ""no""",""\r\n'.encode()
    )
