"""Money over time on its page: what it says, and what its filters and addresses ask."""

import pytest
from tab import Tab

from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.money import parse_cents
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import money as state
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.money import MoneyState
from mbp_claims.views.money import MoneyView
from tests import builders


@pytest.fixture
def money(clinician: Clinician, client: Client, ready: Claim) -> Tab:
    """A service whose secondary is ready to file, and one in January that Aetna has."""
    with transaction() as db:
        builders.filed(db, clinician, client, day=builders.date(2026, 1, 5))
    tab = Tab("/money")
    tab.do(MoneyState.load)
    return tab


def shown(tab: Tab) -> MoneyView:
    assert tab.of(MoneyState).phase == "ready"
    view: MoneyView = tab.of(MoneyState).view
    return view


def test_a_year_is_told_month_by_month_and_every_row_adds_up(money: Tab):
    view = shown(money)
    assert view.words == "12/2025 to 11/2026, 2 services"
    assert [(one.name, one.billed) for one in view.months if one.services != "0"] == [
        ("January 2026", "$160.00"), ("November 2026", "$160.00"),
    ]  # fmt: skip
    for row in (*view.months, view.whole):
        parts = (row.primary, row.secondary, row.written_off, row.client, row.open)
        assert sum(map(parse_cents, parts)) == parse_cents(row.billed)
    assert (view.whole.primary, view.whole.written_off, view.whole.open) == ("$92.80", "$44.00", "$183.20")
    assert sum(part.width for part in view.parts) == 32000


def test_the_columns_are_as_high_as_what_was_billed(money: Tab):
    heights = {one.name: one.height for one in shown(money).months}
    assert (heights["January 2026"], heights["November 2026"], heights["June 2026"]) == (100, 100, 0)
    assert shown(money).label == "Billed by month of service: January 2026 $160.00, November 2026 $160.00."


def test_what_is_open_is_told_by_payer_and_age_whatever_the_months(money: Tab):
    money.do(MoneyState.choose_first, "2026-11")
    view = shown(money)
    assert view.whole.open == "$23.20"
    assert [(row.payer, row.amount) for row in view.aging] == [("Aetna", "$160.00"), ("Cigna", "$23.20")]
    assert view.aging[0].ages[3].amount == "$160.00"
    assert view.aging_sums.amount == "$183.20"


def test_months_and_payers_are_chosen(money: Tab):
    view = shown(money)
    assert [view.choices[0].value, view.choices[-1].value] == ["2026-11", "2025-12"]
    assert [one.value for one in view.payers] == ["Aetna", "Cigna"]
    money.do(MoneyState.choose_last, "2026-06")
    address = money.do(MoneyState.choose_payer, "Cigna").goes_to
    view = shown(money)
    assert (view.asked.first, view.asked.last, view.asked.payer) == ("2025-12", "2026-06", "Cigna")
    assert view.is_empty
    assert view.asked.sheet == "/files/money.csv?from=2025-12&to=2026-06&payer=Cigna"
    assert address == "/money?from=2025-12&to=2026-06&payer=Cigna"
    money.do(MoneyState.choose_payer, "")
    assert not shown(money).is_empty


def test_the_address_keeps_what_was_chosen(money: Tab):
    address = money.do(MoneyState.choose_last, "2026-06").goes_to
    money.go("/money").do(MoneyState.load)
    assert shown(money).asked.last == "2026-11"
    money.go(address).do(MoneyState.load)
    assert shown(money).asked.last == "2026-06"


def test_a_payer_leads_to_its_claims(money: Tab):
    money.go(shown(money).aging[0].href).do(ClaimsState.load_practice)
    assert money.of(ClaimsState).payer == "Aetna"


@pytest.mark.parametrize("asked", [None, 5, [], {}, "2026-99", "x" * 5000, "\x00"])
def test_nonsense_asks_for_the_usual_months(money: Tab, asked: object):
    for handler in (MoneyState.choose_first, MoneyState.choose_last, MoneyState.choose_payer):
        money.do(handler, asked)
    assert shown(money).asked.last == "2026-11"


def test_a_new_practice_has_nothing_yet(client: Client):
    tab = Tab("/money")
    tab.do(MoneyState.load)
    assert (shown(tab).is_empty, shown(tab).aging) == (True, [])


def test_when_it_does_not_load_it_can_be_tried_again(money: Tab, monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(state, "open_money", fails)
        money.do(MoneyState.refresh)
        assert money.of(MoneyState).phase == "error"
    money.do(MoneyState.refresh)
    assert shown(money).whole.billed == "$320.00"
