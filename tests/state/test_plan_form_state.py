"""Add and Edit Insurance Plan: filled in, refused beside its fields, saved with its cards."""

from typing import Any

import pytest
from sqlmodel import select
from tab import Heard, Tab, upload

from mbp_claims import testids
from mbp_claims.actions.keep_card import read_card
from mbp_claims.db.engine import reading
from mbp_claims.domain.card import LARGEST_BYTES, TOO_LARGE, WRONG_KIND, Card
from mbp_claims.domain.client import Client
from mbp_claims.state import base, plans
from mbp_claims.state.plan_form import OPENED_BEFORE, PlanFormState
from mbp_claims.state.plans import PlansState
from mbp_claims.views.plan import PlanFormView
from tests import builders

DIALOG = testids.PLAN_DIALOG
PNG = builders.picture("PNG")
JPG = builders.picture("JPEG")


@pytest.fixture
def opened(chart: Tab) -> Tab:
    """The form over a new plan, on a chart without plans."""
    chart.do(PlansState.load)
    chart.do(PlanFormState.open_new)
    return chart


def view(tab: Tab) -> PlanFormView:
    return tab.of(PlanFormState).view


def typed(payer: str = "Aetna", **changes: Any) -> dict[str, Any]:
    with reading() as db:
        return builders.plan_form(db, payer, **changes)


def saved(tab: Tab, **changes: Any) -> Heard:
    return tab.do(PlanFormState.save, typed(**changes))


def cards() -> list[tuple[str, str, bytes]]:
    with reading() as db:
        return [(one.side, one.media_type, one.content) for one in db.exec(select(Card))]


def test_the_first_plan_is_proposed_as_primary(opened: Tab):
    form = view(opened)
    assert (form.client, form.plan_id, form.secondary, form.no_primary) == ("Rowan Ellis", "", False, True)
    assert {option.label for option in opened.of(PlanFormState).payers} >= {"Aetna", "Cigna"}


def test_behind_a_primary_a_secondary_is_proposed(chart: Tab, plans: None):
    chart.do(PlansState.load)
    cigna = next(one.id for one in chart.of(PlansState).view.active if one.badge == "S")
    chart.do(PlansState.delete, cigna)
    chart.do(PlanFormState.open_new)
    assert (view(chart).secondary, view(chart).no_primary) == (True, False)


def test_a_payer_is_offered_with_its_id_and_medicare_is_marked(opened: Tab):
    kinds = {option.label: (option.note, option.kind) for option in opened.of(PlanFormState).payers}
    assert kinds["Aetna"] == ("60054", "")
    assert kinds["Medicare Part B, Maine"][1] == "medicare"


def test_a_form_that_was_opened_before_the_program_began_anew_adds_no_plan(chart: Tab):
    """It may have been over a plan that exists."""
    assert saved(chart).refused == [OPENED_BEFORE]
    chart.do(PlansState.load)
    assert not chart.of(PlansState).view.active


def test_a_plan_is_added_and_its_card_takes_the_focus(opened: Tab):
    heard = saved(opened)
    assert heard.said == ["Aetna added as primary plan."]
    assert ("close", DIALOG, f"[data-testid={testids.PLAN_CARD_PRIMARY}]") in heard.told
    (plan,) = opened.of(PlansState).view.active
    assert (plan.payer, plan.badge, plan.member_id) == ("Aetna", "P", "W2186 40937")


def test_a_secondary_is_added_with_the_letter_s(opened: Tab):
    saved(opened)
    opened.do(PlanFormState.open_new)
    heard = saved(opened, payer="Cigna", secondary=True, member_id="U7")
    assert heard.said == ["Cigna added as secondary plan."]
    assert [plan.badge for plan in opened.of(PlansState).view.active] == ["P", "S"]


def test_a_secondary_without_a_primary_is_refused_in_the_exact_words(opened: Tab, everything: Any):
    before = everything()
    heard = saved(opened, secondary=True)
    sentence = "There must be an active primary plan to enter a secondary plan."
    assert view(opened).errors == {"secondary": sentence}
    assert heard.points_at_problem(DIALOG)
    assert not heard.closes(DIALOG)
    assert everything() == before


def test_a_second_primary_is_refused_with_the_name_of_the_first(opened: Tab):
    saved(opened)
    opened.do(PlanFormState.open_new)
    saved(opened, payer="Cigna")
    sentence = "There is already an active primary plan (Aetna). End it first, or check Secondary."
    assert view(opened).errors == {"secondary": sentence}


def test_every_refusal_stands_beside_its_field_in_the_order_of_the_form(opened: Tab):
    key = view(opened).key
    opened.do(PlanFormState.save, {"copay": "lots", "relationship": "spouse", "effective": "13/01/2026"})
    assert list(view(opened).errors) == [
        "payer", "member_id", "copay", "sub_first", "sub_last", "sub_born", "sub_sex", "sub_address", "sub_city",
        "sub_state", "sub_zip", "effective",
    ]  # fmt: skip
    assert view(opened).errors["payer"] == "Choose a payer"
    assert view(opened).errors["effective"] == "Effective date must be a real date, like 07/01/2026"
    assert view(opened).key == key, "the fields keep what was typed"


def test_after_a_refusal_each_change_is_checked(opened: Tab):
    saved(opened, member_id="", effective="")
    opened.do(PlanFormState.check, typed(member_id="", effective="07/01/2026"))
    assert list(view(opened).errors) == ["member_id"]
    opened.do(PlanFormState.check, typed())
    assert view(opened).errors == {}


def test_before_a_refusal_nothing_is_checked(opened: Tab):
    assert opened.do(PlanFormState.check, {}).deltas == []


def test_a_payer_that_is_on_no_list_is_added(opened: Tab):
    form = typed() | {"payer": "new:Blue Spruce Health"}
    assert opened.do(PlanFormState.save, form).said == ["Blue Spruce Health added as primary plan."]


def test_a_plan_is_edited_as_it_is(chart: Tab, plans: None):
    chart.do(PlansState.load)
    plan_id = chart.of(PlansState).view.active[0].id
    chart.do(PlanFormState.open_edit, plan_id)
    form = view(chart)
    assert (form.plan_id, form.payer_text, form.member_id, form.effective) == (
        plan_id, "Aetna", "W218640937", "01/01/2026",
    )  # fmt: skip
    heard = saved(chart, member_id="W218640999", copay="25")
    assert heard.said == ["Aetna saved."]
    assert chart.of(PlansState).view.active[0].member_id == "W2186 40999"
    assert chart.of(PlansState).view.active[0].copay == "$25.00"


def test_the_form_over_a_new_plan_forgets_the_plan_that_was_edited(chart: Tab, plans: None):
    chart.do(PlansState.load)
    chart.do(PlanFormState.open_edit, chart.of(PlansState).view.active[0].id)
    chart.do(PlanFormState.open_new)
    saved(chart, member_id="NEW1")
    assert view(chart).errors, "there is a primary plan already, so this one is not saved over it"


@pytest.mark.parametrize("plan_id", ["0", "999", "", "x"])
def test_a_plan_that_is_not_there_closes_the_form(chart: Tab, plans: None, plan_id: str):
    heard = chart.do(PlanFormState.open_edit, plan_id)
    assert (heard.closes(DIALOG), heard.refused) == (True, [base.GONE])


def test_a_chart_that_is_not_there_closes_the_form(client: Client):
    heard = Tab("/clients/R-9999/claim-center").do(PlanFormState.open_new)
    assert (heard.closes(DIALOG), heard.refused) == (True, [base.GONE])


def test_a_failure_keeps_the_entries(
    opened: Tab, everything: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    before = everything()

    def breaks(*_: Any, **__: Any) -> None:
        raise OSError("W218640937")

    monkeypatch.setattr("mbp_claims.actions.add_plan.record", breaks)
    saved(opened)
    assert view(opened).failure == plans.NOT_SAVED
    assert everything() == before
    assert "W218640937" not in caplog.text


# ---- cards


def test_cards_wait_until_the_plan_is_saved(opened: Tab):
    opened.do(PlanFormState.choose_front, [upload("front of card.png", PNG)])
    opened.do(PlanFormState.choose_back, [upload("back.jpg", JPG)])
    assert (view(opened).card_front.name, view(opened).card_back.name) == ("front of card.png", "back.jpg")
    assert cards() == []
    saved(opened)
    assert cards() == [("front", "image/png", read_card(PNG).content), ("back", "image/jpeg", read_card(JPG).content)]


def test_a_chosen_card_is_not_sent_to_the_browser(opened: Tab):
    heard = opened.do(PlanFormState.choose_front, [upload("front.png", PNG)])
    assert heard.changed == {"PlanFormState.view"}
    assert heard.bytes_sent < 1500


@pytest.mark.parametrize(
    ("content", "size", "sentence"),
    [
        (b"GIF89a", None, WRONG_KIND), (b"", None, WRONG_KIND), (b"<svg onload=alert(1)>", None, WRONG_KIND),
        (PNG, LARGEST_BYTES + 1, TOO_LARGE), (PNG + bytes(LARGEST_BYTES), 10, TOO_LARGE),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused_whatever_its_name_and_size_say(
    opened: Tab, content: bytes, size: int | None, sentence: str
):
    opened.do(PlanFormState.choose_front, [upload("front.png", content, size)])
    assert view(opened).card_front.error == sentence
    saved(opened)
    assert cards() == []


def test_a_wrong_second_choice_takes_the_first_one_away(opened: Tab):
    opened.do(PlanFormState.choose_front, [upload("front.png", PNG)])
    opened.do(PlanFormState.choose_front, [upload("front.gif", b"GIF89a")])
    saved(opened)
    assert cards() == []


def test_cards_of_a_form_that_was_left_are_not_saved_with_the_next(opened: Tab):
    opened.do(PlanFormState.choose_front, [upload("front.png", PNG)])
    opened.do(PlanFormState.open_new)
    saved(opened)
    assert cards() == []


def test_a_card_that_cannot_be_kept_is_told(opened: Tab, monkeypatch: pytest.MonkeyPatch):
    def breaks(*_: Any, **__: Any) -> None:
        raise OSError

    monkeypatch.setattr("mbp_claims.actions.keep_card.record", breaks)
    opened.do(PlanFormState.choose_back, [upload("back.png", PNG)])
    heard = saved(opened)
    assert heard.said == ["Aetna added as primary plan."]
    assert heard.refused == ["The card’s back was not saved. Edit the plan to add it."]
