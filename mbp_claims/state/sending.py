"""Claim files leave for the clearinghouse: into a folder while a click lasts, to a server in the background."""

import asyncio
from collections.abc import Callable

from mbp_claims.actions.connect_clearinghouse import open_connection
from mbp_claims.actions.deliver import Sending, send_waiting
from mbp_claims.state.base import log_failure, look, step

NOT_SENT = "The file could not be sent just now. It waits, and is tried again."


async def send_at_once() -> Sending | None:
    """None where a server is asked, which takes its time: then let `ClearinghouseState.send` do it."""
    connection = look(open_connection).value
    if connection is None or connection.is_sftp:
        return None
    return await asyncio.to_thread(send_now)


def send_now(due_only: bool = False, run: Callable[..., object] = step) -> Sending:
    """All that waits, in this thread. Nothing is lost by a failure: what was not sent waits."""
    try:
        return send_waiting(run, due_only)
    except Exception as failure:
        log_failure("send_waiting", failure)
        return Sending(problem=NOT_SENT)
