"""Passwords are looked at in turn: who guesses keeps nobody's page waiting, and other addresses hardly."""

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from anyio import to_thread
from httpx import ASGITransport, AsyncClient, Response
from visitor import EMAIL, HOME, PASSWORD, Web

from mbp_claims import routes
from mbp_claims.actions import sign_in
from mbp_claims.api import http
from mbp_claims.api.in_turn import AT_ONCE, CROWDED, InTurn

GUESSERS = [f"192.0.2.{one}" for one in range(1, 16)]
EACH = 4


@dataclass
class Looking:
    """At passwords: each look is told when it begins, and does not end before it may."""

    begun: threading.Semaphore
    may_end: threading.Event


@pytest.fixture
def looking(monkeypatch: pytest.MonkeyPatch) -> Iterator[Looking]:
    begun, may_end, fits = threading.Semaphore(0), threading.Event(), sign_in.password_fits

    def slow(*given: str) -> bool:
        begun.release()
        may_end.wait(30)
        return fits(*given)

    monkeypatch.setattr(sign_in, "password_fits", slow)
    yield Looking(begun, may_end)
    may_end.set()


async def ask(app: Any, address: str, path: str, form: dict[str, str] | None = None) -> Response:
    async with AsyncClient(transport=ASGITransport(app, client=(address, 1)), base_url=HOME) as browser:
        return await browser.request("POST" if form else "GET", path, data=form, headers={"origin": HOME})


def test_pages_are_answered_while_sixty_guesses_are_looked_at(web: Web, looking: Looking):
    async def crowded() -> None:
        app = http()
        to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
        guesses = [
            asyncio.create_task(ask(app, address, routes.SESSION_SIGN_IN, {"email": EMAIL, "password": "guess"}))
            for address in GUESSERS for _ in range(EACH)
        ]  # fmt: skip
        for _ in range(AT_ONCE):
            await asyncio.to_thread(looking.begun.acquire)
        assert (await asyncio.wait_for(ask(app, "192.0.2.99", routes.SESSION), 10)).status_code == 200
        looking.may_end.set()
        assert {answer.status_code for answer in await asyncio.gather(*guesses)} == {422}

    asyncio.run(crowded())


def test_an_address_waits_for_itself_and_the_others_take_turns_with_it():
    done: list[str] = []

    async def all_at_once() -> None:
        turns = InTurn(at_once=1)
        many = [turns.take("192.0.2.1", done.append, "many") for _ in range(10)]
        await asyncio.gather(*many, turns.take("192.0.2.2", done.append, "one"))
        assert not turns._lines, "nothing is kept of who has gone"

    asyncio.run(all_at_once())
    assert done.index("one") <= 2


def test_of_one_address_only_so_many_wait(web: Web, looking: Looking, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mbp_claims.api.answers.turns", InTurn(most=3))

    async def crowded() -> None:
        app, good = http(), {"email": EMAIL, "password": PASSWORD}
        four = [asyncio.create_task(ask(app, "192.0.2.1", routes.SESSION_SIGN_IN, good)) for _ in range(4)]
        (first,), _ = await asyncio.wait(four, timeout=10, return_when=asyncio.FIRST_COMPLETED)
        assert (first.result().status_code, first.result().json()["problem"]) == (422, CROWDED)
        looking.may_end.set()
        assert sorted(answer.status_code for answer in await asyncio.gather(*four)) == [200, 200, 200, 422]

    asyncio.run(crowded())
