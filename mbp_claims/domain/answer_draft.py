"""A payer's answer as typed into the File Claim or Complete Claim form, checked line by line."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.balance import claim_balance, line_balances
from mbp_claims.domain.codes import GROUP_CODES
from mbp_claims.domain.money import parse_cents, plain_cents
from mbp_claims.domain.violation import RuleViolation

GROUPS = tuple(GROUP_CODES)
AMOUNT = "Amount must be dollars and cents, like 23.20"


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


def checked_answer(
    entry: AnswerEntry, charges: Mapping[int, int], shape: Answer, may_be_off: bool = False
) -> tuple[Answer, dict[str, str]]:
    """The answer that was typed, and a sentence for each field that cannot stand (none: it may be filed).

    `shape` lends what is not typed: date, control number, units and procedures. Amounts in cents.
    """
    errors: dict[str, str] = {}
    paid = {line: _amount(text, f"paid-{line}", "Enter what was paid", errors) for line, text in entry.paid.items()}
    _refuse_negative(paid, errors)
    reductions = [_reduction(number, row, errors) for number, row in enumerate(entry.rows, 1) if not row.empty]
    _refuse_twins(entry.rows, errors)
    answer = _answer(shape, entry, paid, tuple(reductions))
    if not errors and not may_be_off:
        errors |= off_by_field(charges, answer)
    return answer, errors


def live_answer(entry: AnswerEntry, shape: Answer) -> Answer:
    """The answer as far as it can be read while somebody types: what is no amount yet counts as nothing."""
    paid = {line: _lenient(text) for line, text in entry.paid.items()}
    reductions = tuple(
        Reduction(row.line, row.group, row.reason, _lenient(row.amount), row.quantity) for row in entry.rows
    )
    return _answer(shape, entry, paid, reductions)


def entry_of(answer: Answer) -> AnswerEntry:
    """The form as an answer fills it: keys number the rows through all lines."""
    rows = tuple(
        EntryRow(str(number), r.line, r.group, r.reason, plain_cents(r.cents), r.quantity)
        for number, r in enumerate(answer.reductions, 1)
    )
    paid = {p.line: plain_cents(p.cents) for p in answer.payments} or {CLAIM_LEVEL: plain_cents(answer.paid_cents)}
    return AnswerEntry(rows, paid)


def off_by_field(charges: Mapping[int, int], answer: Answer) -> dict[str, str]:
    """A sentence for each equation that does not hold, by the line it belongs to."""
    off = {
        f"line-{line}": balance.refusal(f"Line {line}")
        for line, balance in line_balances(charges, answer).items()
        if not balance.balanced
    }
    whole = claim_balance(charges, answer)
    if not off and not whole.balanced:
        off[f"line-{CLAIM_LEVEL}"] = whole.refusal("The claim")
    return off


def refuse(errors: dict[str, str]) -> None:
    if errors:
        raise RuleViolation.of(errors)


def _answer(shape: Answer, entry: AnswerEntry, paid: dict[int, int], reductions: tuple[Reduction, ...]) -> Answer:
    payments: tuple[LinePayment, ...] = ()
    total = paid.get(CLAIM_LEVEL, 0)
    if entry.by_line:
        known = {payment.line: payment for payment in shape.payments}
        payments = tuple(
            LinePayment(line, cents, *_paid_for(known.get(line), cents)) for line, cents in sorted(paid.items())
        )
        at_claim = sum(r.cents for r in reductions if r.line == CLAIM_LEVEL)
        total = sum(paid.values()) - at_claim
    return Answer(
        total, shape.adjudicated_on, payments, reductions, shape.control_number,
        shape.status_code, shape.remarks, shape.moa,
    )  # fmt: skip


def _paid_for(known: LinePayment | None, cents: int) -> tuple[str, str, tuple[str, ...]]:
    if known:
        return known.units, known.procedure, known.modifiers
    return ("1" if cents else "0"), "", ()


def _reduction(number: int, row: EntryRow, errors: dict[str, str]) -> Reduction:
    if row.group not in GROUPS:
        errors.setdefault(f"group-{row.key}", f"Choose a group code for adjustment {number}")
    reason = row.reason.strip().upper()
    if not reason or len(reason) > 5 or not reason.isalnum():
        errors.setdefault(f"reason-{row.key}", f"Choose a reason code for adjustment {number}")
    cents = _amount(row.amount, f"amount-{row.key}", f"Enter an amount for adjustment {number}", errors)
    if cents == 0 and f"amount-{row.key}" not in errors:
        errors[f"amount-{row.key}"] = f"Enter an amount for adjustment {number}, or remove it"
    return Reduction(row.line, row.group, reason[:5], cents, row.quantity)


def _refuse_negative(paid: dict[int, int], errors: dict[str, str]) -> None:
    for line, cents in paid.items():
        if cents < 0:
            errors.setdefault(f"paid-{line}", "What was paid cannot be below zero")


def _refuse_twins(rows: tuple[EntryRow, ...], errors: dict[str, str]) -> None:
    codes = Counter((row.line, row.group, row.reason.strip().upper()) for row in rows if not row.empty)
    for row in rows:
        code = (row.line, row.group, row.reason.strip().upper())
        if not row.empty and codes[code] > 1 and code[2]:
            said = f"Reason {code[2]} with group {row.group} appears twice. Combine them."
            errors.setdefault(f"reason-{row.key}", said)


def _amount(text: str, name: str, missing: str, errors: dict[str, str]) -> int:
    if not text.strip():
        errors.setdefault(name, missing)
        return 0
    try:
        return parse_cents(text)
    except ValueError:
        errors.setdefault(name, AMOUNT)
        return 0


def _lenient(text: str) -> int:
    try:
        return parse_cents(text)
    except ValueError:
        return 0
