"""The gate before every event: who is not known, or asks for what is private, stays out."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from reflex.event import Event
from sqlalchemy.event import listen
from sqlmodel import select
from tab import CENTER, Tab, handlers, names_of

from mbp_claims.clock import now
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.client import Client
from mbp_claims.domain.outage import AWAY
from mbp_claims.domain.user_session import Ended, Stage, UserSession
from mbp_claims.state.base import let_in
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clients import ClientsState
from mbp_claims.state.gate import DEEPEST, MOST_TEXT, OPEN_TO_ALL, Gate
from mbp_claims.state.plan_form import PlanFormState
from mbp_claims.state.plans import PlansState
from mbp_claims.state.toasts import over, refused
from tests.sign_in import cookie_of, session_id_of

OURS = sorted(name for name in handlers() if "mbp_claims___" in name and not name.endswith(".setvar"))
FORM = "__reflex_form_data__"


def name_of(state: type, handler: str) -> str:
    return f"{state.get_full_name()}.{handler}"


def passes(name: str, payload: Any = None, cookie: str | None = None) -> bool:
    """As June Marlow's browser says it, or another with this `cookie`."""
    router = {} if cookie is None else {"headers": {"cookie": cookie}}
    event = Event(name=name, payload={} if payload is None else payload, router_data=router)
    return asyncio.run(Gate().preprocess(None, Tab().root, event)) is None  # type: ignore[arg-type]


def fitting(name: str) -> dict[str, str]:
    return dict.fromkeys(names_of(handlers()[name].handler), "1")


def test_a_known_clinician_passes(client: Client):
    assert passes(name_of(ClaimsState, "refresh"))
    assert passes(name_of(ClaimsState, "turn"), {"table": "pending", "way": "older"})


def test_in_an_empty_database_nobody_is_known_and_no_handler_of_ours_runs(database_url: str):
    assert len(OURS) > 60
    assert not [name for name in OURS if passes(name, fitting(name))]


def test_the_events_that_are_open_to_all_are_exactly_these():
    assert {
        "reflex___state____state.hydrate",
        "reflex___state____state.hydrate_and_load",
        "reflex___state____state.set_is_hydrated",
        "reflex___state____state.reflex___state____on_load_internal_state.on_load_internal",
        "reflex___state____state.reflex___state____on_load_internal_state.set_is_hydrated",
        "reflex___state____state.reflex___state____update_vars_internal_state.update_vars_internal",
    } == OPEN_TO_ALL


@pytest.mark.parametrize("cookie", ["", "x", "mbp-session-3000", "mbp-session-3000=", "a=b; mbp-session-3000=x", "=;="])
def test_who_has_no_session_passes_nowhere(client: Client, cookie: str):
    assert not [name for name in OURS if passes(name, fitting(name), cookie)]


def test_the_session_is_found_among_other_cookies(client: Client):
    name = name_of(ClaimsState, "refresh")
    assert passes(name, cookie=f"theme=dark; {cookie_of()};b=c")
    assert not passes(name, cookie=cookie_of(port=3001)), "another program on this machine"


def changed(**session: Any) -> bool:
    with transaction() as db:
        for name, value in session.items():
            setattr(db.exec(select(UserSession)).one(), name, value)
    return passes(name_of(ClaimsState, "refresh"))


def test_a_session_that_is_over_passes_nowhere(client: Client):
    assert not changed(ended_at=now(), ended=Ended.SIGNED_OUT)
    assert changed(ended_at=None)
    assert not changed(last_seen_at=now() - timedelta(minutes=30))
    assert changed(last_seen_at=now() - timedelta(minutes=29, seconds=59))
    assert not changed(started_at=now() - timedelta(hours=12))


@pytest.mark.parametrize("stage", [Stage.CODE, Stage.SET_UP])
def test_who_has_shown_only_the_password_passes_nowhere(client: Client, stage: Stage):
    assert not changed(stage=stage)


def test_who_is_refused_for_want_of_a_session_is_told_to_look_after_it(client: Client):
    event = Event(name=name_of(ClaimsState, "refresh"), router_data={"headers": {}})
    tab = Tab()
    tab.root.router_data = {}
    told = asyncio.run(Gate().preprocess(None, tab.root, event))  # type: ignore[arg-type]
    assert told is not None and not told.delta
    assert told.events == [over()]


def test_where_the_database_does_not_answer_nobody_is_sent_away_and_nothing_is_done(client: Client, database_url: str):
    """She is told so, keeps what she typed, and goes on once it answers: her session is not over."""
    file = Path(database_url.removeprefix("sqlite:///"))
    event = Event(name=name_of(ClaimsState, "refresh"), router_data={"headers": {"cookie": cookie_of()}})
    tab = Tab()
    file.rename(file.with_name("away.db"))
    told = asyncio.run(Gate().preprocess(None, tab.root, event))  # type: ignore[arg-type]
    assert told is not None and told.events == [refused(AWAY)]
    file.with_name("away.db").rename(file)
    assert asyncio.run(Gate().preprocess(None, tab.root, event)) is None  # type: ignore[arg-type]
    with reading() as db:
        assert not db.exec(select(Activity).where(Activity.kind == Kind.REFUSAL)).all()


def test_letting_somebody_in_is_one_query_and_writes_nothing(client: Client, database_url: str):
    asked: list[str] = []
    listen(engine(database_url), "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert let_in(session_id_of())
    assert len([one for one in asked if not one.startswith("BEGIN")]) == 1


@pytest.mark.parametrize("name", sorted(OPEN_TO_ALL))
def test_the_events_without_which_no_page_begins_pass_for_everybody(database_url: str, name: str):
    arguments = {"set_is_hydrated": {"value": True}, "update_vars_internal": {"vars": {}}}
    assert name in handlers()
    assert passes(name, arguments.get(name.rpartition(".")[2], {}))


def test_hydrating_passes_with_what_the_browser_sends_along(database_url: str):
    (name,) = (name for name in OPEN_TO_ALL if name.endswith(".hydrate_and_load"))
    assert passes(name, {"vars": {}, "hashes": ["0123456789abcdef"] * 30})


@pytest.mark.parametrize("handler", ["_changed", "_show", "__init__", "setvar"])
def test_what_is_private_is_refused_on_every_state(client: Client, handler: str):
    for name in {name.rpartition(".")[0] for name in handlers()}:
        assert not passes(f"{name}.{handler}", {"var_name": "search", "value": "x"})


@pytest.mark.parametrize("name", ["", ".", "hydrate", "claims_state.refresh", "mbp_claims.load", "__import__"])
def test_a_name_that_is_no_handler_is_refused(client: Client, name: str):
    assert not passes(name)


@pytest.mark.parametrize(
    "payload",
    [
        {}, {"table": "pending"}, {"table": "pending", "way": "older", "more": 1}, {"self": 1, "table": 1, "way": 1},
        [], "table", None, 5, ["pending", "older"],
    ],
)  # fmt: skip
def test_arguments_that_do_not_fit_the_handler_are_refused(client: Client, payload: Any):
    event = Event(name=name_of(ClaimsState, "turn"), payload=payload)
    assert asyncio.run(Gate().preprocess(None, Tab().root, event)) is not None  # type: ignore[arg-type]


def test_an_argument_with_a_default_may_be_missing(client: Client):
    assert passes(name_of(ClaimsState, "load_practice"))
    assert passes(name_of(PlansState, "promote"))


@pytest.mark.parametrize(
    "form",
    [
        {"first_name": "x" * (MOST_TEXT + 1)}, {"x" * (MOST_TEXT + 1): ""}, {"a": ["x" * 1000] * 100},
        {FORM: [["a", "x" * 1000]] * 100}, {"a": [[]] * (MOST_TEXT + 1)}, {"a": [0] * MOST_TEXT},
    ],
)  # fmt: skip
def test_more_than_a_form_can_hold_is_refused(client: Client, form: dict[str, Any]):
    assert not passes(name_of(ClientsState, "save"), {"form": form})


def test_what_is_nested_deeper_than_a_form_is_refused(client: Client):
    nested: Any = "x"
    for _ in range(DEEPEST + 1):
        nested = [nested]
    assert not passes(name_of(ClientsState, "save"), {"form": nested})
    for _ in range(10_000):
        nested = [nested]
    assert not passes(name_of(ClientsState, "save"), {"form": nested})


@pytest.mark.parametrize(
    "pairs", [5, "ab", {}, [1], [["a"]], [["a", "b", "c"]], [[["a"], "b"]], [[None, "b"]], [["a", "b"], None]]
)
def test_a_form_that_reflex_would_fail_on_is_refused(client: Client, pairs: Any):
    assert not passes(name_of(ClientsState, "save"), {"form": {FORM: pairs}})


def test_a_form_as_the_browser_sends_it_passes(client: Client):
    largest = [[f"amount-{number}", "1234.56"] for number in range(1500)]
    assert passes(name_of(ClientsState, "save"), {"form": {FORM: largest}})
    assert passes(name_of(ClientsState, "save"), {"form": {FORM: []}})
    assert passes(name_of(PlanFormState, "check"), {"form": {"payer": "1", "secondary": "on"}})


def test_what_is_refused_does_nothing_and_answers_nothing(client: Client, everything: Any):
    tab, before = Tab(CENTER), everything()
    heard = tab.send(name_of(ClientsState, "save"), {"form": {}, "more": 1}, before=Gate().preprocess)
    assert (heard.deltas, heard.events, everything()) == ([], [], before)
    assert tab.send(name_of(ClientsState, "save"), {"form": {}}, before=Gate().preprocess).deltas


def test_every_handler_can_be_reached_through_the_gate(client: Client):
    assert not [name for name in OURS if not passes(name, fitting(name))]
