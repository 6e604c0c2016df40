"""When a claim that was sent on by its payer should have been answered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nouns import claim

from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.deadline import countdown, crossover_overdue, working_days_after, working_days_left

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 11, 23), 15, date(2026, 12, 14)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 11, 21), 1, date(2026, 11, 24)),
    ],
)
def test_saturdays_and_sundays_do_not_count(day: date, count: int, then: date):
    assert working_days_after(day, count) == then


@given(DAYS, st.integers(0, 60))
def test_so_many_working_days_lie_between(day: date, count: int):
    then = working_days_after(day, count)
    between = [day + timedelta(n + 1) for n in range((then - day).days)]
    begins_on_a_weekend = day.weekday() >= 5
    assert then.weekday() < 5
    assert sum(one.weekday() < 5 for one in between) == count + begins_on_a_weekend


@pytest.mark.parametrize(
    ("status", "until", "overdue"),
    [
        (ClaimStatus.CROSSED_OVER, date(2026, 12, 13), True),
        (ClaimStatus.CROSSED_OVER, date(2026, 12, 14), False),
        (ClaimStatus.CROSSED_OVER, None, False),
        (ClaimStatus.FILED, date(2026, 12, 13), False),
    ],
)
def test_a_crossover_is_overdue_the_day_after(status: ClaimStatus, until: date | None, overdue: bool):
    assert crossover_overdue(claim(status, follow_up_on=until), date(2026, 12, 14)) is overdue


@given(DAYS, st.integers(0, 60))
def test_what_is_left_of_the_wait_begins_with_all_of_it(day: date, count: int):
    assert working_days_left(day, working_days_after(day, count)) in (count, count + (day.weekday() >= 5))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 23), "15 working days left"), (date(2026, 12, 11), "1 working day left"),
        (date(2026, 12, 12), "1 working day left"), (date(2026, 12, 14), "the last day to wait"),
        (date(2026, 12, 15), ""),
    ],
)  # fmt: skip
def test_the_wait_is_counted_down_to_its_last_day(today: date, said: str):
    assert countdown(claim(status=ClaimStatus.CROSSED_OVER, follow_up_on=date(2026, 12, 14)), today) == said
    assert countdown(claim(status=ClaimStatus.FILED, follow_up_on=date(2026, 12, 14)), today) == ""
