"""The EOB of the payer before: its answer as readable pages that stand behind the claim form."""

from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from mbp_claims.domain.answer import CLAIM_LEVEL
from mbp_claims.domain.codes import CLAIM_STATUS, GROUP_CODES, meaning, plain_meaning, procedure_words, remark
from mbp_claims.domain.days import show_day
from mbp_claims.domain.eob import Eob
from mbp_claims.domain.money import format_cents
from mbp_claims.paper.fonts import drawable
from mbp_claims.paper.styles import (
    BODY,
    FLUSH,
    HEAD,
    INK,
    LABEL,
    RIGHT,
    RIGHT_STRONG,
    STRONG,
    TITLE,
    WIDTH,
    body,
    right,
    safe,
    table,
)


def eob_pages(eob: Eob) -> list[Flowable]:
    """What the pages show, in order. A row of a table is never split."""
    return [
        *_title(eob), _facts(eob),
        Paragraph("Service lines", HEAD), _lines(eob), Spacer(0, 8), Paragraph(_equation(eob), BODY),
        Paragraph("Adjustments", HEAD), _adjustments(eob),
        *_remarks(eob),
        KeepTogether([Paragraph("Payment", HEAD), Paragraph(_payment(eob), BODY)]),
    ]  # fmt: skip


def foot_words(eob: Eob) -> str:
    at = eob.printed_at
    source = "from the payer’s 835 file" if eob.check else "from the payer’s paper EOB"
    return drawable(f"Made by My Best Practice {source}. Printed {show_day(at.date())} by {eob.printed_by}.")


def _title(eob: Eob) -> list[Flowable]:
    source = "the electronic remittance advice (ERA)" if eob.check else "the paper EOB"
    changed = ", changed by hand" if eob.by_hand else ""
    told = f"From {source} of {show_day(eob.answer.adjudicated_on)}{changed}"
    payer = Paragraph(safe(eob.payer.name), RIGHT_STRONG)
    number = Paragraph(f"Payer ID {safe(eob.payer.payer_id)}" if eob.payer.payer_id else "", RIGHT)
    left = [Paragraph("Explanation of benefits", TITLE), Paragraph(told, BODY)]
    return [Table([[left, [payer, number]]], colWidths=[WIDTH * 0.62, WIDTH * 0.38], style=[*FLUSH])]


def _facts(eob: Eob) -> Table:
    check = eob.check
    facts = (
        ("Client", eob.client.name), ("Born", show_day(eob.client.born)),
        ("Member ID", eob.plan.member_id), ("Group", eob.plan.group_number or "None"),
        ("Our claim", eob.claim_number), ("Payer’s claim", eob.answer.control_number or "Not said"),
        ("Processed as", CLAIM_STATUS.get(eob.answer.status_code, f"Status {eob.answer.status_code}")),
        ("Answer date", show_day(eob.answer.adjudicated_on)),
        ("Paid to", f"{eob.practice.first_name} {eob.practice.name}".strip()), ("NPI", eob.practice.npi),
        ("Check or EFT", check.trace if check else "See the payer’s EOB"),
        ("Check total", format_cents(check.total_cents) if check else "See the payer’s EOB"),
    )  # fmt: skip
    cells = [[Paragraph(label, LABEL), Paragraph(safe(value), BODY)] for label, value in facts]
    rows = [cells[start : start + 4] for start in range(0, len(cells), 4)]
    return Table(rows, colWidths=[WIDTH / 4] * 4, spaceBefore=12, style=[*FLUSH, ("VALIGN", (0, 0), (-1, -1), "TOP")])


def _lines(eob: Eob) -> Table:
    heads = ("Line", "Date", "Service", "Charge", "Not allowed", "Allowed", "Other adj.", "Paid")
    rows: list[list[Any]] = [[Paragraph(head, STRONG if n < 3 else RIGHT_STRONG) for n, head in enumerate(heads)]]
    by_line = eob.answer.by_line
    for line in eob.lines:
        code = " ".join((line.procedure, *line.modifier_codes))
        words = [Paragraph(safe(code), BODY), Paragraph(safe(procedure_words(line.procedure)), LABEL)]
        amounts = [format_cents(line.charge_cents), *(_amounts(eob, line.position) if by_line else [""] * 4)]
        rows.append([body(line.position), body(show_day(line.service_date)), words, *map(right, amounts)])
    if eob.has_claim_level and by_line:
        rows.append([body("Claim"), "", body("Said of the whole claim"), right(""), *map(right, _of_claim(eob))])
    total = [format_cents(eob.charge_cents), *_amounts(eob, None)]
    rows.append([Paragraph("Total", STRONG), "", "", *(Paragraph(amount, RIGHT_STRONG) for amount in total)])
    widths = (34, 62, 118, 58, 62, 58, 56, 56)
    return table(rows, widths, [("LINEABOVE", (0, -1), (-1, -1), 0.8, INK)])


def _amounts(eob: Eob, line: int | None) -> list[str]:
    """Not allowed, allowed, other adjustments, paid."""
    answer = eob.answer
    charge = eob.charge_cents if line is None else sum(x.charge_cents for x in eob.lines if x.position == line)
    paid = answer.paid_cents if line is None else answer.paid_for(line)
    gone = eob.not_allowed(line)
    return [format_cents(cents) for cents in (gone, charge - gone, eob.other(line), paid)]


def _of_claim(eob: Eob) -> list[str]:
    return [format_cents(eob.not_allowed(CLAIM_LEVEL)), "", format_cents(eob.other(CLAIM_LEVEL)), ""]


def _equation(eob: Eob) -> str:
    terms = [f"<b>{format_cents(eob.answer.paid_cents)}</b> paid"]
    for group in dict.fromkeys(r.group for r in eob.answer.reductions):
        cents = sum(r.cents for r in eob.answer.reductions if r.group == group)
        terms.append(f"<b>{format_cents(cents)}</b> {GROUP_CODES.get(group, group).lower()}")
    off = eob.off_cents
    state = "Balanced." if not off else f"{format_cents(abs(off))} {'short' if off > 0 else 'over'}."
    return f"<b>{format_cents(eob.charge_cents)}</b> charge = {' + '.join(terms)}. {state}"


def _adjustments(eob: Eob) -> Flowable:
    if not eob.answer.reductions:
        return Paragraph("None. The payer paid the whole charge.", BODY)
    rows: list[list[Any]] = [
        [Paragraph(head, STRONG) for head in ("Line", "Code", "What it means")] + [Paragraph("Amount", RIGHT_STRONG)]
    ]
    for one in eob.answer.reductions:
        group = GROUP_CODES.get(one.group, f"Group {one.group}")
        words = f"{group}. {meaning(one.reason)}. {plain_meaning(one.group, one.reason, eob.next_payer or None)}"
        where = "Claim" if one.line == CLAIM_LEVEL else str(one.line)
        rows.append([body(where), body(one.code), body(words), right(format_cents(one.cents))])
    return table(rows, (40, 54, 340, 70))


def _remarks(eob: Eob) -> list[Flowable]:
    codes = dict.fromkeys((*eob.answer.remarks, *(code for code in eob.answer.moa if code and code[0].isalpha())))
    if not codes:
        return []
    rows: list[list[Any]] = [[Paragraph(head, STRONG) for head in ("Code", "What it means")]]
    rows += [[body(code), body(remark(code))] for code in codes]
    return [Paragraph("Remarks", HEAD), table(rows, (60, WIDTH - 60))]


def _payment(eob: Eob) -> str:
    paid = format_cents(eob.answer.paid_cents)
    check = eob.check
    if check is None:
        return f"{safe(eob.payer.name)} paid {paid} for this claim. A copy of its paper EOB belongs behind this page."
    claims = f"{check.claims} claim{'' if check.claims == 1 else 's'}"
    return (
        f"Check or EFT {safe(check.trace)} of {show_day(check.paid_on)} pays {format_cents(check.total_cents)} for "
        f"{claims}. This page shows 1 of them: {paid}."
    )
