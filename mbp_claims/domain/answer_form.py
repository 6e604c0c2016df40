"""The rows of an adjustment form while somebody works in it: every change gives a new form, nothing is lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer
from mbp_claims.domain.answer_entry import AnswerEntry
from mbp_claims.domain.form_row import FormRow, edited, form_rows
from mbp_claims.domain.money import plain_cents

LONGEST = 40


@dataclass(frozen=True)
class AnswerForm:
    """Rows in order, what was paid by line as typed, and the row that was removed last (with its place)."""

    rows: tuple[FormRow, ...] = ()
    paid: Mapping[int, str] = field(default_factory=dict)
    paid_fixed: bool = False
    next_id: int = 1
    gone: tuple[int, FormRow] | None = None

    @classmethod
    def of(cls, answer: Answer, era: Answer | None) -> "AnswerForm":
        """The form as an answer fills it; where an ERA stands behind it, each row knows what the ERA said."""
        rows = form_rows(answer, era)
        paid = {p.line: plain_cents(p.cents) for p in answer.payments} or {CLAIM_LEVEL: plain_cents(answer.paid_cents)}
        return cls(rows, paid, era is not None, len(rows) + 1)

    @classmethod
    def from_entry(cls, entry: AnswerEntry) -> "AnswerForm":
        """The form as something else has filled it in, to be corrected; nothing of it is fixed."""
        rows = tuple(
            FormRow(str(number), row.line, row.group, row.reason, row.amount, row.quantity)
            for number, row in enumerate(entry.rows, 1)
        )
        return cls(rows, dict(entry.paid), False, len(rows) + 1)

    @classmethod
    def blank(cls, lines: list[int]) -> "AnswerForm":
        """One empty row under each line, for typing from paper."""
        rows = tuple(FormRow(str(number), line) for number, line in enumerate(lines, 1))
        return cls(rows, dict.fromkeys(lines, ""), False, len(rows) + 1)

    @property
    def entry(self) -> AnswerEntry:
        return AnswerEntry(tuple(row.entry for row in self.rows), dict(self.paid))

    def typed(self, row_id: str, **values: str) -> "AnswerForm":
        """Some of group, reason, amount as typed; an unknown row changes nothing."""
        cut: dict[str, Any] = {name: text[:LONGEST] for name, text in values.items()}
        return self._with(row_id, lambda row: replace(row, **cut))

    def amount_typed(self, key: str, text: str) -> "AnswerForm":
        """By the row's key: an amount that arrives after the row was refilled changes nothing."""
        row = next((row for row in self.rows if row.key == key), None)
        return self.typed(row.id, amount=text) if row else self

    def paid_typed(self, line: int, text: str) -> "AnswerForm":
        if self.paid_fixed or line not in self.paid:
            return self
        return replace(self, paid={**self.paid, line: text[:LONGEST]})

    def added(self, line: int) -> "AnswerForm":
        """An empty row after the last one of the line."""
        if line not in {*self.paid, CLAIM_LEVEL} or len(self.rows) >= 500:
            return self
        after = [at for at, row in enumerate(self.rows, 1) if row.line == line]
        at = after[-1] if after else sum(0 < row.line < line or row.line == CLAIM_LEVEL for row in self.rows)
        row = FormRow(str(self.next_id), line)
        return replace(self, rows=(*self.rows[:at], row, *self.rows[at:]), next_id=self.next_id + 1)

    def removed(self, row_id: str) -> "AnswerForm":
        for at, row in enumerate(self.rows):
            if row.id == row_id:
                return replace(self, rows=(*self.rows[:at], *self.rows[at + 1 :]), gone=(at, row))
        return self

    def undone(self) -> "AnswerForm":
        """The row that was removed last comes back to its place."""
        if self.gone is None:
            return self
        at, row = self.gone
        return replace(self, rows=(*self.rows[:at], row, *self.rows[at:]), gone=None)

    def restored(self, row_id: str) -> "AnswerForm":
        """The row says again what the ERA said."""
        return self._with(row_id, FormRow.as_era)

    def filled(self, row_id: str, cents: int) -> "AnswerForm":
        return self._with(row_id, lambda row: replace(row, amount=plain_cents(cents), turn=row.turn + 1))

    def submitted(self, form: Mapping[str, object]) -> "AnswerForm":
        """With all that the browser sent along: what was typed last may not have arrived on its own yet."""
        changed = self
        for row in self.rows:
            named = {name: form.get(f"{name}-{row.id}") for name in ("group", "reason", "amount")}
            changed = changed.typed(row.id, **{name: text for name, text in named.items() if isinstance(text, str)})
        for line in self.paid:
            if isinstance(text := form.get(f"paid-{line}"), str):
                changed = changed.paid_typed(line, text)
        return changed

    def differing(self, era: Answer | None) -> int:
        """How many of the ERA's amounts the form says differently, or not at all; and those it adds."""
        if era is None:
            return 0
        kept = [row for row in self.rows if row.era and not edited(row)]
        return max(len(era.reductions), len([row for row in self.rows if not row.entry.empty])) - len(kept)

    def _with(self, row_id: str, change: Callable[[FormRow], FormRow]) -> "AnswerForm":
        return replace(self, rows=tuple(change(row) if row.id == row_id else row for row in self.rows))
