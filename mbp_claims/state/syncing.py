"""The clearinghouse is asked by itself, as often as the settings say, while the program runs."""

import asyncio
from datetime import timedelta

from mbp_claims.actions.every_practice import sync_due
from mbp_claims.actions.sync_clearinghouse import Due
from mbp_claims.clock import now
from mbp_claims.settings import settings
from mbp_claims.state.base import log_failure

LOOK_SECONDS = 20


async def keep_syncing() -> None:
    """In a thread beside the event loop: clicks are answered meanwhile. The database lets nobody sync twice at once."""
    if not settings.sync_minutes:
        return
    due = Due(timedelta(minutes=settings.sync_minutes), now())
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        try:
            await asyncio.to_thread(sync_due, due, log_failure)
        except Exception as failure:
            log_failure("sync_due", failure)
