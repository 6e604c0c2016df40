"""Filing the claims that were ticked, as one file. Which are ticked only the browser knows, until they are filed.

It may take a while: it goes on in the background, holds nobody up, and says so when it is done, wherever the person is.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.actions.deliver import Sending
from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.actions.list_claims import list_ready
from mbp_claims.domain.batch import Batch, FiledBatch
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.state import eras_work
from mbp_claims.state.arguments import fresh, texts, told
from mbp_claims.state.base import attempt_in_thread, log_failure, look
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.sending import send_at_once
from mbp_claims.state.shell import ShellState
from mbp_claims.state.toasts import refused, said_with, unless_open, untick
from mbp_claims.state.today import TodayState
from mbp_claims.views.batch import CHECKING, SENDING, BatchView, batch_view, filing_view
from mbp_claims.views.show_today import file_all
from mbp_claims.words import _

MOST = 200
CHANGED = _("What is ready to file has changed meanwhile. Look at the list, then file it again.")
NOT_FILED = _("The claims were not filed. Nothing was changed.")
BUSY = _("Claims are being filed already. Wait until they are done.")
ENDED = _("The program was restarted meanwhile. Look at the list: what was filed stands under Filed.")


class BatchState(rx.State):
    """The dialog that tells how far it has come, then what was filed and what not."""

    view: BatchView = BatchView()

    @rx.event(background=True)
    async def file_ready(self, seen: str):
        """All that can be filed as it is, if that is what the button said (`File 3 claims, $177.80`)."""
        ready = look(list_ready).value
        wrong = NOT_FILED if ready is None else CHANGED if file_all(ready[1]) != told(seen) else ""
        async for event in _filing(self, ready[0] if ready else [], wrong):
            yield event

    @rx.event(background=True)
    async def file(self, numbers: list[str]):
        async for event in _filing(self, texts(numbers, MOST)):
            yield event

    def _interrupted(self) -> None:
        if self.view.working:
            self.view = _failed(ENDED, self.view.key)


async def _filing(state: Any, numbers: list[str], wrong: str = "") -> AsyncIterator[Any]:
    async with state:
        tab = f"{state.router.session.client_token}/batch"
        work = eras_work.begin(tab)
        key = fresh(state.view.key)
        # Who presses again sees how far the first has come.
        state.view = filing_view(len(numbers), key) if work else replace(state.view, key=key)
    if work is None:
        yield refused(BUSY)
        return
    try:
        done = wrong or await _filed(state, numbers)
        sending = await send_at_once() if isinstance(done, FiledBatch) and done.claims else Sending()
        async with state:
            state.view = _failed(done, key) if isinstance(done, str) else batch_view(done, key)
            await _show_everywhere(state)
            title = f"{state.view.title}."
    finally:
        eras_work.end(tab)
    if isinstance(done, str):
        yield unless_open(testids.BATCH_DIALOG, refused(done))
        return
    yield untick()
    yield unless_open(testids.BATCH_DIALOG, said_with(title, _("Go to Claims"), routes.CLAIMS))
    if sending is None:
        yield ClearinghouseState.send
    elif sending.problem:
        yield refused(sending.problem)


async def _filed(state: Any, numbers: list[str]) -> FiledBatch | str:
    """What came of it, or why nothing of it went."""
    read = await asyncio.to_thread(look, read_batch, numbers)
    if read.value is None:
        return NOT_FILED
    async with state:
        state.view = replace(state.view, working=CHECKING)
    checked = await asyncio.to_thread(_checked, read.value)
    if isinstance(checked, str):
        return checked
    async with state:
        state.view = replace(state.view, working=SENDING)
    done = await asyncio.to_thread(attempt_in_thread, file_batch, checked)
    return done.sentence(NOT_FILED) if done.value is None else done.value


async def _show_everywhere(state: Any) -> None:
    claims, today = await state.get_state(ClaimsState), await state.get_state(TodayState)
    if claims.phase == "ready":
        claims._show_all()
    if today.phase == "ready":
        today._show()
    shell = await state.get_state(ShellState)
    shell._refresh()
    shell.announcement = f"{state.view.title}."


def _failed(sentence: str, key: str) -> BatchView:
    return BatchView(key, _("Nothing was filed"), failure=sentence)


def _checked(batch: Batch) -> Batch | str:
    """The batch as it may go, or why nothing of it may."""
    try:
        return check_batch(batch)
    except RuleViolation as violation:
        return violation.sentence
    except Exception as failure:
        log_failure("check_batch", failure)
        return NOT_FILED
