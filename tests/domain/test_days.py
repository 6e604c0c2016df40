"""Dates as people type them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.days import age_on, parse_day, show_day
from tests.domain.nouns import TODAY


@pytest.mark.parametrize(
    "typed",
    ["07/01/2026", "7/1/2026", "7/1/26", "07012026", "2026-07-01", "2026-7-1", "7-1-26", "7.1.2026", " 07/01/2026 "],
)
def test_a_date_is_read_however_it_is_typed(typed: str):
    assert parse_day(typed, TODAY) == date(2026, 7, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "", "soon", "13/01/2026", "02/30/2026", "02/29/2026", "2026-02-29", "7/1", "7/1/026", "0701202", "070120266",
        "20260701", "07/01/1899", "01/01/2201", "0000-00-00", "٠٧/٠١/٢٠٢٦", "07/01/2026\n07/01/2026", "½/1/26",
    ],
)  # fmt: skip
def test_what_is_no_real_date_is_refused(typed: str):
    with pytest.raises(ValueError):
        parse_day(typed, TODAY)


def test_a_leap_day_is_a_real_date_in_a_leap_year():
    assert parse_day("2/29/24", TODAY) == date(2024, 2, 29)
    assert parse_day("02292028", TODAY) == date(2028, 2, 29)


def test_two_digits_of_a_year_reach_twenty_years_ahead_and_eighty_back():
    assert parse_day("1/1/46", TODAY).year == 2046
    assert parse_day("1/1/47", TODAY).year == 1947
    assert parse_day("3/14/88", TODAY).year == 1988
    assert parse_day("1/1/00", TODAY).year == 2000


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_shown_day_is_read_back(day: date):
    assert parse_day(show_day(day), TODAY) == parse_day(day.isoformat(), TODAY) == day


@given(st.text())
def test_any_other_text_is_refused_with_a_value_error_and_nothing_else(typed: str):
    with suppress(ValueError):
        assert isinstance(parse_day(typed, TODAY), date)


def test_no_day_is_shown_as_nothing():
    assert show_day(None) == ""
    assert show_day(date(2026, 11, 3)) == "11/03/2026"


def test_somebody_is_a_year_older_on_the_birthday():
    born = date(1988, 3, 14)
    assert age_on(born, date(2026, 3, 13)) == 37
    assert age_on(born, date(2026, 3, 14)) == 38
    assert age_on(date(2024, 2, 29), date(2026, 2, 28)) == 1
