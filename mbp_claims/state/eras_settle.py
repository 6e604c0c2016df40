"""What a person decides about single lines of an ERA before it is posted."""

import re
from typing import Any

import reflex as rx

from mbp_claims.actions.settle_line import choose_match, forget_match, skip_line, take_up_line
from mbp_claims.actions.settle_proposal import accept_corrected_insured, dismiss_corrected_insured
from mbp_claims.actions.show_segments import show_segments
from mbp_claims.domain.remittance import Outcome
from mbp_claims.state.arguments import entries, numbered, told
from mbp_claims.state.base import Done, attempt, look
from mbp_claims.state.shell import ShellState
from mbp_claims.state.toasts import refused, said
from mbp_claims.views.era_review import Segment
from mbp_claims.views.show_segments import quoted
from mbp_claims.words import _

NOT_DONE = _("That did not work. Nothing was changed.")
CHOOSE = _("Choose the claim that the line answers.")


class SettlesLines(rx.State, mixin=True):
    """`quoted` are the segments of the line `quoted_of`, as they came."""

    quoted: list[Segment] = []
    quoted_of: str = ""
    exceptions: list[str] = []

    @rx.event
    async def match(self, form: dict):
        """`line` is its id, `number` the claim that was chosen; or `number_query` what was typed."""
        sent = entries(form)
        number = (told(sent.get("number")) or told(sent.get("number_query"))).strip().partition(" ")[0].upper()
        if not number:
            return refused(CHOOSE)
        line_id = told(sent.get("line"))
        done = await attempt(choose_match, numbered(line_id), number)
        if done.value is None:
            return await self._settled(done)
        fits = done.value.outcome == Outcome.MATCHED
        words = _("It is posted with the others.") if fits else _("It cannot be posted: {why}", why=done.value.why)
        told_words = _(
            "Line {position} is matched to {number}. {words}", position=done.value.position, number=number, words=words
        )
        return await self._settled(done, told_words, type(self).forget(line_id))

    @rx.event
    async def forget(self, line_id: str):
        """The choice is taken back."""
        done = await attempt(forget_match, numbered(line_id))
        self.exceptions = [one for one in self.exceptions if not done.well or one != told(line_id)]
        return await self._settled(done, _("The line is not matched any more."))

    @rx.event
    async def skip(self, line_id: str):
        done = await attempt(skip_line, numbered(line_id))
        words = _("Line {position} is skipped.", position=done.value.position) if done.value else ""
        return await self._settled(done, words, type(self).take_up(told(line_id)))

    @rx.event
    async def take_up(self, line_id: str):
        """A skipped line waits again."""
        return await self._settled(await attempt(take_up_line, numbered(line_id)), _("The line waits again."))

    @rx.event
    async def correct_plan(self, line_id: str):
        """The plan takes the member ID that the payer says is right."""
        done = await attempt(accept_corrected_insured, numbered(line_id))
        return await self._settled(done, _("The plan has the payer’s member ID now."))

    @rx.event
    async def keep_plan(self, line_id: str):
        """The plan stays as it is."""
        done = await attempt(dismiss_corrected_insured, numbered(line_id))
        return await self._settled(done, _("The plan stays as it is."))

    @rx.event
    def quote(self, line_id: str):
        """Shows the segments of a line, or puts them away again."""
        line_id = told(line_id, 20)
        if line_id == self.quoted_of:
            self.quoted, self.quoted_of = [], ""
            return None
        found = look(show_segments, numbered(line_id))
        if found.value is None:
            return refused(found.sentence(NOT_DONE))
        why = next((one.detail for one in getattr(self, "problems", []) if one.id == line_id), "")
        bad = re.search(r"segment (\d+)", why)
        self.quoted = quoted(found.value, int(bad.group(1)) if bad else 0)
        self.quoted_of = line_id
        return None

    async def _settled(self, done: Done[Any], words: str = "", undo: Any = None) -> Any:
        self._show()
        shell = await self.get_state(ShellState)
        shell._refresh()
        return said(words, undo) if done.well else refused(done.sentence(NOT_DONE))

    def _show(self, opening: bool = False) -> None:
        """Shows the ERA anew."""
