"""Who hears of what somebody else did: who may see it, in her own practice, while she is signed in."""

from collections.abc import Callable
from typing import Any

import pytest
from onlookers import ALL, CLAIM, OPEN, Colleague, shown_in
from tab import CENTER, Heard, Tab

from mbp_claims.actions.edit_client import edit_client
from mbp_claims.actions.hear_news import Listener
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.db.engine import transaction
from mbp_claims.db.trail import record
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.news import News
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import Role
from mbp_claims.state.chart import ChartState
from tests import builders


def test_a_chart_of_somebody_else_asks_and_hears_nothing(
    opened: Callable[[str], Tab], colleague: Colleague, clinician: Clinician, monkeypatch: pytest.MonkeyPatch
):
    with transaction() as db:
        other = builders.new_client(db, clinician, number="R-0500", first_name="Ada")
    tab = opened("/clients/R-0412/contact")

    def nobody(*_: Any) -> None:
        raise AssertionError("the chart was asked for")

    monkeypatch.setattr("mbp_claims.state.chart.open_client", nobody)
    assert tab.hear(News(clients=frozenset({other.id or 0}), charts=frozenset({other.id or 0}))).changed == set()


def test_another_practice_hears_nothing(clinician: Clinician, client: Client):
    listener = Listener()
    with transaction() as db:
        record(db, clinician, "Contact info changed", client_id=client.id)
    assert listener.hear({clinician.practice_id + 1}) == []


def test_what_is_of_no_client_of_hers_does_not_even_make_a_clinician_look(colleague: Colleague, answered: Claim):
    news = colleague.does(mark_not_billable, answered.number)
    assert news.may_reach(colleague.clinician.id or 0, False)
    assert not news.may_reach(4711, False)
    assert news.may_reach(4711, True)


def test_a_clinician_is_sent_nothing_of_a_client_that_is_not_hers(
    opened: Callable[[str], Tab], colleague: Colleague, clinician: Clinician, answered: Claim
):
    with transaction() as db:
        practice = db.get_one(Practice, clinician.practice_id)
        other = builders.new_clinician(db, practice, first_name="Ada", role=Role.CLINICIAN)
    tabs = [opened(path, other.id or 0) for path in ("/", "/clients", CENTER, CLAIM, "/era/1")]
    news = colleague.does(mark_not_billable, answered.number)
    for tab in tabs:
        assert tab.hear(news).deltas == [], tab.path


def test_a_client_who_is_given_to_a_colleague_leaves_the_screens_of_who_had_her(
    opened: Callable[[str], Tab], colleague: Colleague, clinician: Clinician, client: Client, answered: Claim
):
    with transaction() as db:
        practice = db.get_one(Practice, clinician.practice_id)
        other = builders.new_clinician(db, practice, first_name="Ada", role=Role.CLINICIAN)
    form = {"first_name": "Rowan", "last_name": "Ellis", "born": "03/14/1988", "sex": "F"}
    colleague.does(edit_client, client.number, form | {"clinician": str(other.id)})
    tabs = [opened(path, other.id or 0) for path in OPEN if path.startswith(("/cli", "/cla")) or path == "/"]
    assert {tab.path for tab in tabs if "Ellis" in shown_in(tab)} == {tab.path for tab in tabs}
    news = colleague.does(edit_client, client.number, form | {"clinician": str(clinician.id)})
    for tab in tabs:
        tab.hear(news)
    assert {tab.path for tab in tabs if "Ellis" in shown_in(tab)} == set()
    assert not [tab.path for tab in tabs if tab.path in (CENTER, "/claims") and answered.number in shown_in(tab)]


def test_whose_session_is_over_is_sent_nothing(opened: Callable[[str], Tab], colleague: Colleague, answered: Claim):
    tab = opened("/claims")
    news = colleague.does(mark_not_billable, answered.number)
    tab.root.router_data["headers"]["cookie"] = ""
    assert tab.hear(news) == Heard()


def test_what_the_program_looks_for_by_itself_is_refused_to_nobody(
    opened: Callable[[str], Tab], colleague: Colleague, client: Client, monkeypatch: pytest.MonkeyPatch
):
    tab = opened("/clients/R-0412/contact")
    noted: list[Any] = []
    monkeypatch.setattr("mbp_claims.state.refusals.refusals.note", noted.append)
    tab.of(ChartState).client = tab.of(ChartState).client.__class__(number="R-9999", found=True)
    tab.root._clean()
    tab.hear(ALL)
    assert noted == []
    assert not tab.of(ChartState).client.found
