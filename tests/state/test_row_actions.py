"""What is done to one row: only that row travels, and what the browser lays over its lists is right at every moment."""

from typing import Any

import pytest
from kept import status_of
from overlay import Browser

from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import base, row_actions
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.completion import CompletionState
from mbp_claims.state.refusals import refusals
from mbp_claims.state.reopening import ReopenState
from tests import builders

ANSWER = {"paid-1": "92.80", "group-1": "CO", "reason-1": "45", "amount-1": "67.20", "eob_date": "11/20/2026"}


def test_a_claim_that_is_not_billable_leaves_the_table_and_can_be_taken_back(browser: Browser, ready: Claim):
    heard = browser.do(ClaimsState.put_away, ready.number)
    assert heard.said == [f"{ready.number} is marked as not billable."]
    assert heard.offers_undo
    assert browser.rows("pending") == {}
    assert (status_of(ready.number), browser.tab.of(ClaimsState).pending_count) == ("not_billable", "")
    assert browser.do(ClaimsState.take_back, ready.number).said == [f"{ready.number} is billable again."]
    assert list(browser.rows("pending")) == [ready.number]
    assert browser.tab.of(ClaimsState).pending_count == "1 claim"


def test_before_a_claim_is_reopened_it_is_said_what_that_means(browser: Browser, ready: Claim):
    primary = ready.number.removesuffix("-S")
    browser.do(ReopenState.ask, primary)
    asked = browser.tab.of(ReopenState).view
    assert (asked.number, asked.body) == (
        primary, f"Its answer stays on record. The claim waits for Aetna again. {ready.number} is withdrawn until then."
    )  # fmt: skip
    assert browser.do(ReopenState.confirm).said == [f"{primary} was reopened."]


def test_a_reopened_primary_waits_again_and_its_secondary_goes(browser: Browser, ready: Claim):
    primary = ready.number.removesuffix("-S")
    assert browser.do(ClaimsState.reopen, primary).said == [f"{primary} was reopened."]
    assert browser.rows("filed")[primary]["status"] == "Filed"
    assert browser.rows("pending") == {}
    assert browser.shows_the_truth()


def test_a_secondary_is_made_deliberately(browser: Browser, clinician: Clinician, client: Client):
    with transaction() as db:
        denied, none = builders.completed(db, clinician, client, builders.NO_AUTHORIZATION)
    assert none is None
    browser.do(ClaimsState.refresh)
    heard = browser.do(ClaimsState.follow, denied.number)
    assert heard.said == [f"{denied.number}-S was made."]
    assert heard.offers_undo
    assert f"{denied.number}-S" in browser.rows("pending")
    assert browser.shows_the_truth()
    assert browser.do(ClaimsState.put_back, denied.number).said == [f"{denied.number} is as it was."]
    assert f"{denied.number}-S" not in browser.rows("pending")
    assert browser.shows_the_truth()


def test_a_denial_that_is_ours_to_mend_waits_again_to_be_fixed(browser: Browser, clinician: Clinician, client: Client):
    with transaction() as db:
        denied, _ = builders.completed(db, clinician, client, builders.NO_AUTHORIZATION)
    browser.do(ClaimsState.refresh)
    heard = browser.do(ClaimsState.fix, denied.number)
    assert heard.said == [f"{denied.number} is to be fixed: edit it, then file it again."]
    assert heard.offers_undo
    assert denied.number in browser.rows("pending")
    assert browser.shows_the_truth()
    assert browser.do(ClaimsState.put_back, denied.number).said == [f"{denied.number} is as it was."]
    assert browser.rows("filed")[denied.number]["status"] == "Denied"
    assert browser.shows_the_truth()
    assert browser.do(ClaimsState.put_back, denied.number).refused


def test_the_lists_that_were_sent_are_not_sent_again(browser: Browser, ready: Claim):
    heard = browser.do(ClaimsState.put_away, ready.number)
    assert "ClaimsState.patch" in heard.changed
    assert not heard.changed & {"ClaimsState.pending", "ClaimsState.filed"}


def test_what_does_not_change_does_not_travel(browser: Browser, ready: Claim):
    heard = browser.do(ClaimsState.put_away, ready.number)
    assert heard.changed == {
        "ClaimsState.patch", "ClaimsState.pending_count", "ClaimsState.to_bill", "ShellState.pending"
    }  # fmt: skip


def test_a_row_that_comes_back_is_shown_though_another_changed_in_between(
    browser: Browser, clinician: Clinician, client: Client, ready: Claim
):
    with transaction() as db:
        other = builders.started(db, clinician, client)
    browser.do(ClaimsState.refresh)
    browser.do(ClaimsState.put_away, ready.number)
    browser.do(ClaimsState.put_away, other.number)
    browser.do(ClaimsState.take_back, ready.number)
    assert list(browser.rows("pending")) == [ready.number]
    browser.do(ClaimsState.take_back, other.number)
    assert browser.shows_the_truth()


def test_turning_one_table_forgets_nothing_of_the_other(browser: Browser, ready: Claim):
    browser.do(ClaimsState.put_away, ready.number)
    browser.do(ClaimsState.turn, "filed", "newer")
    assert browser.rows("pending") == {}
    browser.do(ClaimsState.take_back, ready.number)
    assert browser.shows_the_truth()


def test_filing_a_secondary_takes_reopen_from_its_primary(browser: Browser, ready: Claim):
    primary = ready.number.removesuffix("-S")
    assert "reopen" in browser.rows("filed")[primary]["actions"]
    browser.do(AdjustmentState.open, ready.number)
    browser.do(AdjustmentState.submit, {})
    assert "reopen" not in browser.rows("filed")[primary]["actions"]
    assert browser.shows_the_truth()


def test_a_whole_day_of_work_leaves_the_browser_with_the_truth(
    browser: Browser, clinician: Clinician, client: Client, ready: Claim
):
    with transaction() as db:
        sent = builders.filed(db, clinician, client)
        new = builders.started(db, clinician, client)
    browser.do(ClaimsState.refresh)
    steps = [
        (CompletionState.open, sent.number), (CompletionState.submit, ANSWER),
        (ClaimsState.put_away, new.number), (ClaimsState.reopen, sent.number), (ClaimsState.take_back, new.number),
        (CompletionState.open, sent.number), (CompletionState.submit, ANSWER),
        (ClaimsState.put_away, f"{sent.number}-S"), (AdjustmentState.open, ready.number),
        (AdjustmentState.submit, {}), (ClaimsState.take_back, f"{sent.number}-S"),
    ]  # fmt: skip
    for step in steps:
        browser.do(*step)
        assert browser.shows_the_truth(), step


@pytest.mark.parametrize("handler", ["put_away", "take_back", "reopen", "follow"])
def test_a_claim_that_is_not_there_is_told_and_nothing_changes(
    browser: Browser, handler: str, everything: Any, monkeypatch: pytest.MonkeyPatch
):
    """But for the trail, which is told of the first of such refusals."""
    monkeypatch.setattr(refusals, "note", lambda _told: None)
    before = everything()
    heard = browser.do(getattr(ClaimsState, handler), "C-9999")
    assert heard.refused == [base.GONE]
    assert (heard.deltas, everything()) == ([], before)


def test_a_rule_that_refuses_is_told_in_its_own_words(browser: Browser, ready: Claim):
    primary = ready.number.removesuffix("-S")
    heard = browser.do(ClaimsState.put_away, primary)
    assert heard.refused == [f"{primary} is completed. Only a claim that waits for you can be put away."]


def test_a_failure_changes_nothing_and_logs_nothing_of_the_client(
    browser: Browser, ready: Claim, everything: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    before = everything()

    def breaks(*_: Any) -> None:
        raise OSError(f"Rowan Ellis, {ready.number}")

    monkeypatch.setattr("mbp_claims.actions.put_away_claim.record_claim", breaks)
    assert browser.do(ClaimsState.put_away, ready.number).refused == [row_actions.NOT_DONE]
    assert everything() == before
    assert "mark_not_billable failed: OSError" in caplog.text
    assert "Rowan" not in caplog.text


def test_the_era_of_a_claim_is_gone_to_and_its_absence_told(browser: Browser, ready: Claim):
    heard = browser.do(ClaimsState.view_era, ready.number)
    assert heard.refused == ["No ERA has come back for this claim."]
    assert heard.goes_to == ""


def test_the_page_of_a_claim_is_not_sent_along_where_it_is_not_shown(browser: Browser, ready: Claim):
    tab = browser.tab
    tab.go(f"/claims/{ready.number}").do(ClaimState.load)
    tab.go("/clients/R-0412/claim-center")
    browser.do(ClaimsState.load_chart)
    browser.do(AdjustmentState.open, ready.number)
    assert "ClaimState.view" not in browser.do(AdjustmentState.submit, {}).changed
