"""Plan cards with their letters: ended, made inactive, deleted, brought back, promoted."""

from datetime import date
from typing import Any

import pytest
from kept import status_of
from tab import Heard, Tab

from mbp_claims import testids
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import SECONDARY_FIRST
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import base, plans
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.plans import PlansState
from mbp_claims.views.plan import PlansView, PlanView
from tests import builders

ALERT = testids.PLAN_DELETE_ALERT


def view(tab: Tab) -> PlansView:
    return tab.of(PlansState).view


def plan(tab: Tab, payer: str) -> PlanView:
    shown = view(tab)
    return next(one for one in (*shown.active, *shown.past) if one.payer == payer)


@pytest.fixture
def loaded(chart: Tab, plans: None) -> Tab:
    chart.do(PlansState.load)
    return chart


def ended(tab: Tab, payer: str, ends: str) -> Heard:
    plan_id = plan(tab, payer).id
    tab.do(PlansState.open_end, plan_id)
    return tab.do(PlansState.end, {"plan_id": plan_id, "ends": ends})


def test_p_marks_the_active_primary_and_s_the_active_secondary(loaded: Tab):
    assert [(one.payer, one.badge, one.status) for one in view(loaded).active] == [
        ("Aetna", "P", "Active"), ("Cigna", "S", "Active"),
    ]  # fmt: skip
    assert loaded.of(PlansState).has_secondary


def test_plans_that_have_ended_have_no_letter(loaded: Tab):
    ended(loaded, "Cigna", "11/20/2026")
    past = plan(loaded, "Cigna")
    assert (past.badge, past.status) == ("", "Ended 11/20/2026")
    assert (view(loaded).past, view(loaded).past_label) == ([past], "Past plans (1)")
    assert not loaded.of(PlansState).has_secondary


def test_ending_proposes_today(loaded: Tab):
    loaded.do(PlansState.open_end, plan(loaded, "Cigna").id)
    ending = loaded.of(PlansState).ending
    assert (ending.payer, ending.ends) == ("Cigna", "11/23/2026")


def test_a_plan_is_ended_and_says_so(loaded: Tab):
    heard = ended(loaded, "Cigna", "12/05/2026")
    assert heard.said == ["Cigna ends 12/05/2026."]
    assert heard.closes(testids.PLAN_END_DIALOG)
    assert plan(loaded, "Cigna").status == "Ends in 12 days"


@pytest.mark.parametrize("typed", ["", "soon", "12/31/2025"])
def test_an_end_that_cannot_be_stands_beside_its_field(loaded: Tab, typed: str, everything: Any):
    before = everything()
    heard = ended(loaded, "Cigna", typed)
    assert list(loaded.of(PlansState).ending.errors) == ["ends"]
    assert heard.points_at_problem(testids.PLAN_END_DIALOG)
    assert everything() == before


def test_a_primary_with_a_secondary_is_not_deleted_and_the_sentence_is_exact(loaded: Tab, everything: Any):
    before = everything()
    loaded.do(PlansState.ask_delete, plan(loaded, "Aetna").id)
    asked = loaded.of(PlansState).deleting
    assert (asked.blocked, asked.title) == (True, SECONDARY_FIRST)
    assert asked.title == "You cannot delete a primary plan without first removing the secondary plan."
    assert asked.body == "Cigna is the active secondary plan."
    assert asked.secondary_id == plan(loaded, "Cigna").id
    loaded.do(PlansState.delete, plan(loaded, "Aetna").id)
    assert loaded.of(PlansState).deleting.body == SECONDARY_FIRST
    assert everything() == before


def test_the_question_says_what_deleting_would_do(loaded: Tab, ready: Claim):
    loaded.do(PlansState.ask_delete, plan(loaded, "Cigna").id)
    asked = loaded.of(PlansState).deleting
    assert (asked.title, asked.body) == ("Delete the Cigna plan?", "1 pending claim will be withdrawn.")


def test_a_plan_without_claims_says_so(loaded: Tab):
    loaded.do(PlansState.ask_delete, plan(loaded, "Cigna").id)
    assert loaded.of(PlansState).deleting.body == "It has no claims."


def test_a_deleted_plan_comes_back_with_its_claims(loaded: Tab, ready: Claim):
    loaded.do(ClaimsState.load_chart)
    plan_id = plan(loaded, "Cigna").id
    heard = loaded.do(PlansState.delete, plan_id)
    assert (heard.said, heard.offers_undo, heard.closes(ALERT)) == (["Cigna plan deleted."], True, True)
    assert [one.payer for one in view(loaded).active] == ["Aetna"]
    assert (status_of(ready.number), loaded.of(ClaimsState).pending) == ("withdrawn", [])
    assert loaded.do(PlansState.restore, plan_id).said == ["The plan is back."]
    assert plan(loaded, "Cigna").badge == "S"
    assert [row.number for row in loaded.of(ClaimsState).pending] == [ready.number]


def test_a_plan_is_made_inactive_and_is_as_it_was_again(loaded: Tab):
    plan_id = plan(loaded, "Cigna").id
    heard = loaded.do(PlansState.make_inactive, plan_id)
    assert (heard.said, heard.offers_undo) == (["Plan made inactive."], True)
    assert plan(loaded, "Cigna").badge == ""
    assert loaded.do(PlansState.give_back, plan_id, "").said == ["The plan is as it was."]
    assert plan(loaded, "Cigna").badge == "S"


def test_a_primary_under_a_secondary_is_not_made_inactive(loaded: Tab, everything: Any):
    before = everything()
    (sentence,) = loaded.do(PlansState.make_inactive, plan(loaded, "Aetna").id).refused
    assert "secondary" in sentence
    assert everything() == before


@pytest.fixture
def outlived(chart: Tab, plans: None) -> Tab:
    """Aetna's end was entered early in June; it has passed since, and Cigna goes on."""
    with builders.on(date(2026, 6, 1)):
        chart.do(PlansState.load)
        assert ended(chart, "Aetna", "06/30/2026").said
    chart.do(PlansState.load)
    return chart


def test_after_the_primary_has_ended_the_chart_asks_and_yes_promotes(outlived: Tab):
    shown = view(outlived)
    assert shown.question == "Aetna ended 06/30/2026. Is Cigna the primary now?"
    assert shown.question_yes == "Make Cigna the primary"
    heard = outlived.do(PlansState.promote, shown.question_plan)
    assert heard.said == ["Cigna is the primary plan now."]
    assert (plan(outlived, "Cigna").badge, view(outlived).question) == ("P", "")
    assert heard.offers_undo
    assert outlived.do(PlansState.take_back, *heard.undo).said == ["The plan is as it was."]
    assert (plan(outlived, "Cigna").badge, view(outlived).question) == ("S", shown.question)


def test_promoting_when_nobody_asks_is_refused(loaded: Tab, everything: Any):
    before = everything()
    assert len(loaded.do(PlansState.promote, "").refused) == 1
    assert everything() == before


def test_a_secondary_added_late_offers_its_claims(chart: Tab, clinician: Clinician, client: Client):
    with transaction() as db:
        builders.primary(db, clinician, client)
        builders.completed(db, clinician, client)
        builders.completed(db, clinician, client, day=date(2026, 11, 4))
        builders.secondary(db, clinician, client)
    chart.do(PlansState.load)
    chart.do(ClaimsState.load_chart)
    assert view(chart).offer == "2 completed claims are covered by Cigna. Make their secondary claims?"
    assert view(chart).offer_yes == "Make 2 secondary claims"
    heard = chart.do(PlansState.make_offered)
    assert (heard.said, heard.offers_undo) == (["2 secondary claims made."], True)
    assert (view(chart).offer, len(chart.of(ClaimsState).pending)) == ("", 2)
    assert chart.do(PlansState.take_back_offered, *heard.undo).said == ["2 secondary claims taken back."]
    assert (view(chart).offer_yes, chart.of(ClaimsState).pending) == ("Make 2 secondary claims", [])


@pytest.mark.parametrize("handler", ["open_end", "make_inactive", "ask_delete", "restore"])
@pytest.mark.parametrize("plan_id", ["0", "999", "", "x"])
def test_a_plan_that_is_not_there_is_told(loaded: Tab, handler: str, plan_id: str, everything: Any):
    before = everything()
    assert loaded.do(getattr(PlansState, handler), plan_id).refused == [base.GONE]
    assert everything() == before


def test_deleting_what_is_not_there_says_so_in_the_question(loaded: Tab):
    loaded.do(PlansState.delete, "999")
    assert loaded.of(PlansState).deleting.body == base.GONE


@pytest.mark.parametrize(
    ("handler", "broken"),
    [("make_inactive", "end_plan"), ("delete", "remove_plan")],
)
def test_a_failure_changes_nothing(
    loaded: Tab, handler: str, broken: str, everything: Any, monkeypatch: pytest.MonkeyPatch
):
    before = everything()
    monkeypatch.setattr(f"mbp_claims.actions.{broken}.record", fails)
    heard = loaded.do(getattr(PlansState, handler), plan(loaded, "Cigna").id)
    assert plans.NOT_DONE in (*heard.refused, loaded.of(PlansState).deleting.body)
    assert everything() == before


def test_a_failure_while_ending_keeps_the_form(loaded: Tab, everything: Any, monkeypatch: pytest.MonkeyPatch):
    before = everything()
    monkeypatch.setattr("mbp_claims.actions.end_plan.record", fails)
    ended(loaded, "Cigna", "12/05/2026")
    assert loaded.of(PlansState).ending.failure == plans.NOT_SAVED
    assert everything() == before


def test_an_unknown_client_has_no_plans(loaded: Tab):
    loaded.go("/clients/R-9999/claim-center").do(PlansState.load)
    assert (view(loaded).active, view(loaded).failed) == ([], False)


def test_plans_that_do_not_load_say_so(loaded: Tab, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mbp_claims.actions.open_chart.clients.client", fails)
    loaded.do(PlansState.load)
    assert (view(loaded).active, view(loaded).failed) == ([], True)


def fails(*_: Any, **__: Any) -> None:
    raise OSError("no disk")
