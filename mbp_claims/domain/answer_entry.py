"""A payer's answer as typed into the File Claim or Complete Claim form: rows of text, and the answer they make."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.money import parse_cents, plain_cents


@dataclass(frozen=True)
class EntryRow:
    """One adjustment row as typed. `key` names it in the form; `line` is a line's position or CLAIM_LEVEL."""

    key: str
    line: int
    group: str
    reason: str
    amount: str
    quantity: str = ""

    @property
    def empty(self) -> bool:
        return not (self.reason.strip() or self.amount.strip())


@dataclass(frozen=True)
class AnswerEntry:
    """The whole form: rows in order, and what was paid, by line position (CLAIM_LEVEL: for the claim as a whole)."""

    rows: tuple[EntryRow, ...]
    paid: Mapping[int, str]

    @property
    def by_line(self) -> bool:
        return CLAIM_LEVEL not in self.paid


def live_answer(entry: AnswerEntry, shape: Answer) -> Answer:
    """The answer as far as it can be read while somebody types: what is no amount yet counts as nothing."""
    paid = {line: _lenient(text) for line, text in entry.paid.items()}
    reductions = tuple(
        Reduction(row.line, row.group, row.reason, _lenient(row.amount), row.quantity) for row in entry.rows
    )
    return answer_as_typed(shape, entry, paid, reductions)


def entry_of(answer: Answer) -> AnswerEntry:
    """The form as an answer fills it: keys number the rows through all lines."""
    rows = tuple(
        EntryRow(str(number), r.line, r.group, r.reason, plain_cents(r.cents), r.quantity)
        for number, r in enumerate(answer.reductions, 1)
    )
    paid = {p.line: plain_cents(p.cents) for p in answer.payments} or {CLAIM_LEVEL: plain_cents(answer.paid_cents)}
    return AnswerEntry(rows, paid)


def answer_as_typed(
    shape: Answer, entry: AnswerEntry, paid: Mapping[int, int], reductions: tuple[Reduction, ...]
) -> Answer:
    """The amounts in cents, and from `shape` what is not typed. A claim-level reduction lowers what was paid in all."""
    payments: tuple[LinePayment, ...] = ()
    total = paid.get(CLAIM_LEVEL, 0)
    if entry.by_line:
        known = {payment.line: payment for payment in shape.payments}
        payments = tuple(
            replace(known.get(line, LinePayment(line, 0, units="")), cents=cents)
            for line, cents in sorted(paid.items())
        )
        at_claim = sum(r.cents for r in reductions if r.line == CLAIM_LEVEL)
        total = sum(paid.values()) - at_claim
    return Answer(
        total, shape.adjudicated_on, payments, reductions, shape.control_number,
        shape.status_code, shape.remarks, shape.moa,
    )  # fmt: skip


def _lenient(text: str) -> int:
    try:
        return parse_cents(text)
    except ValueError:
        return 0
