"""What is noted while somebody is answered, and written a moment later, so that nobody waits for it."""

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from mbp_claims.state.faults import log_failure

T = TypeVar("T")
MOMENT = 0.5
LONGEST_WAIT = 60.0
"""Seconds: how long notes gather before they are written together, and the longest before they are tried again."""


class Later(Generic[T]):
    """Notes, written in their order by `write`: by a thread of their own while the server runs, else at once.

    What cannot be written is tried again, later each time. Only a killed program loses the last moment's.
    """

    def __init__(self, write: Callable[[Sequence[T]], None], name: str) -> None:
        self._all, self._name = write, name
        self._noted: list[T] = []
        self._changed = threading.Condition()
        self._writer: threading.Thread | None = None
        self._stopping = False

    def note(self, noted: T) -> None:
        with self._changed:
            self._noted.append(noted)
            self._changed.notify()
        if self._writer is None:
            self._write()

    def start(self) -> None:
        self._stopping = False
        self._writer = threading.Thread(target=self._keep_writing, name=self._name, daemon=True)
        self._writer.start()

    def stop(self, longest: float = 5.0) -> None:
        """Writes what is left."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._writer:
            self._writer.join(longest)
            self._writer = None

    def _keep_writing(self) -> None:
        wait = MOMENT
        while not self._stopping:
            with self._changed:
                self._changed.wait_for(lambda: self._noted or self._stopping)
                # More may be opened with it, and the page that was opened goes first.
                self._changed.wait_for(lambda: self._stopping, wait)
            wait = MOMENT if self._write() else min(wait * 2, LONGEST_WAIT)
        self._write()

    def _write(self) -> bool:
        """Whether all that was noted is written."""
        with self._changed:
            taken = list(self._noted)
        try:
            if taken:
                self._all(taken)
        except Exception as failure:
            log_failure(f"write {self._name}", failure)
            return False
        with self._changed:
            del self._noted[: len(taken)]
        return True
