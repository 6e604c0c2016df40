"""Each request gets an id, which its answer carries too, and a line in the log; not those for files of the build."""

import logging
from itertools import takewhile
from time import perf_counter

from mbp_claims import routes, tracing
from mbp_claims.launch.asgi import App, Message, Receive, Send

QUIET = ("/assets/", "/fonts/", "/healthz", "/ping")
WORDS = {"_event", "_upload"} | {
    part for address in vars(routes).values() if isinstance(address, str) and address.startswith("/")
    for part in address.split("/")[1:] if not part.startswith(("[", "{"))
}  # fmt: skip
_log = logging.getLogger("mbp_claims.visits")


class Visits:
    """An ASGI app around another. The path is written only so far as it names nobody: /files/837, and not which."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or scope["path"].startswith(QUIET):
            return await self.app(scope, receive, send)
        return await self._logged(scope, receive, send)

    async def _logged(self, scope: Message, receive: Receive, send: Send) -> None:
        mark, began = tracing.begin(), perf_counter()
        facts: Message = {"method": scope.get("method", "SOCKET"), "path": _nameless(scope["path"])}

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                facts["status"] = message["status"]
                message = {**message, "headers": [*message.get("headers", ()), (b"x-request-id", mark.encode())]}
            await send(message)

        try:
            # A socket's messages are not looked at: every click waits for them.
            await self.app(scope, receive, say if scope["type"] == "http" else send)
        finally:
            facts["ms"] = round((perf_counter() - began) * 1000)
            _log.info("Answered", extra={"facts": facts})


def _nameless(path: str) -> str:
    """As far as it is made of words of our own: client and claim numbers are none, nor is what somebody made up."""
    return "/" + "/".join(takewhile(WORDS.__contains__, path.strip("/").split("/")))
