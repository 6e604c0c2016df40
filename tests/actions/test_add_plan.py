"""Adding and changing plans: who holds which rank afterwards, and what is refused."""

from datetime import date

import pytest

from mbp_claims.actions.add_plan import add_plan, check_plan, edit_plan
from mbp_claims.actions.end_plan import end_plan
from mbp_claims.actions.remove_plan import remove_plan
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.violation import RuleViolation
from tests import builders
from tests.desk import Desk, as_another

NO_PRIMARY = {"secondary": "There must be an active primary plan to enter a secondary plan."}


def form(desk: Desk, name: str = "Aetna", secondary: bool = False, **changes: object) -> dict[str, object]:
    return desk.do(lambda db, _: builders.plan_form(db, name, secondary, **changes))


def letters(desk: Desk) -> dict[str, str]:
    """The letter that each payer's plan shows today."""
    names = {payer.id: payer.name for payer in desk.rows(Payer)}
    return {
        names[plan.payer_id]: plan.letter
        for plan in desk.rows(InsurancePlan)
        if plan.standing(builders.today()) == "active"
    }


def active(desk: Desk) -> dict[str, int]:
    """The ids of the plans that hold a rank for the database; the secondary leans on the primary."""
    held = {plan.rank: plan for plan in desk.rows(InsurancePlan, InsurancePlan.active)}
    assert "secondary" not in held or held["secondary"].primary_id == held["primary"].id
    return {rank: plan.id for rank, plan in held.items()}


def test_the_first_plan_is_the_primary(desk: Desk, client: Client):
    plan = desk.do(add_plan, client.number, form(desk, copay="25"))
    assert (plan.active, plan.rank, plan.copay_cents, plan.claim_filing) == (True, "primary", 2500, "CI")
    assert letters(desk) == {"Aetna": "P"}
    assert desk.trail == [("Aetna added as primary plan", "", "")]


def test_the_second_leans_on_it(desk: Desk, client: Client):
    first, second = desk.do(builders.both, client)
    assert letters(desk) == {"Aetna": "P", "Cigna": "S"}
    assert active(desk) == {"primary": first.id, "secondary": second.id}
    assert second.created_at is not None


def test_a_secondary_without_a_primary_is_refused(desk: Desk, client: Client):
    assert desk.refused(add_plan, client.number, form(desk, "Cigna", secondary=True)).fields == NO_PRIMARY


def test_a_second_primary_is_refused_by_name(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    assert desk.refused(add_plan, client.number, form(desk, "Cigna")).fields == {
        "secondary": "There is already an active primary plan (Aetna). End it first, or check Secondary."
    }


def test_a_second_secondary_is_refused_by_name(desk: Desk, client: Client):
    desk.do(builders.both, client)
    assert desk.refused(add_plan, client.number, form(desk, "Aetna", secondary=True)).fields == {
        "secondary": "There is already an active secondary plan (Cigna). End it before you add another."
    }


def test_all_that_is_wrong_is_told_at_once(desk: Desk, client: Client):
    wrong = desk.refused(add_plan, client.number, form(desk, secondary=True, member_id="", effective="soon"))
    assert list(wrong.fields) == ["member_id", "effective", "secondary"]
    assert wrong.sentence == "Enter the member ID"


@pytest.mark.parametrize("choice", ["0", "999999", "9" * 40, "-1", "Aetna", "٣"])
def test_a_payer_that_is_not_on_the_list_is_refused(desk: Desk, client: Client, choice: str):
    wrong = desk.refused(add_plan, client.number, form(desk, payer=choice))
    assert wrong.fields == {"payer": "Choose a payer from the list"}


def test_a_new_payer_is_the_practices_own_and_made_once(desk: Desk, client: Client):
    plan = desk.do(add_plan, client.number, form(desk, payer="new:Blue Spruce Health"))
    payer = desk.one(Payer, Payer.id == plan.payer_id)
    assert (payer.name, payer.payer_id, payer.practice_id) == ("Blue Spruce Health", "", desk.clinician.practice_id)
    again = desk.do(edit_plan, plan.id, form(desk, payer="new:blue spruce health BSH01"))
    assert again.payer_id == payer.id
    assert desk.one(Payer, Payer.name == "Blue Spruce Health").payer_id == "BSH01"


def test_a_new_payer_of_one_practice_is_not_on_anothers_list(desk: Desk, client: Client):
    plan = desk.do(add_plan, client.number, form(desk, payer="new:Blue Spruce Health"))
    other = as_another(desk, builders.stranger)
    theirs = other.do(builders.new_client, number="R-1")
    wrong = other.refused(add_plan, theirs.number, form(desk, payer=str(plan.payer_id)))
    assert wrong.fields == {"payer": "Choose a payer from the list"}


def test_medicare_as_second_payer_says_why(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    medicare = form(desk, "Medicare Part B, Maine", secondary=True, member_id="1EG4TE5MK73")
    assert desk.refused(add_plan, client.number, medicare).fields == {"msp_type": "Choose why Medicare pays second"}
    plan = desk.do(add_plan, client.number, medicare | {"msp_type": "12"})
    assert (plan.msp_type, plan.claim_filing) == ("12", "MB")


def test_any_other_second_payer_does_not(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    assert desk.do(add_plan, client.number, form(desk, "Cigna", secondary=True, msp_type="12")).msp_type == ""


def test_next_years_plan_waits_and_the_days_bring_it(desk: Desk, client: Client):
    desk.do(builders.primary, client, ends="12/31/2026")
    desk.do(builders.secondary, client)
    later = desk.do(add_plan, client.number, form(desk, "Humana", effective="1/1/2027"))
    assert letters(desk) == {"Aetna": "P", "Cigna": "S"}
    with builders.on(date(2027, 1, 1)):
        assert letters(desk) == {"Humana": "P", "Cigna": "S"}
        (cigna,) = [plan for plan in desk.rows(InsurancePlan) if plan.rank == "secondary"]
        desk.do(edit_plan, cigna.id, form(desk, "Cigna", secondary=True, copay="10"))
        assert active(desk) == {"primary": later.id, "secondary": cigna.id}


def test_a_plan_that_starts_later_is_entered_before_the_one_of_today(desk: Desk, client: Client):
    later = desk.do(add_plan, client.number, form(desk, "Humana", effective="1/1/2027"))
    second = desk.do(builders.secondary, client, effective="1/1/2027")
    assert letters(desk) == {}
    now = desk.do(add_plan, client.number, form(desk, ends="12/31/2026"))
    assert letters(desk) == {"Aetna": "P"}
    assert active(desk) == {"primary": now.id, "secondary": second.id}
    assert not desk.one(InsurancePlan, InsurancePlan.id == later.id).active


def test_a_new_primary_takes_the_place_of_one_that_has_ended(desk: Desk, client: Client):
    with builders.on(date(2026, 6, 1)):
        desk.do(builders.primary, client, ends="6/30/2026")
        second = desk.do(builders.secondary, client)
    new = desk.do(add_plan, client.number, form(desk, "Humana", effective="7/1/2026"))
    assert letters(desk) == {"Humana": "P", "Cigna": "S"}
    assert active(desk) == {"primary": new.id, "secondary": second.id}


def test_an_ended_primary_carries_no_new_secondary(desk: Desk, client: Client):
    with builders.on(date(2026, 6, 1)):
        desk.do(builders.primary, client, ends="6/30/2026")
    assert desk.refused(add_plan, client.number, form(desk, "Cigna", secondary=True)).fields == NO_PRIMARY


def test_a_plan_of_the_past_is_entered_without_a_place(desk: Desk, client: Client):
    desk.do(builders.both, client)
    old = desk.do(add_plan, client.number, form(desk, "Humana", effective="1/1/2025", ends="12/31/2025"))
    assert (old.active, letters(desk)) == (False, {"Aetna": "P", "Cigna": "S"})


def test_a_plan_whose_last_day_is_today_is_active_today(desk: Desk, client: Client):
    assert desk.do(add_plan, client.number, form(desk, ends="11/23/2026")).active
    assert letters(desk) == {"Aetna": "P"}


def test_the_same_form_changes_a_plan(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    changed = desk.do(edit_plan, plan.id, form(desk, "Cigna", member_id="U99", copay="30", effective="2/1/2026"))
    assert (changed.member_id, changed.copay_cents, changed.effective) == ("U99", 3000, date(2026, 2, 1))
    assert letters(desk) == {"Cigna": "P"}
    what, before, after = desk.trail[-1]
    assert what == "Cigna plan changed"
    assert "payer: Aetna" in before and "payer: Cigna" in after
    assert "member id: U99" in after and "copay: $30.00" in after and "effective: 02/01/2026" in after


def test_a_plan_of_ones_own_again_forgets_the_subscriber(desk: Desk, client: Client):
    child = {
        "relationship": "child", "sub_first": "Dana", "sub_last": "Ellis", "sub_born": "5/2/86", "sub_sex": "F",
        "sub_same_address": "on",
    }  # fmt: skip
    plan = desk.do(builders.primary, client, **child)
    assert (plan.subscriber_first, plan.subscriber_address) == ("Dana", "27 Thistledown Row")
    again = desk.do(edit_plan, plan.id, form(desk))
    assert (again.subscriber_first, again.subscriber_born, again.subscriber_address) == ("", None, "")


def test_the_primary_is_not_changed_from_under_its_secondary(desk: Desk, client: Client):
    first, _ = desk.do(builders.both, client)
    leaned_on = "Cigna is the active secondary plan behind this one. End or remove Cigna first."
    for changes, field in (
        ({"ends": "11/22/2026"}, "ends"), ({"effective": "1/1/2027"}, "effective"), ({"secondary": "on"}, "secondary")
    ):  # fmt: skip
        assert desk.refused(edit_plan, first.id, form(desk, **changes)).fields == {field: leaned_on}


def test_a_secondary_becomes_the_primary_when_the_primary_is_gone(desk: Desk, client: Client):
    first, second = desk.do(builders.both, client)
    wrong = desk.refused(edit_plan, second.id, form(desk, "Cigna"))
    assert wrong.fields["secondary"].startswith("There is already an active primary plan (Aetna).")
    desk.do(remove_plan, second.id)
    desk.do(remove_plan, first.id)
    assert active(desk) == {}
    third = desk.do(builders.primary, client, name="Cigna")
    assert active(desk) == {"primary": third.id}
    assert desk.do(edit_plan, third.id, form(desk, "Cigna", copay="1")).rank == "primary"


def test_a_plan_with_claims_keeps_its_rank(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(builders.started, client)
    desk.do(end_plan, plan.id, {"ends": "11/10/2026"})
    desk.do(builders.primary, client, name="Cigna", effective="11/11/2026")
    changed = form(desk, secondary=True, ends="12/31/2026")
    assert desk.refused(edit_plan, plan.id, changed).fields == {
        "secondary": "This plan has claims as the primary plan. End it, and add it again as secondary."
    }


def test_a_deleted_plan_is_not_changed(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(remove_plan, plan.id)
    for verb in (edit_plan, end_plan):
        assert str(desk.refused(verb, plan.id, form(desk))) == (
            "This plan was deleted. Bring it back before you change it."
        )


def test_checking_a_form_tells_what_saving_would_and_saves_nothing(desk: Desk, client: Client):
    before = desk.everything()
    with pytest.raises(RuleViolation) as refusal:
        desk.look(check_plan, client.number, 0, form(desk, secondary=True))
    assert refusal.value.fields == NO_PRIMARY
    desk.look(check_plan, client.number, 0, form(desk))
    desk.look(check_plan, client.number, 0, form(desk, payer="new:Blue Spruce"))
    assert desk.everything() == before


def test_another_practices_plan_is_not_there(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    other = as_another(desk, builders.stranger)
    for verb, told in ((edit_plan, plan.id), (add_plan, client.number)):
        with pytest.raises(NotFound):
            other.do(verb, told, form(desk))
