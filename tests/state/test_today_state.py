"""The start page: what it tells, and what its buttons do."""

from datetime import datetime

import pytest
from kept import status_of
from tab import Tab

from mbp_claims import clock
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.settings import settings
from mbp_claims.state.batch import BatchState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.today import TodayState
from mbp_claims.views.today import TodayView
from tests import builders


@pytest.fixture
def today(clinician: Clinician, client: Client, ready: Claim) -> Tab:
    """A secondary of $23.20 is ready to file, another needs its adjustments, a claim is with Aetna."""
    with transaction() as db:
        builders.filed(db, clinician, client)
        denied = builders.filed(db, clinician, client)
        complete_by_hand(db, clinician, denied.number, builders.NO_AUTHORIZATION, builders.eob(), later=True)
    tab = Tab("/")
    tab.do(TodayState.load)
    return tab


def shown(tab: Tab) -> TodayView:
    view: TodayView = tab.of(TodayState).view
    return view


def test_it_tells_what_is_owed_and_what_to_do_next(today: Tab):
    view = shown(today)
    assert view.file_all == "File 1 claim, $23.20"
    assert view.summary.endswith("1 claim is ready to file.")
    assert [(part.label, part.amount, part.note) for part in view.parts][:3] == [
        ("To file", "$23.20", "1 claim, by you"), ("Needs a look", "$160.00", "1 claim"),
        ("Waiting on payers", "$160.00", "1 claim, 1 payer"),
    ]  # fmt: skip
    assert sum(part.width for part in view.parts) == 34320
    (row,) = view.ready.rows
    assert (row.title, row.amount, row.label, row.leads_to) == ("Rowan Ellis", "$23.20", "File Claim C-1001-S", "")
    (row,) = view.look.rows
    assert (row.detail, row.verb, row.leads_to) == ("C-1003 · Denied, CO-197, no prior authorization or notice", "Fix",
                                                    "/claims/C-1003")  # fmt: skip


def test_one_button_files_all_that_is_ready(today: Tab):
    today.do(BatchState.file_ready, "File 1 claim, $23.20")
    today.do(TodayState.load)
    assert status_of("C-1001-S") == "filed"
    assert today.of(BatchState).view.title == "1 claim filed"
    view = shown(today)
    assert (view.file_all, view.ready.rows) == ("", [])
    assert [(row.payer, row.amount) for row in view.payers] == [("Aetna", "$160.00"), ("Cigna", "$23.20")]


@pytest.mark.parametrize("seen", ["File 2 claims, $183.20", "", None, ["File 1 claim, $23.20"]])
def test_nothing_is_filed_that_the_button_did_not_say(today: Tab, seen: object):
    today.do(BatchState.file_ready, seen)
    assert status_of("C-1001-S") == "pending"
    assert today.of(BatchState).view.failure.startswith("What is ready to file has changed meanwhile.")


def test_what_payers_owe_leads_to_their_claims(today: Tab):
    (aetna, *_) = shown(today).payers
    today.go(aetna.href).do(ClaimsState.load_practice)
    state = today.of(ClaimsState)
    assert (state.tab, state.payer) == ("filed", "Aetna")
    assert {row.payer for row in state.filed} == {"Aetna"}


@pytest.mark.parametrize("address", ["/claims?payer=Nobody&tab=x", "/claims?payer=%00&payer=a", "/claims?tab[]=filed"])
def test_an_address_that_names_nothing_shows_all(today: Tab, address: str):
    today.go(address).do(ClaimsState.load_practice)
    assert (today.of(ClaimsState).tab, today.of(ClaimsState).payer) == ("pending", "")


@pytest.mark.parametrize(("hour", "greeting"), [(4, "evening"), (5, "morning"), (12, "afternoon"), (17, "evening")])
def test_the_greeting_follows_the_practices_clock(today: Tab, hour: int, greeting: str):
    with clock.as_of(datetime(2026, 11, 23, hour, 30, tzinfo=settings.timezone)):
        today.do(TodayState.load)
    assert shown(today).greeting == f"Good {greeting}, June"


def test_nothing_to_do(client: Client):
    tab = Tab("/")
    tab.do(TodayState.load)
    assert shown(tab).is_done
    assert shown(tab).summary.endswith("All caught up. Nothing is waiting for you.")
