"""The head of a chart, and contact info; the frame around every page."""

from typing import Any

import pytest
from tab import Tab

from mbp_claims import testids
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.db import claims
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.outage import AWAY, Outage
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import base, clients
from mbp_claims.state.chart import ChartState, client_number
from mbp_claims.state.shell import ShellState
from tests import builders

CONTACT = {
    "first_name": "Rowan", "last_name": "Ellis", "born": "03/14/1988", "sex": "F", "city": "Bath", "state": "ME",
    "zip": "04530", "phone": "(207) 555-0199",
}  # fmt: skip


def shown(tab: Tab) -> ChartState:
    return tab.of(ChartState)


def test_the_chart_of_an_address(chart: Tab):
    chart.do(ChartState.load)
    client = shown(chart).client
    assert (client.number, client.name, client.initials) == ("R-0412", "Rowan Ellis", "RE")
    assert (client.born, client.found, shown(chart).loaded) == ("03/14/1988 (38)", True, True)
    contact = shown(chart).contact
    assert (contact.name, contact.sex, contact.place) == ("Rowan Ellis", "Female", "Portland, ME 04101")


def test_the_clients_balance_is_what_is_left_after_the_last_payer(chart: Tab, answered: Claim, clinician: Clinician):
    """Aetna's $23.20 of coinsurance are held while Cigna's claim is open; then Cigna leaves $5.00 to the client."""
    chart.do(ChartState.load)
    assert (shown(chart).client.balance, shown(chart).client.held) == ("$0.00", "$23.20")
    with transaction() as db:
        builders.mark_filed(db, claims.claim(db, clinician, answered.number))
    left = builders.entry({1: "18.20"}, (1, "OA", "23", "136.80"), (1, "PR", "3", "5.00"))
    with transaction() as db:
        complete_by_hand(db, clinician, answered.number, left, builders.eob(), later=False)
    chart.do(ChartState.load)
    assert (shown(chart).client.balance, shown(chart).client.held) == ("$5.00", "")


@pytest.mark.parametrize(
    "path", ["/clients/R-9999/contact", "/clients/%00/claim-center", "/clients/../etc", "/nowhere"]
)
def test_an_address_that_is_nobodys(client: Client, path: str):
    tab = Tab(path)
    tab.do(ChartState.load)
    assert (shown(tab).client.found, shown(tab).client.name, shown(tab).loaded) == (False, "", True)


def test_nothing_of_the_chart_before_is_left_over(chart: Tab):
    chart.do(ChartState.load)
    chart.go("/clients/R-9999/contact").do(ChartState.load)
    assert (shown(chart).client.name, shown(chart).contact.name) == ("", "")


def test_a_failure_is_told_neither_as_an_unknown_client_nor_as_one_without_a_name(
    chart: Tab, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as broken:
        broken.setattr("mbp_claims.actions.open_chart.clients.client", fails)
        chart.do(ChartState.load)
        assert (shown(chart).client.found, shown(chart).client.failed) == (True, True)
        broken.setattr("mbp_claims.actions.open_chart.clients.client", does_not_answer)
        chart.do(ChartState.load)
        assert (shown(chart).client.found, shown(chart).client.failed) == (True, True)
    chart.do(ChartState.load)
    assert (shown(chart).client.name, shown(chart).client.failed) == ("Rowan Ellis", False)


def test_contact_info_is_edited(chart: Tab):
    chart.do(ChartState.load)
    chart.do(ChartState.open_form)
    assert (shown(chart).form.first_name, shown(chart).form.city) == ("Rowan", "Portland")
    heard = chart.do(ChartState.save, CONTACT)
    assert heard.said == ["Contact info saved."]
    assert heard.closes(testids.CLIENT_DIALOG)
    assert (shown(chart).contact.place, shown(chart).contact.phone) == ("Bath, ME 04530", "(207) 555-0199")


def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_changed(chart: Tab, everything: Any):
    chart.do(ChartState.load)
    chart.do(ChartState.open_form)
    before, key = everything(), shown(chart).form.key
    heard = chart.do(ChartState.save, CONTACT | {"zip": "0453", "email": "rowan"})
    assert list(shown(chart).form.errors) == ["zip", "email"]
    assert heard.points_at_problem(testids.CLIENT_DIALOG)
    assert (everything(), shown(chart).form.key, shown(chart).contact.place) == (before, key, "Portland, ME 04101")


def test_a_failure_keeps_the_entries(chart: Tab, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    chart.do(ChartState.load)
    chart.do(ChartState.open_form)
    monkeypatch.setattr("mbp_claims.actions.edit_client.record", fails)
    chart.do(ChartState.save, CONTACT)
    assert shown(chart).form.failure == clients.NOT_SAVED
    assert "Bath" not in caplog.text


def test_a_form_over_nobody_closes(client: Client):
    tab = Tab("/clients/R-9999/contact")
    tab.do(ChartState.load)
    heard = tab.do(ChartState.open_form)
    assert heard.closes(testids.CLIENT_DIALOG)
    assert heard.refused == [base.GONE]


@pytest.mark.parametrize(
    ("path", "number"),
    [("/clients/R-1/claim-center", "R-1"), ("/clients/R-1/", "R-1"), ("/clients", ""), ("/claims/C-1", ""), ("", "")],
)
def test_the_client_of_an_address(path: str, number: str):
    assert client_number(path) == number


def test_the_frame_says_who_works_here_and_what_waits(clinician: Clinician, ready: Claim):
    tab = Tab()
    tab.do(ShellState.load)
    frame = tab.of(ShellState)
    assert (frame.clinician, frame.initials, frame.practice) == ("June Marlow, LCSW", "JM", "Solo practice")
    assert (frame.pending, frame.to_review, frame.test_mode) == ("1", "", False)


def test_what_the_frame_has_said_it_does_not_say_again(ready: Claim):
    tab = Tab()
    tab.do(ShellState.load)
    assert tab.do(ShellState.load).deltas == []


def test_the_server_proves_that_it_answers(client: Client):
    heard = Tab().do(ShellState.ready)
    assert heard.told == [("ready",)]


def fails(*_: Any, **__: Any) -> None:
    raise OSError("Bath")


def does_not_answer(*_: Any, **__: Any) -> None:
    raise Outage(AWAY)


def test_the_second_to_save_is_told_what_the_first_did_and_may_keep_hers(chart: Tab):
    other = Tab(chart.path)
    for tab in (chart, other):
        tab.do(ChartState.load)
        tab.do(ChartState.open_form)
    other.do(ChartState.save, CONTACT | {"phone": "(207) 555-0111"})
    key = shown(chart).form.key
    heard = chart.do(ChartState.save, CONTACT)
    (told,) = shown(chart).form.errors.values()
    assert told.startswith("You changed this client in another tab. Reload to see it. June Marlow, LCSW, 11/23/2026")
    assert "phone" in told
    assert heard.points_at_problem(testids.CLIENT_DIALOG) and shown(chart).form.key == key
    assert chart.do(ChartState.save, CONTACT).said == ["Contact info saved."]
    assert shown(chart).contact.phone == "(207) 555-0199"
