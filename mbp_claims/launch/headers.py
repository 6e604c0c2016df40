"""What every answer tells the browser: what may run, who may frame it, what may be kept. A socket has none of it."""

from mbp_claims.launch.asgi import App, Message, Receive, Send

TWO_YEARS = 2 * 365 * 24 * 60 * 60
UNUSED = (
    "camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb", "hid",
)  # fmt: skip
ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "origin-agent-cluster": "?1",
}
# The name of a file in assets/ changes with its content; fonts never change; what has a mark of its content is asked
# about each time; all else was made for one person at one moment.
FOREVER = b"public, max-age=31536000, immutable"
LONGER = {"/assets/": FOREVER, "/fonts/": b"public, max-age=604800"}
ASK, NEVER = b"no-cache", b"no-store"
NOT_MODIFIED = 304


class SecurityHeaders:
    """An ASGI app around another. What a response says for itself stays as it is."""

    def __init__(self, app: App, page: str, other: str, secure: bool = False, framed: bool = False) -> None:
        """`page`, `other`: policies of content. `secure`: browsers reach us by https alone. `framed`: in our pages."""
        told = ALWAYS | ({"strict-transport-security": f"max-age={TWO_YEARS}"} if secure else {})
        if framed:
            told["x-frame-options"] = "SAMEORIGIN"
        self.app = app
        self._always = _raw(told)
        self._page = _raw({**told, "content-security-policy": page})
        self._other = _raw({**told, "content-security-policy": other})

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = self._told(message, scope["path"])
            await send(message)

        await self.app(scope, receive, say if scope["type"] == "http" else send)

    def _told(self, message: Message, path: str) -> Message:
        said = {name.lower(): value for name, value in message.get("headers", ())}
        more = [*self._which(said, message["status"]), (b"cache-control", _kept(said, message["status"], path))]
        headers = [*message.get("headers", ()), *(one for one in more if one[0] not in said)]
        return {**message, "headers": headers}

    def _which(self, said: dict[bytes, bytes], status: int) -> list[tuple[bytes, bytes]]:
        if status == NOT_MODIFIED:
            # A browser lays these over the headers that it has kept, and the page's policy is among those.
            return self._always
        return self._page if said.get(b"content-type", b"").startswith(b"text/html") else self._other


def _kept(said: dict[bytes, bytes], status: int, path: str) -> bytes:
    if status not in (200, 206, NOT_MODIFIED) or b"etag" not in said:
        return NEVER
    return next((words for folder, words in LONGER.items() if path.startswith(folder)), ASK)


def _raw(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in headers.items()]
