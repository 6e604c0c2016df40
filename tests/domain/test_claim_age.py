"""Claims by their age: every day belongs to exactly one step."""

from datetime import date, timedelta

import pytest

from mbp_claims.domain.claim_age import AGES, is_of_age, service_days

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("days", "age"), [(-3, "0–30"), (0, "0–30"), (30, "0–30"), (31, "31–60"), (60, "31–60"), (61, "61–90"),
                      (90, "61–90"), (91, "90+"), (4000, "90+")],
)  # fmt: skip
def test_a_service_belongs_to_one_step(days: int, age: str):
    day = TODAY - timedelta(days=days)
    assert [one for one in AGES if is_of_age(one, day, TODAY)] == [age]


def test_an_age_that_is_none_of_them_lets_every_day_pass():
    assert service_days("", TODAY) == (None, None)
    assert is_of_age("1–2", TODAY, TODAY)
