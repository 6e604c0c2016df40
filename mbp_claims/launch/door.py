"""Who is let through the door: those who call us by a name of ours, from a page of ours, with no more than fits."""

from collections.abc import Collection
from urllib.parse import urlsplit

from mbp_claims.launch.asgi import App, Message, Receive, Send, header, refuse

UPLOAD = "/_upload"
LARGEST_UPLOAD = 100 * 1024 * 1024
LARGEST_BODY = 64 * 1024
"""Bytes of a request: files, and everything else."""
DISCARDED = 1024 * 1024
"""Bytes that are heard out before they are refused: a proxy that is cut off while it still sends tells 502."""

OPEN_TO_ANY_NAME = ("/healthz",)
"""What watches over a server asks by its number; this answers with nothing of anybody's."""

NOT_OURS = "This program is not served under that name. Use the address that it was set up with."
FROM_ELSEWHERE = "A page of another site asked for this."
TOO_LARGE = "That is too large."
STANDARD = {"http": ":80", "https": ":443"}


class Door:
    """An ASGI app around another, which hears only what may pass. A body is counted as it comes, whatever was said."""

    def __init__(self, app: App, origins: Collection[str]) -> None:
        """`origins` as browsers write them: https://claims.example.org"""
        self.app = app
        self._origins = frozenset(origins)
        self._names = frozenset(name for origin in origins for name in _names(origin))

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        if (why := self._refusal(scope)) is not None:
            return await refuse(scope, send, *why)
        if scope["type"] == "websocket":
            return await self.app(scope, receive, send)
        most = LARGEST_UPLOAD if scope["path"] == UPLOAD else LARGEST_BODY
        return await _within(most, self.app, scope, receive, send)

    def _refusal(self, scope: Message) -> tuple[int, str] | None:
        path = scope["path"]
        # Without this any site could have its own name lead here, and read as if it were ours.
        if not _all(scope, b"host", self._names) and path not in OPEN_TO_ANY_NAME:
            return 421, NOT_OURS
        if header(scope, b"origin") and not _all(scope, b"origin", self._origins):
            return 403, FROM_ELSEWHERE
        # Reflex serves a folder of uploaded files to everybody; we keep none there.
        if path.startswith(f"{UPLOAD}/") or (path == UPLOAD and scope.get("method") != "POST"):
            return 404, "Not found"
        return None


def _all(scope: Message, name: bytes, ours: Collection[str]) -> bool:
    """Whether it is said, and is ours. Said twice it is not: a proxy may have heard the other one."""
    said = [value.decode("latin-1").lower() for key, value in scope["headers"] if key == name]
    return len(said) == 1 and said[0] in ours


async def _within(most: int, app: App, scope: Message, receive: Receive, send: Send) -> None:
    """413 as soon as more than `most` bytes were said or have come; then the app hears that the caller has left."""
    said = header(scope, b"content-length")
    if said and (not said.isdecimal() or len(said) > 12 or int(said) > most):
        if said.isdecimal() and len(said) <= 12 and int(said) <= DISCARDED:
            await _hear_out(receive)
        return await refuse(scope, send, 413, TOO_LARGE)
    came, answered, refused = 0, False, False

    async def counted() -> Message:
        nonlocal came, refused
        message = await receive()
        came += len(message.get("body", b""))
        if came > most and not refused:
            refused = True
            if not answered:
                await refuse(scope, send, 413, TOO_LARGE)
        return {"type": "http.disconnect"} if refused else message

    async def say(message: Message) -> None:
        nonlocal answered
        if not refused:
            answered = True
            await send(message)

    try:
        await app(scope, counted, say)
    except Exception:
        # Whoever reads a body and finds the caller gone may fail; the caller has the answer already.
        if not refused:
            raise


async def _hear_out(receive: Receive) -> None:
    while (message := await receive())["type"] == "http.request" and message.get("more_body"):
        pass


def _names(origin: str) -> tuple[str, ...]:
    """What a browser sends as Host: with its port, or without where it is the usual one."""
    parts = urlsplit(origin)
    host = parts.netloc.lower()
    usual = STANDARD.get(parts.scheme, "")
    return (host, f"{host}{usual}") if parts.port is None else (host,)
