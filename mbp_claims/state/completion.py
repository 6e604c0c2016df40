"""Mark as completed…: a payer's answer typed in from the paper EOB."""

from dataclasses import replace
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.complete_from_era import complete_from_era, entry_from_era
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.clock import today
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.answer_form import AnswerForm
from mbp_claims.domain.claim_facts import OpenClaim
from mbp_claims.domain.days import show_day
from mbp_claims.state.answer_rows import AnswerRows
from mbp_claims.state.arguments import entries, fresh, numbered, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.shell import ShellState
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.adjustment import CompleteClaimView
from mbp_claims.views.show_adjustment import complete_claim_view
from mbp_claims.words import _

NOT_COMPLETED = _("The claim was not completed. Your entries are still here.")


class CompletionState(AnswerRows, rx.State):
    """The form of one claim that its payer answered on paper."""

    view: CompleteClaimView = CompleteClaimView()
    _version: int = 0
    _era_line: int = 0
    """The line of an ERA that could not be posted as it came and is entered by this form; 0 for a paper EOB."""

    @rx.event
    def open(self, number: str):
        self._era_line = 0
        return self._open(told(number))

    @rx.event
    def open_line(self, line_id: str, number: str):
        """Filled in with what the ERA said, whether it adds up or not."""
        self._era_line = numbered(line_id)
        return self._open(told(number))

    def _open(self, number: str) -> Any:
        of = look(open_claim, number)
        if of.value is None:
            return [close(testids.COMPLETE_DIALOG), refused(of.sentence(_("The claim did not load. Try again.")))]
        self._number, self._version = of.value.facts.claim.number, of.value.facts.claim.version
        said = look(entry_from_era, self._era_line, self._number).value if self._era_line else None
        blank = AnswerForm.blank([line.position for line in of.value.lines])
        self._form = AnswerForm.from_entry(said) if said else blank
        self._typed = {"eob_date": show_day(today())}
        self._show({}, fresh(self.view.key))
        return None

    @rx.event
    async def submit(self, form: dict):
        sent = entries(form)
        self._form = self._form.submitted(sent)
        self._typed = {name: told(sent.get(name)) for name in ("control_number", "eob_date", "later")}
        later = self._typed.get("later") == "on"
        given = (self._number, self._form.entry, self._typed)
        if self._era_line:
            done = await attempt(complete_from_era, self._era_line, *given, self._version)
        else:
            done = await attempt(complete_by_hand, *given, later, self._version)
        if done.value is None:
            self._version = done.seen(self._version)
            self._show(done.errors)
            self.view = replace(self.view, errors=done.errors, failure=NOT_COMPLETED if done.failed else "")
            return problem(testids.COMPLETE_DIALOG)
        claim, secondary = done.value
        claims = await self.get_state(ClaimsState)
        await claims._changed(claim.number)
        await (await self.get_state(ClaimState))._changed(claim.number)
        (await self.get_state(ChartState))._money_changed()
        words = _("Claim {number} {status}.", number=claim.number, status=claim.status)
        if secondary:
            shell = await self.get_state(ShellState)
            shell.announcement = _("Secondary claim {number} was created.", number=secondary.number)
            words += f" {shell.announcement}"
        back = f"[data-testid={testids.claim_actions(claim.number)}]"
        return [close(testids.COMPLETE_DIALOG, back, "main h1"), said(words)]

    def _show(self, errors: dict[str, str] | None = None, key: str = "") -> None:
        of = self._claim()
        if of is not None:
            wrong = self._wrong(of) if errors is None else errors
            failure = self.view.failure if errors is None else ""
            self.view = complete_claim_view(of, self._form, self._blank(of), self._typed, key or self.view.key, wrong)
            # Typing that was on its way when Submit failed does not wipe out that it failed.
            self.view = replace(self.view, failure=failure)

    def _claim(self) -> OpenClaim | None:
        return look(open_claim, self._number).value

    def _blank(self, _of: OpenClaim) -> Answer:
        return Answer(0, today())
