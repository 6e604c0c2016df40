"""Rings when anybody has written to the database: this process, another one, or the shell.

Of use to one thread. Nothing is written for it, and nothing waits for it.
"""

import threading
from typing import Any

from mbp_claims.db.engine import apart

CHANNEL = "mbp_trail"
SECONDS = 0.1
"""Between two looks at SQLite's own counter, each of a few microseconds; PostgreSQL calls by itself."""


class Bell:
    """`rang` waits for a moment and says whether something was written since it was asked last."""

    def __init__(self, stopping: threading.Event, url: str | None = None) -> None:
        self._stopping = stopping
        self._opened = apart(url)
        raw: Any = self._opened.driver_connection
        self._sqlite = not hasattr(raw, "notifies")
        if self._sqlite:
            self._version = self._count(raw)
        else:
            raw.autocommit = True
            raw.execute(f"LISTEN {CHANNEL}")

    def rang(self) -> bool:
        raw: Any = self._opened.driver_connection
        if not self._sqlite:
            return any(True for _ in raw.notifies(timeout=SECONDS * 5, stop_after=1))
        self._stopping.wait(SECONDS)
        before, self._version = self._version, self._count(raw)
        return self._version != before

    def close(self) -> None:
        """The connection is not given back: it has been listening."""
        self._opened.invalidate()
        self._opened.close()

    @staticmethod
    def _count(raw: Any) -> int:
        """It changes whenever another connection, of whatever process, has committed."""
        return int(raw.execute("PRAGMA data_version").fetchone()[0])
