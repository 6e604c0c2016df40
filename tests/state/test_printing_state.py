"""Print claim form, and filing to a payer that takes paper only."""

import json

import pytest
from kept import claim_of
from overlay import Browser
from tab import Heard, Tab

from mbp_claims import testids
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.printing import PrintState
from mbp_claims.views.printing import PrintView
from tests import builders


@pytest.fixture
def tab(ready: Claim) -> Tab:
    tab = Tab(f"/claims/{ready.number}")
    tab.do(ClaimState.load)
    tab.do(PrintState.open, ready.number)
    return tab


def view(tab: Tab) -> PrintView:
    return tab.of(PrintState).view


def fetched(heard: Heard) -> str:
    return json.dumps([str(event) for event in heard.events])


def test_it_opens_with_what_is_usual(tab: Tab):
    assert (view(tab).number, view(tab).payer, view(tab).missing) == ("C-1001-S", "Cigna", [])
    assert (view(tab).only, view(tab).leaves_29, view(tab).lined, view(tab).right) == (False, False, False, "0")
    assert view(tab).behind == "The answer of Aetna is printed behind the form."


def test_what_was_said_is_kept_and_the_form_fetched(tab: Tab, ready: Claim):
    heard = tab.do(PrintState.submit, {"address": "PO Box 188061", "right": "-1.5", "lined": "on"})
    assert f"/files/form/{ready.id}" in fetched(heard)
    assert testids.PRINT_DIALOG in fetched(heard)
    tab.do(PrintState.open, ready.number)
    assert (view(tab).address, view(tab).right, view(tab).lined) == ("PO Box 188061", "-1.5", True)
    assert claim_of(ready.number).status == "pending", "printing files nothing"


def test_a_payer_that_takes_paper_only_is_told_by_all_its_claims_at_once(
    browser: Browser, ready: Claim, clinician: Clinician, client: Client
):
    with transaction() as db:
        _, other = builders.completed(db, clinician, client)
    assert other is not None
    browser.do(ClaimsState.refresh)
    assert browser.rows("pending")[other.number]["actions"].split()[0] == "file"
    browser.do(PrintState.open, ready.number)
    browser.do(PrintState.submit, {"only": "on"})
    assert {row["actions"].split()[0] for row in browser.rows("pending").values()} == {"file-paper"}
    browser.do(PrintState.submit, {})
    assert {row["actions"].split()[0] for row in browser.rows("pending").values()} == {"file"}


def test_a_test_page_is_fetched_whatever_is_missing(tab: Tab, ready: Claim):
    _without_address(ready)
    assert "/files/test-page" in fetched(tab.do(PrintState.submit, {"test": "on"}))


def test_what_is_missing_is_said_when_it_opens_and_when_it_is_asked_for(tab: Tab, ready: Claim):
    _without_address(ready)
    tab.do(PrintState.open, ready.number)
    assert view(tab).missing == ["Add the client’s address"]
    heard = tab.do(PrintState.submit, {})
    assert list(view(tab).errors.values()) == ["Add the client’s address"]
    assert "/files/" not in fetched(heard)


def test_a_wrong_offset_is_said_beside_its_field_and_nothing_is_kept(tab: Tab, ready: Claim):
    tab.do(PrintState.submit, {"right": "far", "only": "on"})
    assert view(tab).errors == {"right": "Enter millimeters from -20 to 20, like 1.5"}
    tab.do(PrintState.open, ready.number)
    assert not view(tab).only


def test_to_a_payer_of_paper_only_filing_prints(tab: Tab, ready: Claim):
    tab.do(PrintState.submit, {"only": "on"})
    shown = tab.of(ClaimState).view
    assert (shown.file_label, shown.actions.split()[0]) == ("Print and file on paper", "file-paper")
    tab.do(AdjustmentState.open, ready.number)
    assert tab.of(AdjustmentState).view.on_paper
    heard = tab.do(AdjustmentState.submit, {})
    assert "/files/printed/1" in fetched(heard)
    assert "filed on paper to Cigna for $23.20" in fetched(heard)
    assert "saidOf" in fetched(heard)
    shown = tab.of(ClaimState).view
    assert (shown.status, [file.kind for file in shown.files]) == ("Filed", ["form", "eob"])
    assert shown.timeline[0].what == "C-1001-S filed on paper to Cigna"


def _without_address(claim: Claim) -> None:
    with transaction() as db:
        db.get_one(Client, claim.client_id).address = ""
