"""Whether a payer's answer that was typed may stand: each field, and the equation of each line."""

from collections import Counter
from collections.abc import Mapping

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, Reduction
from mbp_claims.domain.answer_entry import AnswerEntry, EntryRow, answer_as_typed, entry_of, live_answer
from mbp_claims.domain.balance import Balance, claim_balance, line_balances
from mbp_claims.domain.codes import GROUP_CODES, reason
from mbp_claims.domain.money import parse_cents
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

__all__ = ["AnswerEntry", "EntryRow", "checked_answer", "entry_of", "live_answer", "off_by_field", "refuse"]

GROUPS = tuple(GROUP_CODES)
AMOUNT = _("Amount must be dollars and cents, like 23.20")
UNPAID = _("Enter what was paid")
BELOW_ZERO = _("What was paid cannot be below zero")


def checked_answer(
    entry: AnswerEntry, charges: Mapping[int, int], shape: Answer, may_be_short: bool = False
) -> tuple[Answer, dict[str, str]]:
    """The answer that was typed, and a sentence for each field that cannot stand (none: it may be filed).

    `charges` are cents by line position. `shape` lends what is not typed: date, control number, units and
    procedures; a reason that it holds already may be on no list. With `may_be_short` the rest may be typed later.
    """
    errors: dict[str, str] = {}
    paid = {line: _amount(text, f"paid-{line}", UNPAID, errors) for line, text in _payments(entry, charges).items()}
    _refuse_negative(paid, errors)
    reductions = tuple(
        _reduction(number, row, shape, errors) for number, row in enumerate(entry.rows, 1) if not row.empty
    )
    _refuse_strange_lines(entry, charges, errors)
    _refuse_twins(entry.rows, errors)
    answer = answer_as_typed(shape, entry, paid, reductions)
    if not errors:
        errors |= off_by_field(charges, answer, may_be_short)
    return answer, errors


def off_by_field(charges: Mapping[int, int], answer: Answer, may_be_short: bool = False) -> dict[str, str]:
    """A sentence for each equation that does not hold, by the line it belongs to."""
    off = {
        f"line-{line}": balance.refusal(_("Line {line}", line=line))
        for line, balance in line_balances(charges, answer).items()
        if not _stands(balance, may_be_short)
    }
    whole = claim_balance(charges, answer)
    if not off and not _stands(whole, may_be_short):
        off[f"line-{CLAIM_LEVEL}"] = whole.refusal(_("The claim"))
    if not off and answer.paid_cents < 0:
        off[f"line-{CLAIM_LEVEL}"] = BELOW_ZERO
    return off


def refuse(errors: dict[str, str]) -> None:
    """RuleViolation with these sentences, if there are any."""
    if errors:
        raise RuleViolation.of(errors)


def _payments(entry: AnswerEntry, charges: Mapping[int, int]) -> dict[int, str]:
    """What was typed as paid: for each line, or for the claim as a whole; where nothing came, nothing was typed."""
    if not entry.by_line:
        return {CLAIM_LEVEL: entry.paid[CLAIM_LEVEL]}
    return {line: entry.paid.get(line, "") for line in charges}


def _stands(balance: Balance, may_be_short: bool) -> bool:
    return balance.balanced or (may_be_short and balance.short > 0)


def _reduction(number: int, row: EntryRow, shape: Answer, errors: dict[str, str]) -> Reduction:
    """The row's values. A reason on no list, and an amount of zero, stand only where `shape` has them."""
    if row.group not in GROUPS:
        errors.setdefault(f"group-{row.key}", _("Choose a group code for adjustment {number}", number=number))
    said = row.reason.strip().upper()
    if reason(said) is None and said not in {r.reason for r in shape.reductions}:
        errors.setdefault(f"reason-{row.key}", _("Choose a reason code for adjustment {number}", number=number))
    cents = _amount(
        row.amount, f"amount-{row.key}", _("Enter an amount for adjustment {number}", number=number), errors
    )
    reduction = Reduction(row.line, row.group, said, cents, row.quantity)
    if cents == 0 and reduction not in shape.reductions:
        errors.setdefault(
            f"amount-{row.key}", _("Enter an amount for adjustment {number}, or remove it", number=number)
        )
    return reduction


def _refuse_negative(paid: dict[int, int], errors: dict[str, str]) -> None:
    for line, cents in paid.items():
        if cents < 0:
            errors.setdefault(f"paid-{line}", BELOW_ZERO)


def _refuse_strange_lines(entry: AnswerEntry, charges: Mapping[int, int], errors: dict[str, str]) -> None:
    """A form that was opened over other lines than the claim has, or none of ours at all."""
    if {row.line for row in entry.rows} | set(entry.paid) <= {CLAIM_LEVEL, *charges}:
        return
    errors.setdefault(f"line-{CLAIM_LEVEL}", _("The claim has other service lines. Reload to see them."))


def _refuse_twins(rows: tuple[EntryRow, ...], errors: dict[str, str]) -> None:
    codes = Counter((row.line, row.group, row.reason.strip().upper()) for row in rows if not row.empty)
    for row in rows:
        code = (row.line, row.group, row.reason.strip().upper())
        if not row.empty and codes[code] > 1 and code[2]:
            said = _("Reason {code} with group {group} appears twice. Combine them.", code=code[2], group=row.group)
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
