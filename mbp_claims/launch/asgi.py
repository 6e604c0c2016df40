"""The words of ASGI: what an app is, and what it is handed."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]


def header(scope: Message, name: bytes) -> str:
    """The first of that name (in lower case), or ""."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


async def refuse(scope: Message, send: Send, status: int, sentence: str) -> None:
    """A plain answer; a socket that is not open yet is shut with it."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    body = sentence.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    # What was not read of the request may follow: the connection cannot be used again.
    await send({"type": "http.response.start", "status": status, "headers": [*headers, (b"connection", b"close")]})
    await send({"type": "http.response.body", "body": body})
