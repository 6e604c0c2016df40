"""A plan and its days: when it covers a service, how it stands, which letter it has."""

from datetime import date, datetime

import pytest

from mbp_claims.domain.plan import NO_PRIMARY, SECONDARY_FIRST, Rank, Relationship, Standing, holder, plan_for
from tests.domain.nouns import (
    JANUARY,
    JULY,
    JUNE_30,
    NEW_YEAR,
    NEW_YEARS_EVE,
    TODAY,
    TOMORROW,
    YESTERDAY,
    plan,
    secondary,
)

REMOVED = datetime(2026, 11, 20)


def test_the_two_rules_are_worded_as_everybody_knows_them():
    assert NO_PRIMARY == "There must be an active primary plan to enter a secondary plan."
    assert SECONDARY_FIRST == "You cannot delete a primary plan without first removing the secondary plan."


def test_p_marks_the_primary_and_s_the_secondary():
    assert (plan().letter, secondary().letter) == ("P", "S")


def test_a_plan_covers_its_first_and_its_last_day_and_none_outside():
    kept = plan(effective=JANUARY, ends=JUNE_30)
    assert [kept.covers(d) for d in (date(2025, 12, 31), JANUARY, JUNE_30, JULY)] == [False, True, True, False]


def test_a_removed_plan_covers_nothing():
    assert not plan(removed_at=REMOVED).covers(TODAY)


def test_a_plan_without_an_end_covers_every_day_to_come():
    assert plan().covers(date(2199, 1, 1))


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ({}, Standing.ACTIVE),
        ({"ends": TODAY}, Standing.ACTIVE),
        ({"ends": YESTERDAY}, Standing.ENDED),
        ({"ends": YESTERDAY, "active": False}, Standing.ENDED),
        ({"effective": TODAY}, Standing.ACTIVE),
        ({"effective": TOMORROW}, Standing.UPCOMING),
        ({"effective": JULY, "active": False}, Standing.ACTIVE),
        ({"removed_at": REMOVED}, Standing.REMOVED),
    ],
)
def test_how_a_plan_stands_is_told_from_its_days(told: dict, stands: Standing):
    assert plan(**told).standing(TODAY) is stands


def test_a_plan_made_inactive_on_its_first_day_has_ended():
    assert plan(effective=TODAY, ends=TODAY, active=False).standing(TODAY) is Standing.ENDED


def test_the_plan_of_a_claim_is_the_one_that_covers_its_day():
    old, new = plan(ends=JUNE_30, active=False), plan(effective=JULY, id=2)
    assert plan_for([old, new], Rank.PRIMARY, JUNE_30) is old
    assert plan_for([old, new], Rank.PRIMARY, JULY) is new
    assert plan_for([old, new], Rank.SECONDARY, JULY) is None
    assert plan_for([old], Rank.PRIMARY, JULY) is None


def test_where_two_plans_cover_a_day_the_later_one_is_asked():
    assert plan_for([plan(), plan(effective=JULY, id=2)], Rank.PRIMARY, TODAY).effective == JULY


def test_a_secondary_leans_on_its_primary_until_it_steps_down():
    second = secondary(active=False, primary_id=None, primary_rank=None, primary_active=None)
    second.lean_on(plan(id=7))
    assert (second.active, second.primary_id, second.primary_rank, second.primary_active) == (True, 7, "primary", True)
    second.step_down()
    assert (second.active, second.primary_id, second.primary_rank, second.primary_active) == (False, None, None, None)


def test_a_removed_plan_holds_no_place():
    assert holder([plan(removed_at=REMOVED)], Rank.PRIMARY) is None
    assert holder([plan(effective=NEW_YEAR, ends=NEW_YEARS_EVE.replace(year=2027))], Rank.PRIMARY) is not None


def test_relationships_have_the_codes_of_the_guide():
    assert {r.value: r.code for r in Relationship} == {"self": "18", "spouse": "01", "child": "19", "other": "G8"}
