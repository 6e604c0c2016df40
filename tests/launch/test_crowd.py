"""One address holds no more open than a practice needs."""

import asyncio
from typing import Any

import pytest
from web import knock

from mbp_claims.launch import server
from mbp_claims.launch.crowd import CROWDED, Crowd

REFUSED = [{"type": "websocket.close", "code": 1008, "reason": ""}]


class Held:
    """An app whose sockets stay open until they are let go."""

    def __init__(self) -> None:
        self.open = 0
        self.let_go = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.open += 1
        await self.let_go.wait()
        self.open -= 1


async def opened(crowd: Crowd, count: int, address: str) -> tuple[list[asyncio.Task[None]], list[Any]]:
    """So many sockets of an address at once, and what they were told."""
    told: list[Any] = []

    async def send(message: Any) -> None:
        told.append(message)

    scope = {"type": "websocket", "path": "/_event/", "headers": [], "client": (address, 1)}
    tasks = [asyncio.create_task(crowd(dict(scope), None, send)) for _ in range(count)]  # type: ignore[arg-type]
    await asyncio.sleep(0)
    return tasks, told


def test_the_one_too_many_is_refused_and_other_addresses_are_not():
    async def crowded() -> None:
        held = Held()
        crowd = Crowd(held, most=3)
        first, told = await opened(crowd, 5, "192.0.2.7")
        assert (held.open, told) == (3, REFUSED * 2)
        second, told = await opened(crowd, 3, "192.0.2.8")
        assert (held.open, told) == (6, [])
        held.let_go.set()
        await asyncio.gather(*first, *second)
        third, told = await opened(crowd, 3, "192.0.2.7")
        assert told == []
        await asyncio.gather(*third)
        assert not crowd._open, "nothing is kept of who has gone"

    asyncio.run(crowded())


def test_one_that_fails_leaves_its_place():
    async def fails(*_: Any) -> None:
        raise OSError

    crowd = Crowd(fails, most=1)
    for _ in range(2):
        with pytest.raises(OSError):
            knock(crowd)


def test_a_request_too_many_is_told_so():
    async def crowded() -> None:
        held = Held()
        crowd, told = Crowd(held, most=1), []

        async def send(message: Any) -> None:
            told.append(message)

        scope = {"type": "http", "path": "/", "headers": [], "client": ("192.0.2.7", 1)}
        first = asyncio.create_task(crowd(dict(scope), None, send))  # type: ignore[arg-type]
        await asyncio.sleep(0)
        await crowd(dict(scope), None, send)  # type: ignore[arg-type]
        assert (held.open, told[0]["status"], told[1]["body"]) == (1, 429, CROWDED.encode())
        held.let_go.set()
        await first

    asyncio.run(crowded())


@pytest.mark.parametrize(("allowed", "taken"), [(4096, 4096), (1_000_000, 10_240), (-1, 10_240)])
def test_the_server_may_open_as_many_files_as_it_needs(monkeypatch: pytest.MonkeyPatch, allowed: int, taken: int):
    """A shell often allows 1,024 and could allow more; each socket is a file, and so is the database."""
    told: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(server.resource, "getrlimit", lambda of: (1024, allowed))
    monkeypatch.setattr(server.resource, "setrlimit", lambda of, limits: told.update({of: limits}))
    monkeypatch.setattr(server.os, "umask", lambda mask: None)
    server._keep_to_ourselves()
    assert told[server.resource.RLIMIT_NOFILE] == (taken, allowed)
