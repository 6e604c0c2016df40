"""A second practice in the same database: nothing of it is shown, sent or changed, whatever is asked for."""

from typing import Any

import pytest
from reflex_base.utils.format import json_dumps
from stranger import CLIENT, MARK, Stranger, move_in
from tab import CENTER, Heard, Tab, handlers, names_of, states

from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.clients import ClientsState
from mbp_claims.state.eras import ErasState
from mbp_claims.state.eras_review import EraState
from mbp_claims.state.ledger import LedgerState
from mbp_claims.state.money import MoneyState
from mbp_claims.state.new_claim import NewClaimState
from mbp_claims.state.overview import OverviewState
from mbp_claims.state.plan_form import PlanFormState
from mbp_claims.state.plans import PlansState
from mbp_claims.state.settings import SettingsState
from mbp_claims.state.shell import ShellState

LOADS = {
    f"/clients/{CLIENT}/claim-center": (
        ChartState.load, PlansState.load, ClaimsState.load_chart, NewClaimState.open, PlanFormState.open_new,
        ChartState.open_form,
    ),
    f"/clients/{CLIENT}": (ChartState.load, OverviewState.load),
    f"/clients/{CLIENT}/contact": (ChartState.load, ChartState.open_form),
    "/clients": (ClientsState.load,),
    "/claims": (ClaimsState.load_practice,),
    "/money": (MoneyState.load,),
    "/era": (ErasState.load,),
    "/clearinghouse": (ClearinghouseState.load, ClearinghouseState.open_form),
    "/settings": (SettingsState.load, SettingsState.open_identity),
    "/ledger/60054": (LedgerState.load,),
}  # fmt: skip


@pytest.fixture
def stranger(ready: Claim) -> Stranger:
    with transaction() as db:
        return move_in(db)


def leaks(tab: Tab, *heard: Heard) -> bool:
    """Whether anything that is kept for this tab, or was sent to it, is the other practice's."""
    kept = json_dumps(tab.root.dict())
    backend = [str(value) for state in states() for name, value in vars(tab.of(state)).items() if name.startswith("_")]
    sent = [str(one.events) + str(one.deltas) for one in heard]
    return MARK in " ".join((kept, *backend, *sent)).lower()


def test_the_other_practice_is_seen_by_its_own_mark(stranger: Stranger):
    assert len(stranger.numbers) > 5
    assert {"claim", "client", "plan", "remittance", "card", "claim_file", "era_file"} <= {
        name for name, ids in stranger.ids.items() if ids
    }


def test_who_belongs_to_it_does_see_it(stranger: Stranger):
    """Or the tests below would prove nothing."""
    for path, loads in LOADS.items():
        tab = Tab(path, who=stranger.ids["clinician"][0])
        assert leaks(tab, *(tab.do(load) for load in loads)), path


@pytest.mark.parametrize("path", LOADS)
def test_its_addresses_show_nothing(stranger: Stranger, path: str):
    tab = Tab(path)
    assert not leaks(tab, *(tab.do(load) for load in LOADS[path]))


@pytest.mark.parametrize("words", ["", "e", "R-", "C-", "Aetna", "03/14/1988", "W2186", "%"])
def test_no_search_finds_it(stranger: Stranger, words: str):
    tab = Tab()
    heard = [tab.do(ClientsState.search_for, words)]
    tab.go("/claims").do(ClaimsState.load_practice)
    heard += [tab.do(ClaimsState.search_for, words), tab.do(ClaimsState.filter_status, "Filed")]
    assert not leaks(tab, *heard)


def test_its_claims_and_payments_have_no_page(stranger: Stranger):
    tab = Tab()
    for number in stranger.numbers:
        tab.go(f"/claims/{number}").do(ClaimState.load)
        assert not tab.of(ClaimState).view.found
    for era_id in stranger.ids["remittance"]:
        tab.go(f"/era/{era_id}").do(EraState.load)
        assert not tab.of(EraState).view.found
    assert not leaks(tab)


def test_no_handler_reaches_it_by_id_or_number(stranger: Stranger, everything: Any, subtests: pytest.Subtests):
    ids = [str(one) for one in stranger.every_id if one not in (1, 2)]
    asked = (*stranger.numbers, *ids, int(ids[-1]))
    tab, before = Tab(CENTER), everything()
    for load in (ShellState.load, ChartState.load, PlansState.load, ClaimsState.load_chart):
        tab.do(load)
    for name, one in handlers().items():
        names = names_of(one.handler)
        if one.states[0] in states() and names and not name.endswith(".setvar"):
            with subtests.test(name):
                keys = (
                    [{"plan_id": key, "payer": key, "rendering": key} for key in asked] if names == ["form"] else asked
                )
                heard = [tab.send(name, dict.fromkeys(names, key)) for key in keys]
                assert not leaks(tab, *heard)
                assert theirs(everything(), before)


def theirs(now: dict[str, list[Any]], before: dict[str, list[Any]]) -> bool:
    """Whether every row that was there is there as it was; where a trail ends moves with what is refused."""
    kept = (name for name in now if name != "trail_head")
    return all(set(map(repr, before[name])) <= set(map(repr, now[name])) for name in kept)


def test_the_form_does_not_list_its_own_payers(stranger: Stranger):
    tab = Tab(CENTER)
    tab.do(PlanFormState.open_new)
    assert not leaks(tab)
    assert tab.of(PlanFormState).payers


def test_its_plan_cannot_be_saved_over(stranger: Stranger, everything: Any):
    before = everything()
    tab = Tab(CENTER)
    for plan_id in stranger.ids["plan"]:
        tab.do(PlanFormState.open_edit, str(plan_id))
        tab.do(PlansState.end, {"plan_id": str(plan_id), "ends": "12/31/2026"})
    assert everything() == before


def test_filing_its_claim_is_asked_in_vain(stranger: Stranger, everything: Any):
    before = everything()
    tab = Tab(CENTER)
    for number in stranger.numbers:
        tab.do(AdjustmentState.open, number)
        tab.do(AdjustmentState.submit, {"anyway": "yes"})
    assert everything() == before
