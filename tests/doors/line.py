"""A browser's websocket without a browser: whatever is said arrives at the server as it was said."""

import json
import time
from contextlib import suppress
from typing import Any
from uuid import uuid4

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

SPACE = "/_event"
STATE = "reflex___state____state"
SENT_AWAY = '[["over"]]'
HYDRATED = "is_hydrated_rx_state_"


class Line:
    """One tab. `heard` are the frames that came, in lower case; they are kept until they are taken."""

    def __init__(self, port: int, cookie: str = "", token: str = "") -> None:
        self.token = token or str(uuid4())
        self.port, self.cookie = port, cookie
        self.heard: list[str] = []
        self._answered = False
        self._said = 0
        self.socket = self._connected()

    def _connected(self) -> ClientConnection:
        origin = f"http://127.0.0.1:{self.port}"
        headers = {"Cookie": self.cookie} if self.cookie else {}
        self._opened = connect(
            f"ws://127.0.0.1:{self.port}{SPACE}/?EIO=4&transport=websocket&token={self.token}",
            additional_headers=headers, origin=origin, max_size=None, open_timeout=20,
        )  # fmt: skip
        socket = self._opened.__enter__()
        assert socket.recv(20).startswith("0")
        socket.send(f"40{SPACE},")
        while not (frame := str(socket.recv(20))).startswith(f"40{SPACE}"):
            self.heard.append(frame.lower())
        return socket

    def say(self, name: str, payload: Any, path: str = "/clients", **more: Any) -> None:
        """An event of that full name, from a page of that address."""
        router = {"pathname": path, "asPath": path, "query": {}}
        event = {"name": name, "payload": payload, "router_data": router, **more}
        self.socket.send(f"42{SPACE},{json.dumps(['event', event])}")
        self._said += 1

    def settle(self) -> None:
        """Until all that was said before is answered, or each of it was sent away. TimeoutError, or ConnectionClosed,
        when the server gave up."""
        # Twice: a page that is hydrated says the same word by itself, before the rest of it.
        for _ in range(2):
            self._hear_of_it()

    def _hear_of_it(self) -> None:
        self._answered = not self._answered
        self.say(f"{STATE}.set_is_hydrated", {"value": self._answered})
        wanted = f'"{HYDRATED}":{str(self._answered).lower()}'
        end = time.monotonic() + 30
        while True:
            frame = str(self.socket.recv(max(end - time.monotonic(), 0.01)))
            if frame == "2":
                self.socket.send("3")
                continue
            self.heard.append(frame.lower())
            self._said -= SENT_AWAY in frame.replace(" ", "")
            if wanted in frame.replace(" ", "") or not self._said:
                self._said = 0
                return

    def take(self) -> str:
        heard, self.heard = "\n".join(self.heard), []
        return heard

    def close(self) -> None:
        with suppress(ConnectionClosed):
            self._opened.__exit__(None, None, None)
