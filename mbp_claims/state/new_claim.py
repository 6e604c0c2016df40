"""New Claim: a session to be billed, kept while somebody works in the form."""

from dataclasses import replace
from datetime import date

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.edit_claim import edit_claim
from mbp_claims.actions.open_new_claim import open_claim_again, open_new_claim, payers_on
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.clock import today
from mbp_claims.domain.claim import MOST_DIAGNOSES, MOST_LINES
from mbp_claims.domain.claim_facts import NewClaim
from mbp_claims.domain.days import parse_day, show_day
from mbp_claims.domain.money import format_cents, parse_cents
from mbp_claims.state.arguments import entries, fresh, told
from mbp_claims.state.base import Done, attempt, look
from mbp_claims.state.chart import client_number
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.new_claim import DiagnosisRow, NewClaimView, NewLineRow
from mbp_claims.views.show_new_claim import edit_claim_view, new_claim_view, numbered_diagnoses, numbered_lines
from mbp_claims.words import _

NOT_SAVED = _("The claim was not saved. Your entries are still here.")


class NewClaimState(rx.State):
    """The form of one new claim. Proposed from the client's last claim, so that most sessions need a date only."""

    view: NewClaimView = NewClaimView()
    _client: str = ""
    _next: int = 1
    _seen: int = 0
    _charges: dict[str, str] = {}

    @rx.event
    def open(self):
        opened = look(open_new_claim, client_number(str(self.router.url.path)))
        if opened.value is None:
            return _not_loaded(opened)
        self._begin(opened.value, new_claim_view(opened.value, today(), fresh(self.view.key)), today())
        return None

    @rx.event
    def open_again(self, number: str):
        """The form over a claim that waits for us."""
        opened = look(open_claim_again, told(number))
        if opened.value is None or opened.value.latest is None:
            return _not_loaded(opened)
        day, self._seen = opened.value.latest.service_from, opened.value.latest.version
        self._begin(opened.value, edit_claim_view(opened.value, fresh(self.view.key)), day)
        return None

    @rx.event
    def set_date(self, text: str):
        try:
            self._who_pays(parse_day(told(text), today()))
        except ValueError:
            self.view = replace(self.view, badge="", plan="", plan_note=_("Enter the date of service first."))

    @rx.event
    def set_charge(self, row_id: str, text: str):
        if told(row_id) in {row.id for row in self.view.lines}:
            self._charges = {**self._charges, told(row_id): told(text, 40)}
            self._total()

    @rx.event
    def add_line(self):
        if len(self.view.lines) < MOST_LINES:
            row = NewLineRow(self._new_id(), "", pointers="1")
            self.view = replace(self.view, lines=numbered_lines([*self.view.lines, row]))

    @rx.event
    def remove_line(self, row_id: str):
        kept = [row for row in self.view.lines if row.id != told(row_id)]
        if kept:
            self.view = replace(self.view, lines=numbered_lines(kept))
            self._total()

    @rx.event
    def add_diagnosis(self):
        if len(self.view.diagnoses) < MOST_DIAGNOSES:
            rows = [*self.view.diagnoses, DiagnosisRow(self._new_id(), "")]
            self.view = replace(self.view, diagnoses=numbered_diagnoses(rows))

    @rx.event
    def remove_diagnosis(self, row_id: str):
        kept = [row for row in self.view.diagnoses if row.id != told(row_id)]
        if kept:
            self.view = replace(self.view, diagnoses=numbered_diagnoses(kept))

    @rx.event
    async def submit(self, form: dict):
        lines = tuple(row.id for row in self.view.lines)
        diagnoses = tuple(row.id for row in self.view.diagnoses)
        sent, editing = _with_typed_diagnoses(entries(form), diagnoses), self.view.number
        done = (
            await attempt(edit_claim, editing, sent, lines, diagnoses, self._seen)
            if editing
            else await attempt(start_claim, self._client, sent, lines, diagnoses)
        )
        if done.value is None:
            self._seen = done.seen(self._seen)
            self.view = replace(self.view, errors=done.errors, failure=NOT_SAVED if done.failed else "")
            return problem(testids.NEW_CLAIM_DIALOG)
        number = done.value.number
        claims = await self.get_state(ClaimsState)
        await claims._changed(number)
        await (await self.get_state(ClaimState))._changed(number)
        row = f"[data-testid={testids.claim_actions(number)}]"
        return [
            close(testids.NEW_CLAIM_DIALOG, row),
            said(
                _("Claim {number} was changed.", number=number)
                if editing
                else _("Claim {number} was added.", number=number)
            ),
        ]

    def _begin(self, new: NewClaim, view: NewClaimView, day: date) -> None:
        self._client, self.view = new.client.number, view
        self._next = len(view.lines) + len(view.diagnoses) + 1
        self._charges = {row.id: row.charge for row in view.lines}
        self._total()
        self._who_pays(day)

    def _new_id(self) -> str:
        self._next += 1
        return str(self._next)

    def _who_pays(self, day: date) -> None:
        first, second = look(payers_on, self._client, day).value or ("", "")
        if first:
            then = _("then {second}", second=second) if second else _("No secondary plan covers that day.")
            self.view = replace(self.view, badge="P", plan=_("{first}, primary", first=first), plan_note=then)
        else:
            note = _("No primary plan covers {day}. Add one, or change the date.", day=show_day(day))
            self.view = replace(self.view, badge="", plan="", plan_note=note)

    def _total(self) -> None:
        cents = 0
        for row in self.view.lines:
            try:
                cents += parse_cents(self._charges.get(row.id, ""))
            except ValueError:
                continue
        self.view = replace(self.view, total=format_cents(cents))


def _not_loaded(opened: Done) -> list:
    return [close(testids.NEW_CLAIM_DIALOG), refused(opened.sentence(_("The form did not load. Try again.")))]


def _with_typed_diagnoses(form: dict[str, object], keys: tuple[str, ...]) -> dict[str, object]:
    """A code that was typed and not picked counts as typed."""
    typed = {f"diagnosis-{key}": form.get(f"diagnosis-{key}") or form.get(f"diagnosis-{key}_query", "") for key in keys}
    return {**form, **typed}
