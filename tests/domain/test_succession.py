"""Who holds which rank, as the days go by."""

from mbp_claims.domain.plan_draft import ended_words
from mbp_claims.domain.succession import holders, succession
from tests.domain.nouns import (
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


def test_the_plans_of_today_hold_their_ranks():
    first, second = plan(), secondary()
    assert holders([second, first], TODAY) == (first, second)


def test_a_plan_for_later_waits_until_the_other_has_ended():
    now, later = plan(ends=NEW_YEARS_EVE), plan(effective=NEW_YEAR, id=3, active=False)
    assert holders([now, later], TODAY)[0] is now
    assert holders([now, later], NEW_YEAR)[0] is later


def test_a_plan_for_later_holds_an_empty_place():
    later = plan(effective=NEW_YEAR, active=False)
    assert holders([later], TODAY)[0] is later


def test_a_secondary_that_has_ended_gives_up_its_place_and_the_next_one_takes_it():
    old, new = secondary(ends=YESTERDAY), secondary(effective=TODAY, id=3, active=False)
    assert holders([plan(), old], TODAY)[1] is None
    assert holders([plan(), old, new], TODAY)[1] is new


def test_an_ended_primary_stays_only_as_long_as_a_secondary_leans_on_it():
    ended = plan(ends=JUNE_30)
    assert holders([ended], TODAY) == (None, None)
    assert holders([ended, secondary()], TODAY)[0] is ended


def test_nobody_is_secondary_without_a_primary():
    assert holders([secondary(active=False)], TODAY) == (None, None)


def test_a_plan_that_was_just_entered_holds_its_place_on_its_last_day():
    entered = plan(ends=TODAY, active=False)
    assert holders([entered], TODAY, entered)[0] is entered
    assert holders([entered], TODAY)[0] is None


def test_when_the_primary_has_ended_the_secondary_is_asked_about():
    ended, second = plan(ends=JUNE_30), secondary()
    assert succession([ended, second], TODAY) == (ended, second)
    assert ended_words(ended, "Aetna", "Cigna") == "Aetna ended 06/30/2026. Is Cigna the primary now?"


def test_nothing_is_asked_while_the_primary_lasts():
    assert succession([plan(ends=TODAY), secondary()], TODAY) is None
    assert succession([plan(), secondary()], TODAY) is None


def test_nothing_is_asked_when_the_next_primary_is_there():
    assert succession([plan(ends=JUNE_30), plan(effective=JULY, id=3, active=False), secondary()], TODAY) is None


def test_a_secondary_that_starts_later_does_not_follow_yet():
    assert succession([plan(ends=JUNE_30), secondary(effective=TOMORROW)], TODAY) is None
