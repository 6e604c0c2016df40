"""What a browser may keep. Without a word it guesses, from the age of a file, and shows an old page on new scripts."""

import gc
from collections.abc import Awaitable, Callable, MutableMapping
from importlib import import_module
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

PROGRAM = "mbp_claims.mbp_claims"
# The name of a file in assets/ changes with its content; fonts never change; all else is asked about each time.
FOREVER = b"public, max-age=31536000, immutable"
LONGER = {"/assets/": FOREVER, "/fonts/": b"public, max-age=604800"}
ASK = b"no-cache"


class Caching:
    """An ASGI app around another. A response that says for itself how it may be kept stays as it is."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def say(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in (200, 304):
                message = _told(message, scope["path"])
            await send(message)

        await self.app(scope, receive, say if scope["type"] == "http" else send)


def app() -> Caching:
    """The program as the server makes it: by name, like the server itself, for launching knows none of its rooms."""
    program = Caching(import_module(PROGRAM).app())
    # What was loaded stays: the collector need not walk through all of it again while somebody waits.
    gc.collect()
    gc.freeze()
    return program


def _told(message: Message, path: str) -> Message:
    headers = list(message.get("headers", ()))
    if any(name.lower() == b"cache-control" for name, _ in headers):
        return message
    how = next((words for folder, words in LONGER.items() if path.startswith(folder)), ASK)
    return {**message, "headers": [*headers, (b"cache-control", how)]}
