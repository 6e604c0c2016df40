"""What both adjustment forms share: rows of group, reason and amount, and what was paid for each line."""

import reflex as rx

from mbp_claims.domain.answer_draft import checked_answer, live_answer
from mbp_claims.domain.answer_form import AnswerForm
from mbp_claims.domain.balance import claim_balance, line_balances
from mbp_claims.domain.claim_facts import OpenClaim
from mbp_claims.state.arguments import numbered, told

IN_ROWS = ("group-", "reason-", "amount-", "paid-", "line-")
"""How the fields begin that are checked anew with every change; what else was refused stays until Submit."""


class AnswerRows(rx.State, mixin=True):
    """A form's rows. Whoever mixes it in shows them (`_show`) and knows the claim (`_claim`, `_blank`)."""

    _number: str = ""
    _form: AnswerForm = AnswerForm()
    _typed: dict[str, str] = {}

    @rx.event
    def set_group(self, row_id: str, value: str):
        self._change(self._form.typed(told(row_id), group=told(value)))

    @rx.event
    def set_reason(self, row_id: str, value: str):
        self._change(self._form.typed(told(row_id), reason=told(value)))

    @rx.event
    def set_amount(self, row_key: str, value: str):
        self._change(self._form.amount_typed(told(row_key), told(value)))

    @rx.event
    def set_paid(self, line: str, value: str):
        self._change(self._form.paid_typed(numbered(line), told(value)))

    @rx.event
    def add_row(self, line: str):
        self._change(self._form.added(numbered(line)))

    @rx.event
    def remove_row(self, row_id: str):
        self._change(self._form.removed(told(row_id)))

    @rx.event
    def undo_remove(self, _line: str):
        self._change(self._form.undone())

    @rx.event
    def restore_row(self, row_id: str):
        self._change(self._form.restored(told(row_id)))

    @rx.event
    def use_remaining(self, row_id: str):
        """Puts what the line is short of into the row."""
        row = next((row for row in self._form.rows if row.id == told(row_id)), None)
        of = self._claim()
        if row is None or of is None:
            return
        live = live_answer(self._form.entry, self._blank(of))
        balance = line_balances(of.charges, live).get(row.line) or claim_balance(of.charges, live)
        if balance.short > 0:
            self._change(self._form.filled(row.id, balance.short))

    def _wrong(self, of: OpenClaim) -> dict[str, str]:
        """After a refusal: what is still wrong while it is being mended."""
        if not self.view.errors:
            return {}
        besides = {name: said for name, said in self.view.errors.items() if not name.startswith(IN_ROWS)}
        later = self._typed.get("later") == "on"
        return besides | checked_answer(self._form.entry, of.charges, self._blank(of), later)[1]

    def _change(self, form: AnswerForm) -> None:
        if form != self._form:
            self._form = form
            self._show()
