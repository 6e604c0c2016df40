"""Claim files leave for the clearinghouse: into a folder while a click lasts, to a server in the background.

What did not arrive is tried again while the program runs: each worker looks, and the database lets one of them take it.
"""

import asyncio
from threading import Lock

from mbp_claims.actions.deliver import Sending, goes_at_once, send_waiting
from mbp_claims.actions.every_practice import send_due
from mbp_claims.state.base import log_failure, look, step
from mbp_claims.words import _

LOOK_SECONDS = 30
_INTO_THE_FOLDER = Lock()
NOT_SENT = _("The file could not be sent just now. It waits, and is tried again.")


async def send_at_once() -> Sending | None:
    """None where a server is asked, which takes its time: then let `ClearinghouseState.send` do it."""
    if not look(goes_at_once).value:
        return None
    return await asyncio.to_thread(_one_after_another)


def _one_after_another() -> Sending:
    """Who asks while another's file is on its way waits for it, and then sees how its claims stand."""
    with _INTO_THE_FOLDER:
        return send_now()


def send_now() -> Sending:
    """All that waits, in this thread. Nothing is lost by a failure: what was not sent waits."""
    try:
        return send_waiting(step)
    except Exception as failure:
        log_failure("send_waiting", failure)
        return Sending(problem=NOT_SENT)


async def keep_sending() -> None:
    """Sends what is due again, for as long as the program runs."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        try:
            await asyncio.to_thread(send_due)
        except Exception as failure:
            log_failure("send_due", failure)
