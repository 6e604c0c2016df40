"""Who looked at what is noted at once and written a moment later, so that no page waits for it."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mbp_claims.actions.record_readings import write_readings
from mbp_claims.clock import now
from mbp_claims.domain.origin import origin
from mbp_claims.domain.reading import Reading, Seen
from mbp_claims.state.base import asking, log_failure

MOMENT = 0.5
LONGEST_WAIT = 60.0
"""Seconds: how long readings gather before they are written together, and the longest before they are tried again."""


class Readings:
    """Notes of readings, written in their order: by a thread of their own while the server runs, else at once.

    What cannot be written is tried again, later each time. Only a killed program loses the last moment's.
    """

    def __init__(self) -> None:
        self._noted: list[Reading] = []
        self._changed = threading.Condition()
        self._writer: threading.Thread | None = None
        self._stopping = False

    def note(self, reading: Reading) -> None:
        with self._changed:
            self._noted.append(reading)
            self._changed.notify()
        if self._writer is None:
            self._write()

    def start(self) -> None:
        self._stopping = False
        self._writer = threading.Thread(target=self._keep_writing, name="readings", daemon=True)
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
                write_readings(taken)
        except Exception as failure:
            log_failure("write_readings", failure)
            return False
        with self._changed:
            del self._noted[: len(taken)]
        return True


_readings = Readings()


def seen(
    what: str, client_id: int | None = None, claim_id: int | None = None, remittance_id: int | None = None
) -> None:
    """The person whom the gate has let in is looking at that; ids tell at whose."""
    clinician = asking()
    if clinician:
        _readings.note(Reading(clinician, Seen(what, client_id, claim_id, remittance_id), now(), origin()))


@asynccontextmanager
async def writing_readings() -> AsyncIterator[None]:
    """For as long as the program runs."""
    _readings.start()
    try:
        yield
    finally:
        await asyncio.to_thread(_readings.stop)
