"""One plan of a rank on a day, and no secondary without an active primary."""

from datetime import date

from mbp_claims.domain.chart_rules import ChartRules, PlanTerm
from mbp_claims.domain.plan import InsurancePlan, Rank
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

NAMES = {1: "Aetna", 2: "Cigna", 3: "Humana"}
NO_PRIMARY = {"secondary": "There must be an active primary plan to enter a secondary plan."}
PRIMARY_THERE = {
    "secondary": "There is already an active primary plan (Aetna). End it first, or check Secondary."
}  # fmt: skip
SECONDARY_THERE = {
    "secondary": "There is already an active secondary plan (Cigna). End it before you add another."
}  # fmt: skip
LEANED_ON = "Cigna is the active secondary plan behind this one. End or remove Cigna first."


def refusals(
    others: list[InsurancePlan], rank: Rank, effective: date = JANUARY, ends: date | None = None,
    edited: InsurancePlan | None = None,
) -> dict[str, str]:  # fmt: skip
    return ChartRules(tuple(others), NAMES, edited).refusals(PlanTerm(rank, effective, ends), TODAY)


def entering_secondary(*others: InsurancePlan, effective: date = JANUARY, ends: date | None = None) -> dict[str, str]:
    return refusals(list(others), Rank.SECONDARY, effective, ends)


def entering_primary(*others: InsurancePlan, effective: date = JANUARY, ends: date | None = None) -> dict[str, str]:
    return refusals(list(others), Rank.PRIMARY, effective, ends)


def test_a_secondary_needs_an_active_primary():
    assert entering_secondary() == NO_PRIMARY
    assert entering_secondary(plan()) == {}


def test_an_ended_primary_is_no_active_primary():
    assert entering_secondary(plan(ends=YESTERDAY)) == NO_PRIMARY
    assert entering_secondary(plan(ends=TODAY)) == {}


def test_a_primary_made_inactive_on_its_first_day_is_no_active_primary():
    assert entering_secondary(plan(effective=TODAY, ends=TODAY, active=False)) == NO_PRIMARY


def test_a_primary_that_starts_later_carries_no_secondary_that_is_there_before_it():
    later = plan(effective=NEW_YEAR)
    assert entering_secondary(later) == NO_PRIMARY
    assert entering_secondary(later, effective=TOMORROW) == NO_PRIMARY
    assert entering_secondary(later, effective=NEW_YEAR) == {}


def test_a_secondary_of_the_past_can_be_entered_for_the_claims_of_its_days():
    assert entering_secondary(plan(), effective=date(2025, 1, 1), ends=date(2025, 12, 31)) == {}
    assert entering_secondary(effective=date(2025, 1, 1), ends=date(2025, 12, 31)) == {}


def test_there_is_one_active_primary():
    assert entering_primary(plan()) == PRIMARY_THERE
    assert entering_primary(plan(ends=NEW_YEARS_EVE), effective=NEW_YEARS_EVE) == PRIMARY_THERE


def test_there_is_one_active_secondary():
    assert entering_secondary(plan(), secondary()) == SECONDARY_THERE


def test_a_plan_for_the_day_after_the_end_can_be_entered_before():
    assert entering_primary(plan(ends=NEW_YEARS_EVE), effective=NEW_YEAR) == {}
    assert entering_secondary(plan(), secondary(ends=NEW_YEARS_EVE), effective=NEW_YEAR) == {}


def test_a_plan_of_now_can_be_entered_after_the_one_that_follows_it():
    assert entering_primary(plan(effective=NEW_YEAR), ends=NEW_YEARS_EVE) == {}
    assert entering_primary(plan(effective=NEW_YEAR)) == PRIMARY_THERE


def test_two_plans_to_come_cannot_share_a_day():
    now, later = plan(ends=NEW_YEARS_EVE, id=3), plan(effective=NEW_YEAR, active=False)
    assert entering_primary(now, later, effective=date(2027, 6, 1)) == PRIMARY_THERE


def test_a_plan_that_has_ended_is_in_nobodys_way():
    assert entering_primary(plan(ends=YESTERDAY)) == {}
    assert entering_primary(plan(effective=TODAY, ends=TODAY, active=False), effective=TODAY) == {}


def test_a_plan_of_the_past_is_in_nobodys_way():
    assert entering_primary(plan(), effective=date(2025, 1, 1), ends=date(2025, 12, 31)) == {}


def test_a_removed_plan_is_in_nobodys_way():
    assert entering_primary(plan(removed_at=TODAY)) == {}
    assert entering_secondary(plan(removed_at=TODAY)) == NO_PRIMARY


def test_the_primary_cannot_end_from_under_its_secondary():
    edited = plan()
    assert refusals([secondary()], Rank.PRIMARY, ends=YESTERDAY, edited=edited) == {"ends": LEANED_ON}
    assert refusals([secondary()], Rank.PRIMARY, ends=TODAY, edited=edited) == {}
    assert refusals([], Rank.PRIMARY, ends=YESTERDAY, edited=edited) == {}


def test_the_primary_cannot_start_after_its_secondary():
    assert refusals([secondary()], Rank.PRIMARY, effective=NEW_YEAR, edited=plan()) == {"effective": LEANED_ON}
    assert refusals([secondary(effective=NEW_YEAR)], Rank.PRIMARY, effective=NEW_YEAR, edited=plan()) == {}


def test_the_primary_cannot_become_secondary_while_one_leans_on_it():
    assert refusals([secondary()], Rank.SECONDARY, edited=plan()) == {"secondary": LEANED_ON}
    assert refusals([], Rank.SECONDARY, edited=plan()) == NO_PRIMARY


def test_the_primary_may_end_when_the_next_one_is_there_to_lean_on():
    others = [secondary(), plan(effective=TODAY, id=3, active=False)]
    assert refusals(others, Rank.PRIMARY, ends=YESTERDAY, edited=plan(ends=YESTERDAY)) == {}


def test_the_days_of_a_primary_that_has_ended_can_still_be_mended():
    assert refusals([secondary()], Rank.PRIMARY, ends=JUNE_30, edited=plan(ends=date(2026, 7, 31))) == {}


def test_a_secondary_can_be_changed_while_its_primary_has_ended():
    assert refusals([plan(ends=JUNE_30)], Rank.SECONDARY, edited=secondary()) == {}
    assert refusals([], Rank.SECONDARY, edited=secondary(active=False)) == NO_PRIMARY


def test_an_ended_secondary_leans_on_nothing():
    assert refusals([secondary(ends=YESTERDAY)], Rank.PRIMARY, ends=YESTERDAY, edited=plan()) == {}


def test_a_plan_is_not_in_its_own_way():
    assert refusals([secondary()], Rank.PRIMARY, effective=JULY, edited=plan()) == {}
