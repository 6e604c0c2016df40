"""Ending a plan on a day, or at once."""

from datetime import date

import pytest

from mbp_claims.actions.end_plan import deactivate_plan, end_plan, give_back_end
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan
from tests import builders
from tests.desk import Desk

LEANED_ON = "Cigna is the active secondary plan behind this one. End or remove Cigna first."
TODAY, YESTERDAY = date(2026, 11, 23), date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter the end date"),
        ("soon", "End date must be a real date, like 12/31/2026"),
        ("12/31/2025", "End date must be on or after the effective date"),
    ],
)
def test_the_end_is_a_day_of_the_plan(desk: Desk, client: Client, typed: str, sentence: str):
    plan = desk.do(builders.primary, client)
    assert desk.refused(end_plan, plan.id, {"ends": typed}).fields == {"ends": sentence}


def test_a_plan_that_ends_later_keeps_its_place_until_then(desk: Desk, client: Client):
    first, _ = desk.do(builders.both, client)
    assert desk.do(end_plan, first.id, {"ends": "12/31/2026"}).active
    assert desk.trail[-1] == ("Plan end date changed", "no end date", "12/31/2026")


def test_a_plan_ends_with_its_last_day_not_before(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    assert desk.do(end_plan, plan.id, {"ends": "11/23/2026"}).standing(TODAY) == "active"


def test_a_plan_that_ended_gives_up_its_place(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    ended = desk.do(end_plan, plan.id, {"ends": "11/22/2026"})
    assert (ended.active, ended.standing(TODAY)) == (False, "ended")


def test_a_primary_does_not_end_from_under_its_secondary(desk: Desk, client: Client):
    first, second = desk.do(builders.both, client)
    assert desk.refused(end_plan, first.id, {"ends": "11/22/2026"}).fields == {"ends": LEANED_ON}
    assert str(desk.refused(deactivate_plan, first.id)) == LEANED_ON
    desk.do(end_plan, second.id, {"ends": "11/22/2026"})
    assert not desk.do(end_plan, first.id, {"ends": "11/22/2026"}).active


def test_when_the_secondary_ends_it_leans_on_nothing_any_more(desk: Desk, client: Client):
    _, second = desk.do(builders.both, client)
    ended = desk.do(end_plan, second.id, {"ends": "11/22/2026"})
    assert (ended.active, ended.primary_id) == (False, None)


def test_an_end_date_that_was_a_mistake_is_mended(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(end_plan, plan.id, {"ends": "6/30/2026"})
    assert desk.do(end_plan, plan.id, {"ends": "12/31/2026"}).active
    assert desk.trail[-1] == ("Plan end date changed", "06/30/2026", "12/31/2026")


def test_an_end_is_taken_back(desk: Desk, client: Client):
    _, second = desk.do(builders.both, client)
    desk.do(deactivate_plan, second.id)
    back = desk.do(give_back_end, second.id, "")
    assert (back.ends, back.active, back.letter) == (None, True, "S")
    assert desk.trail[-1] == ("Plan end date changed", "11/22/2026", "no end date")
    desk.do(end_plan, second.id, {"ends": "12/31/2026"})
    desk.do(end_plan, second.id, {"ends": "11/30/2026"})
    assert desk.do(give_back_end, second.id, "12/31/2026").ends == date(2026, 12, 31)


def test_an_end_is_not_taken_back_once_another_plan_has_those_days(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(end_plan, plan.id, {"ends": "6/30/2026"})
    desk.do(builders.primary, client, name="Cigna", effective="7/1/2026")
    assert "Cigna starts 07/01/2026" in str(desk.refused(give_back_end, plan.id, ""))
    assert "cannot be undone" in str(desk.refused(give_back_end, plan.id, "soon"))


def test_but_not_into_the_days_of_the_plan_that_followed(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(end_plan, plan.id, {"ends": "6/30/2026"})
    desk.do(builders.primary, client, name="Cigna", effective="7/1/2026")
    refusal = desk.refused(end_plan, plan.id, {"ends": "12/31/2026"})
    assert refusal.fields == {"ends": "Cigna starts 07/01/2026. Choose an end date before that."}


def test_the_days_of_a_primary_that_ended_under_its_secondary_are_mended(desk: Desk, client: Client):
    with builders.on(date(2026, 6, 1)):
        first, _ = desk.do(builders.both, client)
        desk.do(end_plan, first.id, {"ends": "6/30/2026"})
    assert desk.do(end_plan, first.id, {"ends": "7/31/2026"}).ends == date(2026, 7, 31)
    assert [plan.rank for plan in desk.rows(InsurancePlan, InsurancePlan.active)] == ["primary", "secondary"]


def test_made_inactive_its_last_day_was_yesterday(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    gone = desk.do(deactivate_plan, plan.id)
    assert (gone.active, gone.ends, gone.standing(TODAY)) == (False, YESTERDAY, "ended")


def test_a_plan_that_began_today_is_inactive_at_once(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client, effective="11/23/2026")
    gone = desk.do(deactivate_plan, plan.id)
    assert (gone.active, gone.ends, gone.standing(TODAY)) == (False, TODAY, "ended")
    assert desk.do(builders.primary, client, name="Cigna", effective="11/23/2026").active


def test_a_plan_that_has_ended_stays_as_it_ended(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(end_plan, plan.id, {"ends": "6/30/2026"})
    assert desk.do(deactivate_plan, plan.id).ends == date(2026, 6, 30)


def test_a_plan_that_has_not_started_is_deleted_instead(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client, effective="1/1/2027")
    assert str(desk.refused(deactivate_plan, plan.id)) == "This plan has not started yet. Delete it instead."
