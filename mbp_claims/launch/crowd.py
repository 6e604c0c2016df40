"""How many sockets and requests one address may hold open at once: each keeps a little memory, whoever it is."""

from collections import Counter

from mbp_claims.launch.asgi import App, Message, Receive, Send, refuse

MOST = 500
"""Of one address, which a whole practice may share: a tab has a socket, and asks for six things at once."""
CROWDED = "Too much is asked for at once from where you are. Wait a moment, then try again."


class Crowd:
    """An ASGI app around another. What is one too many is refused before anything is done for it."""

    def __init__(self, app: App, most: int = MOST) -> None:
        self.app = app
        self._most = most
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        address = scope["client"][0] if scope.get("client") else ""
        if self._open[address] >= self._most:
            return await refuse(scope, send, 429, CROWDED)
        self._open[address] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]
