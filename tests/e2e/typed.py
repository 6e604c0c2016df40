"""All that browsers sent while the suite ran: what must not be in the log of the server."""

import json
import re
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, WebSocket

SHORTEST = 4
OUR_LINE = re.compile(r":\d+(?=\")")
"""The number of a line in our code, at the end of a place."""


class Typed:
    """Listens to every tab."""

    def __init__(self) -> None:
        self.words: set[str] = set()

    def listen(self, page: Page) -> None:
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: self._keep(frame if isinstance(frame, str) else frame.decode("latin-1")))

    def _keep(self, frame: str) -> None:
        """An event is `42/_event,["event",{"name", "payload", ...}]`; what has another shape was sent to do harm.

        Raises nothing: Playwright would drop the frame that a test passes on next, and the page wait for its answer.
        """
        try:
            told = json.loads(frame[frame.find("[") :]) if frame.startswith("42") else None
        except ValueError:
            return
        match told:
            case [_, {"payload": payload}]:
                self.words |= {word for word in _leaves(payload) if len(word) >= SHORTEST}


def _leaves(told: Any) -> Iterator[str]:
    if isinstance(told, dict | list):
        for part in told.values() if isinstance(told, dict) else told:
            yield from _leaves(part)
    elif isinstance(told, str):
        yield told.strip()


def told_in(log: str, words: set[str]) -> set[str]:
    """Those of the words that the log holds. Each line of it is a JSON document; RuntimeError where one is not."""
    lines = [_without_numbers_of_ours(line) for line in log.splitlines() if line.strip()]
    text = "\n".join(lines).lower()
    return {word for word in words if _tells(word) and word.lower() in text}


def _without_numbers_of_ours(line: str) -> str:
    try:
        told = json.loads(line)
    except ValueError as plain:
        raise RuntimeError(f"No JSON document stands in this line of the log: {line[:80]}") from plain
    for name in ("at", "ms", "request", "person", "status"):
        told.pop(name, None)
    return OUR_LINE.sub("", json.dumps(told, ensure_ascii=False))


def _tells(word: str) -> bool:
    """A name, a date, a number, a code: not a word of the program such as `pending`."""
    return len(word) >= SHORTEST and not (word.isalpha() and word.islower())
