"""Posting an ERA and taking that back: in a thread, with how far it has come on the page."""

from collections.abc import Callable, Collection
from typing import Any

from mbp_claims import testids
from mbp_claims.actions import post_apart as apart
from mbp_claims.actions import undo_apart as undoing
from mbp_claims.actions.posted import Posted
from mbp_claims.domain.posting import Posting
from mbp_claims.domain.progress import Step
from mbp_claims.state import eras_work
from mbp_claims.state.base import Done, attempt_in_thread, look
from mbp_claims.state.eras_work import beats
from mbp_claims.state.shell import ShellState
from mbp_claims.state.toasts import close, refused, said
from mbp_claims.views.era import WorkView
from mbp_claims.words import _

FAILED = _("The ERA was not posted. Nothing was changed.")
BUSY = _("Something is being read or posted already. Wait until it is done.")
STOPPED = _("Stopped. Nothing was changed.")


class _NotWell(Exception):
    """Ends it where one of its steps was refused or failed: `done` says why."""

    def __init__(self, done: Done[Any]):
        self.done = done


def post_apart(
    era_id: int, lines: list[int] | None = None, left_out: Collection[int] = (), *, step: Step
) -> Done[Posted]:
    """In a thread: works it out while others save, then writes it."""
    try:
        return Done(apart.post_apart(_value(look), _value(attempt_in_thread), era_id, lines, left_out, step))
    except _NotWell as stopped:
        return stopped.done


def post_file_apart(era_ids: Collection[int], left_out: Collection[int] = (), *, step: Step) -> Done[list[Posted]]:
    """The same, of all payments of a file."""
    try:
        return Done(apart.post_file_apart(_value(look), _value(attempt_in_thread), era_ids, left_out, step))
    except _NotWell as stopped:
        return stopped.done


def undo_apart(posting_ids: Collection[int], *, step: Step) -> Done[list[Posting]]:
    """In a thread, in the same way."""
    try:
        return Done(undoing.undo_apart(_value(look), _value(attempt_in_thread), posting_ids, step))
    except _NotWell as stopped:
        return stopped.done


def reverse_apart(posting_id: int, *, step: Step) -> Done[Posting]:
    """In a thread, in the same way."""
    try:
        return Done(undoing.reverse_apart(_value(look), _value(attempt_in_thread), posting_id, step))
    except _NotWell as stopped:
        return stopped.done


def _value(run: Callable[..., Done[Any]]) -> apart.Run:
    def valued(*told: Any) -> Any:
        done = run(*told)
        if not done.well:
            raise _NotWell(done)
        return done.value

    return valued


async def working(state: Any, title: str, tell: Any, run: Any, *given: Any, **named: Any) -> Any:
    """Runs it in a thread while the page shows how far it has come, then shows the ERA anew."""
    async with state:
        tab, of = str(state.router.session.client_token), _("ERA {check}", check=state.view.check)
        work = eras_work.begin(tab)
    if work is None:
        yield refused(BUSY)
        return
    try:
        async for done in beats(run, *given, step=work.step, **named):
            async with state:
                state.work = work.view(title, of) if done is None else WorkView()
                if done is not None:
                    if done.well and not state.view.all_chosen:
                        state.exceptions = []
                    state._show()
                    shell = await state.get_state(ShellState)
                    shell._refresh()
                    if done.value is not None:
                        shell.announcement, event = tell(done.value)
                    else:
                        event = refused(STOPPED if done.cancelled else done.sentence(FAILED))
            if done is not None:
                yield event
    finally:
        eras_work.end(tab)


def undone(_back: list[Posting]) -> tuple[str, Any]:
    words = _("The posting was undone. Everything is as it was.")
    return words, said(words)


def reversed_(_back: Posting) -> tuple[str, Any]:
    words = _("The posting was reversed.")
    return words, [close(testids.ERA_REVERSE_DIALOG, "main h1"), said(words)]
