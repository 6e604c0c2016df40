"""What is asked of the money over time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.money_over_time import MOST, MoneyQuery, month

TODAY = date(2026, 11, 23)


def test_at_first_it_is_the_last_twelve_months():
    query = MoneyQuery.parse({}, TODAY)
    assert (query.first, query.last, query.payer) == (date(2025, 12, 1), date(2026, 11, 1), "")
    assert len(query.months) == 12


def test_months_in_the_wrong_order_are_turned_round():
    query = MoneyQuery.parse({"from": "2026-10", "to": "2026-03", "payer": "Aetna"}, TODAY)
    assert (query.first, query.last, query.payer) == (date(2026, 3, 1), date(2026, 10, 1), "Aetna")
    assert query.day_after == date(2026, 11, 1)


@pytest.mark.parametrize("told", ["2026-13", "2026", "26-01", "2026-1", "", None, 5, ["2026-01"], "1-00-00", "2026-W1"])
def test_what_is_no_month_is_not_asked_for(told: object):
    assert month(told) is None


months = st.dates(date(1950, 1, 1), date(2100, 1, 1)).map(lambda day: f"{day:%Y-%m}")


@given(st.fixed_dictionaries({}, optional={"from": months | st.text(), "to": months | st.text(), "payer": st.text()}))
def test_whatever_is_asked_there_are_months_in_their_order(told: dict[str, object]):
    query = MoneyQuery.parse(told, TODAY)
    assert query.months[0] == query.first
    assert query.months[-1] == query.last
    assert query.months == sorted(set(query.months))
    assert len(query.months) <= MOST
