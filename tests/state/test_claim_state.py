"""The page of one claim."""

from typing import Any

import pytest
from kept import claim_of
from tab import Tab

from mbp_claims.domain.claim import Claim
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.claim import ClaimState, claim_number
from mbp_claims.state.claims import ClaimsState
from mbp_claims.views.claim import ClaimView


def page(number: str) -> tuple[Tab, ClaimView]:
    tab = Tab(f"/claims/{number}")
    tab.do(ClaimState.load)
    return tab, tab.of(ClaimState).view


def test_everything_about_a_secondary_that_is_ready(ready: Claim):
    _, shown = page(ready.number)
    assert (shown.client, shown.payer, shown.rank, shown.status) == (
        "Rowan Ellis",
        "Cigna",
        "secondary",
        "Ready to file",
    )
    assert (shown.from_number, shown.can_file, shown.warning) == (ready.number.removesuffix("-S"), True, "")
    assert [(line.code, line.diagnosis, line.charge) for line in shown.lines] == [("90837", "F41.1", "$160.00")]
    assert [(row.code, row.amount) for row in shown.answers[0].rows] == [("CO-45", "$44.00"), ("PR-2", "$23.20")]
    assert shown.timeline[0].latest


@pytest.mark.parametrize("number", ["C-9999", "", "..", "C-1001-S-S", "%00", "x" * 5000])
def test_a_number_that_is_no_claim(ready: Claim, number: str):
    tab, shown = page(number)
    assert (shown.found, shown.client, shown.lines) == (False, "", [])
    assert tab.of(ClaimState).phase == "ready"


def test_a_claim_that_does_not_load_is_told_apart_from_one_that_is_not_there(
    ready: Claim, monkeypatch: pytest.MonkeyPatch
):
    def breaks(*_: Any, **__: Any) -> None:
        raise OSError

    monkeypatch.setattr("mbp_claims.actions.open_claim.claim_facts", breaks)
    tab, shown = page(ready.number)
    assert (tab.of(ClaimState).phase, shown.lines) == ("error", [])


def test_filing_it_from_its_own_page_shows_it_anew(ready: Claim):
    tab, _ = page(ready.number)
    tab.do(AdjustmentState.open, ready.number)
    tab.do(AdjustmentState.submit, {})
    shown = tab.of(ClaimState).view
    assert (shown.status, shown.can_file) == ("Filed", False)
    assert [(file.kind, file.href) for file in shown.files] == [
        ("837", "/files/837/1"), ("eob", "/files/eob/1"),
    ]  # fmt: skip


def test_the_page_of_the_primary_follows_what_happens_to_its_secondary(ready: Claim):
    tab, shown = page(ready.number.removesuffix("-S"))
    assert "reopen" in shown.actions.split()
    tab.do(AdjustmentState.open, ready.number)
    tab.do(AdjustmentState.submit, {})
    assert "reopen" not in tab.of(ClaimState).view.actions.split()


def test_a_row_action_on_the_page_is_shown_there(ready: Claim):
    tab, _ = page(ready.number)
    tab.do(ClaimsState.put_away, ready.number)
    assert tab.of(ClaimState).view.status == "Not billable"
    assert claim_of(ready.number).status == "not_billable"


@pytest.mark.parametrize(
    ("path", "number"), [("/claims/C-1", "C-1"), ("/claims/C-1/", "C-1"), ("/claims", ""), ("/clients/C-1", "")]
)
def test_the_claim_of_an_address(path: str, number: str):
    assert claim_number(path) == number
