"""Long work in a thread: how far it has come, and whether it was called off. It goes on when the page is left."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from typing import Any

from mbp_claims.domain.progress import Cancelled
from mbp_claims.state.base import Done
from mbp_claims.views.era import WorkView
from mbp_claims.words import _

SECONDS_BETWEEN = 0.15
MEGABYTE = 1024 * 1024
WORDS = {
    "matched": _("matched"),
    "prepared": _("ready to be posted"),
    "posted": _("posted"),
    "undoing": _("ready to be taken back"),
    "undone": _("taken back"),
}


class Work:
    """What a thread and a page tell each other. `step` is called in the thread; it raises once the work is off."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[int, int]] = {}
        self._latest = ""
        self._off = threading.Event()

    def step(self, what: str, done: int, of: int) -> None:
        if self._off.is_set():
            raise Cancelled
        self._counts[what] = (done, of)
        self._latest = what

    def call_off(self) -> None:
        self._off.set()

    @property
    def is_off(self) -> bool:
        return self._off.is_set()

    def begin_again(self) -> None:
        """Before the next file."""
        self._counts, self._latest = {}, ""

    def view(self, title: str, name: str = "") -> WorkView:
        """Bytes while a file is read, claims afterwards."""
        counts = self._counts
        done, of = counts.get("bytes" if self._latest in ("bytes", "read") else self._latest, (0, 0))
        return WorkView(title, name, self._words(), done, of, self.is_off)

    def _words(self) -> str:
        if self._latest in WORDS:
            done, of = self._counts[self._latest]
            return _("{done:,} of {of:,} claims {words}", done=done, of=of, words=WORDS[self._latest])
        claims, (read, size) = self._counts.get("read", (0, 0))[0], self._counts.get("bytes", (0, 0))
        return (
            _(
                "{claims:,} claims read, {read:.1f} of {size:.1f} MB",
                claims=claims,
                read=read / MEGABYTE,
                size=size / MEGABYTE,
            )
            if size
            else ""
        )


_running: dict[str, Work] = {}


def begin(tab: str) -> Work | None:
    """The work of a tab, or None while it has other work: one thing after the other."""
    if tab in _running:
        return None
    _running[tab] = Work()
    return _running[tab]


def end(tab: str) -> None:
    _running.pop(tab, None)


def call_off(tab: str) -> bool:
    """Whether there was anything to be called off."""
    work = _running.get(tab)
    if work:
        work.call_off()
    return work is not None


async def beats(action: Callable[..., Done[Any]], *given: Any, **named: Any) -> AsyncIterator[Done[Any] | None]:
    """Runs the action in a thread. Gives None again and again while it runs, then what came of it."""
    task = asyncio.create_task(asyncio.to_thread(action, *given, **named))
    while not task.done():
        await asyncio.wait({task}, timeout=SECONDS_BETWEEN)
        if not task.done():
            yield None
    yield task.result()
