"""Who looked at what is noted at once and written a moment later, so that no page waits for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mbp_claims.actions.record_readings import write_readings
from mbp_claims.clock import now
from mbp_claims.domain.origin import origin
from mbp_claims.domain.reading import Reading, Seen
from mbp_claims.state.base import asking
from mbp_claims.state.later import Later
from mbp_claims.state.refusals import refusals

_readings = Later(write_readings, "readings")


def seen(
    what: str, client_id: int | None = None, claim_id: int | None = None, remittance_id: int | None = None
) -> None:
    """The person whom the gate has let in is looking at that; ids tell at whose."""
    clinician = asking()
    if clinician:
        _readings.note(Reading(clinician, Seen(what, client_id, claim_id, remittance_id), now(), origin()))


@asynccontextmanager
async def writing_readings() -> AsyncIterator[None]:
    """And refusals, for as long as the program runs."""
    _readings.start()
    refusals.start()
    try:
        yield
    finally:
        await asyncio.to_thread(_readings.stop)
        await asyncio.to_thread(refusals.stop)
