"""A browser that only asks an ASGI app for addresses, and a caller that sends what it likes."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx

HOME = "http://127.0.0.1:3000"


def ask(app: Any, path: str, method: str = "GET", **how: Any) -> httpx.Response:
    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOME) as client:
            return await client.request(method, path, **how)

    return asyncio.run(asked())


def knock(app: Any, **headers: str) -> list[dict[str, Any]]:
    """What a websocket that wants to open is told."""
    told: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    asyncio.run(app({"type": "websocket", "path": "/_event/", "headers": raw}, receive, send))
    return told


async def in_pieces(count: int, size: int) -> AsyncIterator[bytes]:
    """A body of which nobody said how long it is."""
    for _ in range(count):
        yield bytes(size)
