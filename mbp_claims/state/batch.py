"""Filing the claims that were ticked, as one file. Which are ticked only the browser knows, until they are filed."""

import asyncio
from typing import Any

import reflex as rx

from mbp_claims.actions.deliver import Sending
from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.actions.list_claims import list_ready
from mbp_claims.domain.batch import Batch
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.state.base import attempt_in_thread, fresh, log_failure, look, told
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.sending import send_at_once
from mbp_claims.state.shell import ShellState
from mbp_claims.state.toasts import refused, untick
from mbp_claims.views.batch import BatchView, batch_view
from mbp_claims.views.show_today import file_all

MOST = 200
CHANGED = "What is ready to file has changed meanwhile. Look at the list, then file it again."
NOT_FILED = "The claims were not filed. Nothing was changed."


class BatchState(rx.State):
    """The dialog that tells what was filed and what not. It takes a while and holds nobody else up."""

    view: BatchView = BatchView()

    @rx.event
    async def file_ready(self, seen: str):
        """All that can be filed as it is, if that is what the button said (`File 3 claims, $177.80`)."""
        ready = look(list_ready).value
        if ready is None or file_all(ready[1]) != told(seen):
            return self._fail(fresh(self.view.key), NOT_FILED if ready is None else CHANGED)
        return await self._file(ready[0])

    @rx.event
    async def file(self, numbers: list[str]):
        return await self._file(_numbers(numbers))

    async def _file(self, numbers: list[str]) -> Any:
        key = fresh(self.view.key)
        read = await asyncio.to_thread(look, read_batch, numbers)
        if read.value is None:
            return self._fail(key, NOT_FILED)
        checked = await asyncio.to_thread(_checked, read.value)
        if isinstance(checked, str):
            return self._fail(key, checked)
        done = await asyncio.to_thread(attempt_in_thread, file_batch, checked)
        if done.value is None:
            return self._fail(key, done.sentence(NOT_FILED))
        sending = await send_at_once() if done.value.claims else Sending()
        self.view = batch_view(done.value, key)
        (await self.get_state(ClaimsState))._show("pending", "filed")
        (await self.get_state(ShellState))._refresh()
        return [
            untick(),
            *([ClearinghouseState.send] if sending is None else []),
            *([refused(sending.problem)] if sending and sending.problem else []),
        ]

    def _fail(self, key: str, sentence: str) -> None:
        self.view = BatchView(key, "Nothing was filed", failure=sentence)


def _checked(batch: Batch) -> Batch | str:
    """The batch as it may go, or why nothing of it may."""
    try:
        return check_batch(batch)
    except RuleViolation as violation:
        return violation.sentence
    except Exception as failure:
        log_failure("check_batch", failure)
        return NOT_FILED


def _numbers(sent: Any) -> list[str]:
    """What a browser sent, whatever it sent."""
    return [told(one, 40) for one in sent[:MOST]] if isinstance(sent, list) else []
