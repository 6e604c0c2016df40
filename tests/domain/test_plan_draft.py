"""Add Insurance Plan: each field's sentence as the person reads it."""

from datetime import date

import pytest

from mbp_claims.domain.chart_rules import ChartRules
from mbp_claims.domain.plan import Rank
from mbp_claims.domain.plan_draft import PlanDraft
from mbp_claims.domain.violation import RuleViolation
from tests.domain.nouns import ROWAN, TODAY, plan

NO_PLANS = ChartRules((), {})
AFTER_AETNA = ChartRules((plan(),), {1: "Aetna"})
GOOD = {"payer": "2", "member_id": "W2186 40937", "relationship": "self", "effective": "7/1/26"}
CHILD = {
    "relationship": "child", "sub_first": "Dana", "sub_last": "Ellis", "sub_born": "5/2/86", "sub_sex": "F",
    "sub_address": "9 Elm Street", "sub_city": "Bath", "sub_state": "ME", "sub_zip": "04530",
}  # fmt: skip


def parse(rules: ChartRules = NO_PLANS, **changes: object) -> PlanDraft:
    return PlanDraft.parse({**GOOD, **changes}, ROWAN, rules, TODAY)


def errors(rules: ChartRules = NO_PLANS, **changes: object) -> dict[str, str]:
    with pytest.raises(RuleViolation) as refused:
        parse(rules, **changes)
    return refused.value.fields


def test_a_good_form_becomes_a_primary_plan():
    draft = parse(name="Open Choice PPO", group_number="0862411", copay="25", ends="12/31/2026")
    assert (draft.rank, draft.effective, draft.ends) == (Rank.PRIMARY, date(2026, 7, 1), date(2026, 12, 31))
    assert draft.values["member_id"] == "W218640937"
    assert draft.values["copay_cents"] == 2500
    assert draft.values["subscriber_born"] is None


@pytest.mark.parametrize("checked", ["on", "true", "1", "yes", True])
def test_a_checked_box_makes_it_secondary(checked: object):
    assert parse(AFTER_AETNA, secondary=checked).rank is Rank.SECONDARY


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("payer", "", "Choose a payer"),
        ("payer", "new:  ", "Choose a payer"),
        ("name", "n" * 81, "Plan name must be 80 characters or fewer"),
        ("member_id", "", "Enter the member ID"),
        ("member_id", "W218/640937", "Member ID must use only letters and numbers"),
        ("member_id", "Ü1234", "Member ID must use only letters and numbers"),
        ("member_id", "W", "Member ID must have 2 to 80 letters and numbers"),
        ("member_id", "W" * 81, "Member ID must have 2 to 80 letters and numbers"),
        ("copay", "twenty", "Copay must be an amount, like 25.00"),
        ("copay", "25.001", "Copay must be an amount, like 25.00"),
        ("copay", "-25", "Copay must be an amount, like 25.00"),
        ("relationship", "cousin", "Choose the client’s relationship to the subscriber"),
        ("effective", "", "Enter the effective date"),
        ("effective", "soon", "Effective date must be a real date, like 07/01/2026"),
        ("ends", "31/12/26", "End date must be a real date, like 12/31/2026"),
        ("ends", "6/30/26", "End date must be on or after the effective date"),
    ],
)
def test_what_cannot_stand_is_told_beside_its_field(field: str, typed: str, sentence: str):
    assert errors(**{field: typed}) == {field: sentence}


def test_a_payer_that_was_typed_but_not_chosen_is_named():
    wrong = errors(payer="", payer_query="Blue Spruce")
    assert wrong == {"payer": "Choose a payer from the list, or add “Blue Spruce” as a new payer"}


def test_blanks_and_dashes_of_a_member_id_are_dropped():
    assert parse(member_id=" w2186-40937 ").values["member_id"] == "W218640937"


def test_a_plan_may_end_on_the_day_it_starts():
    assert parse(effective="7/1/26", ends="7/1/26").ends == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("sub_first", "", "Enter the subscriber’s first name"),
        ("sub_last", "", "Enter the subscriber’s last name"),
        ("sub_born", "", "Enter the subscriber’s date of birth"),
        ("sub_born", "2/30/86", "Date of birth must be a real date, like 03/14/1988"),
        ("sub_born", "11/23/26", "Date of birth must be in the past"),
        ("sub_sex", "", "Choose the sex on file with the payer"),
        ("sub_address", "", "Enter the subscriber’s address"),
        ("sub_city", "", "Enter the subscriber’s city"),
        ("sub_state", "", "Choose a state"),
        ("sub_state", "QQ", "Choose a state"),
        ("sub_zip", "", "Enter the subscriber’s ZIP code"),
        ("sub_zip", "453", "ZIP code must be 5 or 9 digits"),
    ],
)
def test_a_subscriber_who_is_not_the_client_is_asked_for(field: str, typed: str, sentence: str):
    assert errors(**{**CHILD, field: typed}) == {field: sentence}


def test_the_subscribers_address_may_be_the_clients():
    same = {name: "" for name in CHILD if name in ("sub_address", "sub_city", "sub_state", "sub_zip")}
    draft = parse(**{**CHILD, **same, "sub_same_address": "on"})
    assert (draft.values["subscriber_address"], draft.values["subscriber_zip"]) == ("27 Thistledown Row", "04101")


def test_a_plan_of_ones_own_keeps_nothing_of_an_earlier_subscriber():
    draft = parse(**{**CHILD, "relationship": "self"})
    assert {name: value for name, value in draft.values.items() if name.startswith("subscriber") and value} == {}


def test_why_medicare_pays_second_belongs_to_a_secondary_plan():
    assert parse(AFTER_AETNA, secondary="on", msp_type="12").values["msp_type"] == "12"
    assert parse(msp_type="12").values["msp_type"] == ""
    wrong = errors(AFTER_AETNA, secondary="on", msp_type="99")
    assert wrong == {"msp_type": "Choose why Medicare pays second"}


def test_sentences_come_in_the_order_of_the_form():
    wrong = errors(
        payer="", name="n" * 81, member_id="", copay="x", relationship="child", effective="", ends="x", secondary="on"
    )
    assert list(wrong) == [
        "payer", "name", "member_id", "copay", "sub_first", "sub_last", "sub_born", "sub_sex", "sub_address",
        "sub_city", "sub_state", "sub_zip", "effective", "ends", "secondary",
    ]  # fmt: skip
