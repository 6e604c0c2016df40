"""What a change of one row costs on the wire: as Reflex writes it into the socket, uncompressed."""

import pytest
from kept import status_of
from overlay import Browser
from tab import Tab

from mbp_claims.actions.load_scenario import bench_claims
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.completion import CompletionState
from mbp_claims.state.shell import ShellState
from mbp_claims.views.claim import ClaimRow
from tests import builders

ANSWER = {"paid-1": "92.80", "group-1": "CO", "reason-1": "45", "amount-1": "67.20", "eob_date": "11/20/2026"}


def patch(tab: Tab) -> list[ClaimRow]:
    return list(tab.of(ClaimsState).patch)


@pytest.mark.parametrize("claims", [3, 500])
def test_a_row_action_costs_less_than_a_kilobyte_however_many_claims_there_are(chart: Tab, claims: int):
    with transaction() as db:
        bench_claims(db, claims)
    for load in (ShellState.load, ClaimsState.load_chart):
        chart.do(load)
    number = chart.of(ClaimsState).pending[1].number
    costs = [chart.do(handler, number).bytes_sent for handler in (ClaimsState.put_away, ClaimsState.take_back)]
    assert max(costs) < 600
    assert status_of(number) == "pending"


def test_filing_a_claim_costs_less_than_a_kilobyte(browser: Browser, ready: Claim):
    browser.do(AdjustmentState.open, ready.number)
    heard = browser.do(AdjustmentState.submit, {})
    assert len(patch(browser.tab)) == 2
    assert heard.bytes_sent < 700


def test_completing_a_claim_costs_less_than_a_kilobyte_with_the_new_row(
    browser: Browser, clinician: Clinician, client: Client
):
    with transaction() as db:
        sent = builders.filed(db, clinician, client)
    for load in (ShellState.load, ClaimsState.refresh):
        browser.do(load)
    browser.do(CompletionState.open, sent.number)
    heard = browser.do(CompletionState.submit, ANSWER)
    assert len(patch(browser.tab)) == 2
    assert heard.bytes_sent < 900


def test_a_changed_row_carries_no_more_than_its_columns(browser: Browser, ready: Claim):
    browser.do(ClaimsState.put_away, ready.number)
    (row,) = patch(browser.tab)
    assert row == ClaimRow(ready.number, tone="", icon="", actions="", where="gone")
