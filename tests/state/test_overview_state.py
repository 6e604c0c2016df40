"""A chart at a glance: what its page says."""

import pytest
from tab import Tab

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import overview as state
from mbp_claims.state.chart import ChartState
from mbp_claims.state.overview import OverviewState
from mbp_claims.views.overview import OverviewView
from tests import builders


def opened(number: str = "R-0412") -> OverviewView:
    tab = Tab(f"/clients/{number}")
    tab.do(ChartState.load)
    tab.do(OverviewState.load)
    assert tab.of(OverviewState).phase == "ready"
    view: OverviewView = tab.of(OverviewState).view
    return view


def tiles(view: OverviewView) -> list[tuple[str, str, str]]:
    return [(tile.label, tile.value, tile.note) for tile in view.tiles]


def test_a_new_client_is_told_what_to_begin_with(client: Client):
    view = opened()
    assert tiles(view) == [
        ("To bill", "$0.00", "No claims yet"), ("Waiting on payer", "$0.00", "Nothing filed"),
        ("Client balance", "$0.00", "Nothing to collect"), ("Last session", "—", "No claim was made yet"),
    ]  # fmt: skip
    assert view.next.title == "Add the primary plan"
    assert (view.year.words, view.year.parts, view.plans) == ("No sessions yet this year", [], [])


def test_with_a_plan_the_first_claim_is_next(clinician: Clinician, client: Client):
    with transaction() as db:
        builders.both(db, clinician, client)
    view = opened()
    assert view.next.title == "Start the first claim"
    assert [(plan.badge, plan.payer, plan.detail, plan.status) for plan in view.plans] == [
        ("P", "Aetna", "Primary", "Active"), ("S", "Cigna", "Secondary", "Active"),
    ]  # fmt: skip


def test_what_is_ready_comes_first_and_what_needs_a_look_is_named(clinician: Clinician, client: Client, ready: Claim):
    with transaction() as db:
        denied = builders.filed(db, clinician, client)
        complete_by_hand(db, clinician, denied.number, builders.NO_AUTHORIZATION, builders.eob(), later=True)
    view = opened()
    assert view.next.title == "1 claim is ready to file, 1 needs a look"
    assert view.next.words == "Cigna can be billed $23.20 now."
    assert tiles(view)[0] == ("To bill", "$23.20", "1 pending claim")
    assert tiles(view)[3] == ("Last session", "11/03/2026", "90837, 60 min")
    assert view.year.words == "2 sessions since 11/03/2026"
    assert view.year.amount == "$320.00"
    assert sum(part.width for part in view.year.parts) == 32000


def test_what_waits_for_a_payer_says_for_whom(clinician: Clinician, client: Client):
    with transaction() as db:
        builders.primary(db, clinician, client)
        builders.filed(db, clinician, client)
    view = opened()
    assert tiles(view)[1] == ("Waiting on payer", "$160.00", "1 claim, Aetna")
    assert (view.next.title, view.next.words) == ("Nothing to file now", "Aetna has 1 claim to answer, $160.00.")


def test_when_every_payer_has_answered_the_client_may_owe_the_rest(clinician: Clinician, client: Client):
    with transaction() as db:
        builders.primary(db, clinician, client)
        builders.completed(db, clinician, client)
    view = opened()
    assert tiles(view)[2] == ("Client balance", "$23.20", "After the last payer")
    assert (view.next.title, view.next.words) == ("Every payer has answered", "Rowan Ellis owes $23.20.")
    assert [(part.label, part.amount) for part in view.year.parts] == [
        ("Write-off", "$44.00"), ("Aetna paid", "$92.80"), ("Client", "$23.20"), ("Still open", "$0.00"),
    ]  # fmt: skip


def test_what_is_said_of_claims_is_what_the_newest_said(ready: Claim):
    view = opened()
    assert [(fact.term, fact.code, fact.words) for fact in view.facts] == [
        ("Diagnosis", "F41.1", "Generalized anxiety"), ("Usual service", "90837", "60 min, $160.00"),
        ("Clinician", "", "June Marlow, LCSW"),
    ]  # fmt: skip
    assert view.activity[0].latest
    assert view.center == "/clients/R-0412/claim-center"


@pytest.mark.parametrize("number", ["R-9999", "", "%00"])
def test_a_client_that_is_not_there_is_not_found(client: Client, number: str):
    tab = Tab(f"/clients/{number}")
    tab.do(ChartState.load)
    tab.do(OverviewState.load)
    assert not tab.of(ChartState).client.found
    assert tab.of(OverviewState).view == OverviewView(number)


def test_when_it_does_not_load_nothing_is_lost(client: Client, monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(state, "open_overview", fails)
    tab = Tab("/clients/R-0412")
    tab.do(OverviewState.load)
    assert tab.of(OverviewState).phase == "error"
