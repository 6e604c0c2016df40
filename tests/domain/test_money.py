"""Text and cents, both ways."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.money import LARGEST, format_cents, parse_cents, plain_cents, x12_cents

CENTS = st.integers(-LARGEST, LARGEST)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("23.2", 2320), ("23.20", 2320), ("$1,234.50", 123450), ("1,234,567.89", 123456789), ("-4", -400),
        ("$-4", -400), ("-$4.00", -400), (" 160 ", 16000), (".5", 50), ("5.", 500), ("0", 0), ("-0", 0), ("$ 12", 1200),
        ("007", 700),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_type_them(typed: str, cents: int):
    assert parse_cents(typed) == cents


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "$", ".", "-", "$.", "abc", "23.205", "1.2.3", "1,23", "12,34.00", ",123", "1,2345", "1e3", "--4",
        "-$-4", "4-", "(4.00)", "NaN", "Infinity", "1_000", "٤", "4 0", "10000000.00", "9" * 5000, "€4", "4$",
    ],
)  # fmt: skip
def test_nothing_else_is_an_amount_and_nothing_is_rounded(typed: str):
    with pytest.raises(ValueError):
        parse_cents(typed)


@given(CENTS)
def test_every_way_of_writing_cents_is_read_back(cents: int):
    assert parse_cents(format_cents(cents)) == parse_cents(plain_cents(cents)) == parse_cents(x12_cents(cents)) == cents


@given(st.text())
def test_any_text_is_an_amount_or_a_value_error(typed: str):
    with suppress(ValueError):
        assert -LARGEST <= parse_cents(typed) <= LARGEST


def test_money_is_written_as_each_reader_wants_it():
    assert format_cents(-123450) == "-$1,234.50"
    assert plain_cents(123450) == "1234.50"
    assert (x12_cents(10400), x12_cents(2850), x12_cents(-500), x12_cents(0), x12_cents(5)) == (
        "104", "28.5", "-5", "0", "0.05",
    )  # fmt: skip
