"""What others do appears by itself: only what changed travels, to whom it concerns, and no form is touched."""

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from era import COINSURED, Answer
from file_claim_form import arrive, imported
from onlookers import ALL, CLAIM, OPEN, Colleague
from overlay import Browser
from tab import CENTER, Tab

from mbp_claims import routes
from mbp_claims.actions.complete_claim import reopen_claim
from mbp_claims.actions.hear_news import MOST
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.db.engine import transaction
from mbp_claims.db.trail import record
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.news import News
from mbp_claims.domain.origin import asked_in
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.eras import ErasState
from mbp_claims.state.plans import PlansState
from mbp_claims.state.screens import screens_at
from mbp_claims.state.shell import ShellState
from tests import builders
from tests.conftest import ROOT


def test_a_row_that_somebody_else_files_travels_alone(ready: Claim, clinician: Clinician, browser: Browser):
    colleague = Colleague(clinician)
    news = colleague.does(mark_not_billable, ready.number)
    heard = browser.tab.hear(news)
    assert {"ClaimsState.patch", "ShellState.pending"} <= heard.changed
    assert not heard.changed & {"ClaimsState.pending", "ClaimsState.filed"}
    assert heard.bytes_sent < 600
    assert [row.number for row in browser.tab.of(ClaimsState).patch] == [ready.number]


@pytest.mark.parametrize("path", OPEN)
def test_a_screen_that_shows_the_truth_is_sent_nothing(opened: Callable[[str], Tab], path: str):
    tab = opened(path)
    assert tab.hear(ALL).changed <= {"ShellState.announcement"}


@pytest.mark.parametrize("path", ["/", "/clients", "/clients/R-0412", CENTER, "/claims", CLAIM, "/era/1", "/money"])
def test_a_claim_that_is_reopened_changes_what_shows_it(
    opened: Callable[[str], Tab], colleague: Colleague, answered: Claim, path: str
):
    tab = opened(path)
    heard = tab.hear(colleague.does(reopen_claim, answered.number.removesuffix("-S")))
    assert any(not name.startswith("ShellState") for name in heard.changed), heard.changed
    assert shown(tab) == shown(opened(path))


def shown(tab: Tab) -> dict[str, Any]:
    """What the screens hold, but for the rows that are laid over."""
    page = OPEN[tab.path]
    states = {handler.fn.__qualname__.split(".")[0] for handler in page} - {"ClaimsState", "type"}
    return {state: value for state, value in tab.root.dict().items() if any(one in state for one in states)}


def test_a_secondary_claim_that_comes_to_be_is_said(chart: Tab, filed: Claim, clinician: Clinician, client: Client):
    chart.do(ShellState.load)
    chart.do(ClaimsState.load_chart)
    colleague = Colleague(clinician)
    imported(clinician, Answer(filed.number, COINSURED))
    chart.hear(colleague.news())
    assert chart.of(ShellState).announcement == f"Secondary claim {filed.number}-S was created."
    assert {row.number for row in chart.of(ClaimsState).patch} == {filed.number, f"{filed.number}-S"}


def test_an_era_that_comes_in_is_said_in_the_inbox(client: Client, filed: Claim, clinician: Clinician):
    tab = Tab("/era")
    tab.do(ErasState.load)
    colleague = Colleague(clinician)
    imported(clinician, Answer(filed.number, COINSURED))
    tab.hear(colleague.news())
    assert tab.of(ShellState).announcement == "An ERA from Aetna arrived."
    assert len(tab.of(ErasState).rows) == 1


def test_a_plan_that_is_added_shows_in_the_chart(client: Client, clinician: Clinician, chart: Tab):
    for load in OPEN[CENTER]:
        chart.do(load)
    colleague = Colleague(clinician)
    with transaction() as db:
        builders.both(db, clinician, client)
    with transaction() as db:
        record(db, clinician, "Plans added", client_id=client.id)
    heard = chart.hear(colleague.news())
    assert [plan.badge for plan in chart.of(PlansState).view.active] == ["P", "S"]
    assert "PlansState.view" in heard.changed


def test_the_form_over_the_chart_is_not_touched(browser: Browser, ready: Claim, clinician: Clinician):
    tab = browser.tab
    tab.do(AdjustmentState.open, ready.number)
    before = tab.of(AdjustmentState).dict()
    heard = tab.hear(Colleague(clinician).does(mark_not_billable, ready.number))
    assert not [name for name in heard.changed if name.startswith("AdjustmentState")]
    assert tab.of(AdjustmentState).dict() == before


def test_an_answer_that_comes_while_the_form_is_open_is_offered_over_it_and_nothing_in_it_is_touched(
    chart: Tab, ready: Claim, clinician: Clinician
):
    chart.do(ClaimsState.load_chart)
    chart.do(AdjustmentState.open, ready.number)
    chart.do(AdjustmentState.set_amount, "amount-1", "41")
    before = chart.of(AdjustmentState).view
    colleague = Colleague(clinician)
    arrive(clinician, ready)
    chart.hear(colleague.news())
    after = chart.of(AdjustmentState).view
    assert after.banner.title == "An ERA from Aetna just arrived."
    assert replace(after, banner=before.banner) == before


def test_who_looked_or_signed_in_is_no_news(clinician: Clinician, client: Client):
    colleague = Colleague(clinician)
    with transaction() as db:
        record(db, clinician, "Chart opened", kind=Kind.READ, client_id=client.id)
        record(db, clinician, "Signed in", kind=Kind.SIGN_IN)
    assert colleague.news() == News()


def test_the_tab_in_which_all_of_it_was_done_is_known(ready: Claim, clinician: Clinician):
    colleague = Colleague(clinician)
    asked_in("tab-1")
    mine = colleague.does(mark_not_billable, ready.number)
    asked_in("tab-2")
    theirs = colleague.does(mark_billable, ready.number)
    asked_in("")
    nobodys = colleague.does(mark_not_billable, ready.number)
    assert [news.tab for news in (mine, theirs, nobodys, mine + theirs)] == ["tab-1", "tab-2", "", ""]


def test_more_than_can_be_listed_is_everything(clinician: Clinician, client: Client):
    colleague = Colleague(clinician)
    with transaction() as db:
        for _ in range(MOST + 1):
            record(db, clinician, "Contact info changed", client_id=client.id)
    assert colleague.news() == ALL


NOT_LIVE = {routes.AUDIT, routes.ACCOUNT, routes.NOT_FOUND}
"""What one reads back in, what is one's own, and nothing."""


def test_every_page_is_live_or_said_not_to_be():
    tree = ast.parse((ROOT / "mbp_claims" / "mbp_claims.py").read_text())
    (pages,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "PAGES"
    )
    served = {
        getattr(routes, node.attr)
        for node in ast.walk(pages)
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "routes"
    }
    assert {address for address in served if not screens_at(re.sub(r"\[\w+\]", "7", address))} == NOT_LIVE


def test_a_page_that_comes_back_is_as_it_was_left_and_one_that_is_opened_anew_begins_anew(ready: Claim):
    tab = Tab("/claims")
    for load in (ClaimsState.load_practice, ShellState.load):
        tab.do(load)
    tab.do(ClaimsState.search_for, "nobody")
    tab.do(ClaimsState.load_practice)
    assert (tab.of(ClaimsState).search, tab.of(ClaimsState).pending) == ("nobody", [])
    tab.go("/era").do(ShellState.load)
    tab.go("/claims").do(ClaimsState.load_practice)
    assert (tab.of(ClaimsState).search, len(tab.of(ClaimsState).pending)) == ("", 1)
