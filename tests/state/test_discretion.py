"""What Reflex logs of a failure: kind and place, and nothing that a browser sent."""

import asyncio
import logging
from typing import Any

import pytest
from reflex.app import default_backend_exception_handler, default_frontend_exception_handler
from reflex.event import Event
from reflex_base.event.processor.base_state_processor import BaseStateEventProcessor
from tab import ADDRESS, CENTER, Tab

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.discretion import LOGGERS, Discretion, be_discreet
from mbp_claims.state.gate import Gate

SECRET = "W218640937"
COOKIE = "session=0123456789"
ROUTER = {"pathname": CENTER, "asPath": CENTER, "headers": {"origin": ADDRESS, "cookie": COOKIE}, "query": {}}

HYDRATE = Event(name="reflex___state____state.hydrate", router_data=ROUTER)


@pytest.fixture(autouse=True)
def discreet() -> None:
    Gate()


def played(*events: Event) -> None:
    """The events, as Reflex's own queue runs them, the handler of exceptions included."""

    async def play() -> None:
        processor = BaseStateEventProcessor(
            backend_exception_handler=default_backend_exception_handler, graceful_shutdown_timeout=5
        )
        async with processor.configure():
            for event in (HYDRATE, *events):
                await processor.enqueue("token-of-a-tab", event)

    asyncio.run(play())


def event(handler: str, **payload: Any) -> Event:
    return Event(name=f"{ClaimsState.get_full_name()}.{handler}", payload=payload, router_data=ROUTER)


def assert_discreet(text: str) -> None:
    for secret in (SECRET, COOKIE, "Rowan", "token-of-a-tab"):
        assert secret not in text


def test_an_event_of_an_older_page_is_logged_without_what_it_carried(client: Client, caplog: pytest.LogCaptureFixture):
    played(event("gone_since", form={"member_id": SECRET}))
    assert "Unknown event: KeyError" in caplog.text
    assert_discreet(caplog.text)


def test_a_handler_that_fails_is_logged_by_kind_and_place(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    def breaks(*_: Any, **__: Any) -> None:
        raise LookupError(f"Rowan Ellis, {SECRET}")

    monkeypatch.setattr("mbp_claims.state.claims.told", breaks)
    played(event("search_for", text=SECRET))
    assert "A handler failed: LookupError at test_discretion.py:" in caplog.text
    assert_discreet(caplog.text)


def test_arguments_that_cannot_be_read_are_logged_without_their_values(
    client: Client, caplog: pytest.LogCaptureFixture
):
    form = {"__reflex_form_data__": [["member_id", SECRET], SECRET]}
    played(
        Event(name="reflex___state____state.mbp_claims___state___clients____clients_state.save", payload={"form": form})
    )
    assert "Unreadable arguments" in caplog.text
    assert_discreet(caplog.text)


def test_a_missing_argument_is_logged_by_kind(client: Client, caplog: pytest.LogCaptureFixture):
    played(event("turn", table=SECRET))
    assert "A handler failed: TypeError" in caplog.text
    assert_discreet(caplog.text)


def test_what_a_page_says_of_its_own_failure_is_logged_by_kind(caplog: pytest.LogCaptureFixture):
    default_frontend_exception_handler(Exception(f"TypeError: Rowan {SECRET} is not a function\n at x.js:1"))
    assert "A page failed" in caplog.text
    assert_discreet(caplog.text)


def test_an_exception_with_many_lines_hides_nothing_in_the_last(caplog: pytest.LogCaptureFixture):
    try:
        raise ValueError(f"first\n{SECRET}: Rowan\nCustomError: {SECRET}")
    except ValueError as failure:
        default_backend_exception_handler(failure)
    assert_discreet(caplog.text)


def test_other_records_stay_as_they_are(caplog: pytest.LogCaptureFixture):
    logging.getLogger(LOGGERS[0]).warning("The port %s is taken", 3000)
    assert "The port 3000 is taken" in caplog.text


def test_asking_twice_changes_nothing():
    be_discreet()
    be_discreet()
    for name in LOGGERS:
        assert sum(isinstance(one, Discretion) for one in logging.getLogger(name).filters) == 1


def test_our_own_failures_name_the_action_and_the_kind_alone(
    ready: Claim, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    def breaks(*_: Any, **__: Any) -> None:
        raise RuntimeError(f"Rowan {SECRET}")

    monkeypatch.setattr("mbp_claims.actions.list_claims.claims.claim", breaks)
    Tab(CENTER).do(ClaimsState.put_away, ready.number)
    assert "failed: RuntimeError at" in caplog.text
    assert_discreet(caplog.text)
