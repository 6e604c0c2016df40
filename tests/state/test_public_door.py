"""Every handler is a door that anybody can knock at, with anything: a new one is tried here by itself."""

import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reflex_base.utils.format import json_dumps
from tab import CENTER, Heard, Tab, handlers, names_of, states

from mbp_claims.domain.claim import Claim
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.belonging import TabState
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.clients import ClientsState
from mbp_claims.state.completion import CompletionState
from mbp_claims.state.eras import ErasState
from mbp_claims.state.eras_review import EraState
from mbp_claims.state.ledger import LedgerState
from mbp_claims.state.new_claim import NewClaimState
from mbp_claims.state.plan_form import PlanFormState
from mbp_claims.state.plans import PlansState
from mbp_claims.state.settings import SettingsState
from mbp_claims.state.shell import ShellState

DOORS = {name: one for name, one in handlers().items() if "mbp_claims___" in name and not name.endswith(".setvar")}
PAGES = (
    (CENTER, (ShellState.load, ChartState.load, PlansState.load, ClaimsState.load_chart)),
    ("/clients", (ClientsState.load,)),
    ("/claims/C-1001", (ClaimState.load,)),
    ("/era/1", (ErasState.load, EraState.load)),
    ("/ledger/60054", (LedgerState.load,)),
    ("/claims", (ClaimsState.load_practice,)),
    ("/clearinghouse", (ClearinghouseState.load, ClearinghouseState.sync)),
    ("/settings", (SettingsState.load,)),
)
FORM = "__reflex_form_data__"
NONSENSE: tuple[Any, ...] = (
    None, True, -1, 10**30, math.nan, "", "../x", "\x00", "\ud800", "x" * 100_000, "' OR '1'='1", "０",
    [[]], ["1", None], {"a": {"b": {"c": [1]}}}, {FORM: [["amount-1", "1"], ["amount-1", {}]]},
    {"plan_id": [], "ends": 5, "payer": {}, "service_date": None, "": "", "1": True, "eob_date": "\ud800"},
    {"plan_id": "1" * 400, "ends": "\x00", "payer": "new:\ud800", "paid-1": "9" * 300, "first_name": "\x00"},
)  # fmt: skip


def knock(tab: Tab, name: str, *values: Any) -> Heard:
    """The values, for as many arguments as the handler has."""
    return tab.send(name, dict(zip(names_of(DOORS[name].handler), values, strict=False)))


def sent_anew(tab: Tab) -> str:
    """All that this tab would be sent, should it connect anew."""
    return json_dumps(tab.root.dict())


@pytest.fixture
def at_work(filed: Claim, ready: Claim) -> Tab:
    """A tab that has seen every page; no form is open, and the chart asks nothing."""
    tab = Tab()
    for path, loads in PAGES:
        tab.go(path)
        for load in loads:
            tab.do(load)
    return tab.go(CENTER)


@pytest.fixture
def forms_open(at_work: Tab, filed: Claim, ready: Claim) -> Tab:
    for handler, *values in (
        (AdjustmentState.open, ready.number), (CompletionState.open, filed.number), (NewClaimState.open,),
        (PlanFormState.open_new,), (PlansState.open_end, "1"), (PlansState.ask_delete, "1"), (ClientsState.open_form,),
        (ChartState.open_form,), (ClearinghouseState.open_form,), (SettingsState.open_numbers,),
    ):  # fmt: skip
        at_work.do(handler, *values)
    return at_work


def test_the_doors_are_those_of_all_our_states():
    assert {one.states[0] for one in DOORS.values()} == set(states()) - {TabState}
    assert len(DOORS) > 60


def test_nonsense_never_fails_and_changes_nothing(at_work: Tab, everything: Any, subtests: pytest.Subtests):
    before = everything()
    for name, one in DOORS.items():
        with subtests.test(name):
            for value in NONSENSE:
                knock(at_work, name, *[value] * len(names_of(one.handler)))
            assert everything() == before
            sent_anew(at_work).encode()


def test_nonsense_in_open_forms_never_fails(forms_open: Tab, subtests: pytest.Subtests):
    for name in DOORS:
        with subtests.test(name):
            for value in NONSENSE[1::2]:
                knock(forms_open, name, "1", value)
                knock(forms_open, name, value, "1")
            sent_anew(forms_open).encode()


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20)
words = leaves | st.sampled_from(["1", "2", "pending", "filed", "older", "C-1001-S", "C-1002", "amount-1", "plan_id"])
anything = st.recursive(
    words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words.map(str), inner, max_size=4)
)
knocks = st.tuples(st.sampled_from(sorted(DOORS)), anything, anything)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(asked=st.lists(knocks, max_size=12))
def test_no_row_of_knocks_brings_a_handler_down(forms_open: Tab, asked: list[tuple[str, Any, Any]]):
    for name, first, second in asked:
        knock(forms_open, name, first, second)
    sent_anew(forms_open).encode()
