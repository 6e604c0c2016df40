"""A superbill on pages of letter size, from the same words as the page on the screen."""

from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from mbp_claims.domain.superbill_sheet import Fact, Heads, Sheet
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
from mbp_claims.words import _

TOP: list[Any] = [*FLUSH, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("RIGHTPADDING", (0, 0), (-1, -1), 12)]
WIDTHS = (62, 178, 38, 62, 36, 64, 64)
NUMBERS = 4
"""From this column on they stand to the right."""


def superbill_pages(sheet: Sheet) -> list[Flowable]:
    """In order. A row of a table is never split, and the signature never stands alone."""
    return [
        _title(sheet), _parties(sheet),
        Paragraph(Heads.DIAGNOSES, HEAD), _pairs(sheet.diagnoses, (24, WIDTH - 24)), Spacer(0, 12),
        _services(sheet),
        KeepTogether([Paragraph(Heads.TOTALS, HEAD), _totals(sheet.totals), Spacer(0, 34), _signature(sheet)]),
    ]  # fmt: skip


def superbill_foot(sheet: Sheet) -> str:
    """Under every page."""
    return drawable(_("{title} {number}. {about}.", title=Heads.TITLE, number=sheet.number, about=sheet.about))


def _title(sheet: Sheet) -> Table:
    left = [Paragraph(f"{Heads.TITLE} {safe(sheet.number)}", TITLE), body(sheet.period)]
    return Table([[left, [Paragraph(safe(sheet.about), RIGHT)]]], colWidths=[WIDTH * 0.5] * 2, style=[*FLUSH])


def _parties(sheet: Sheet) -> Table:
    sides = ((sheet.practice, sheet.practice_facts), (sheet.client, sheet.client_facts))
    cells = [
        [Paragraph(safe(who[0]), STRONG), *map(body, who[1:]), Spacer(0, 5), *(body(_said(one)) for one in facts)]
        for who, facts in sides
    ]
    return Table([cells], colWidths=[WIDTH / 2] * 2, spaceBefore=16, style=TOP)


def _said(fact: Fact) -> str:
    return f"{fact.label} {fact.value}"


def _pairs(facts: list[Fact], widths: tuple[float, float]) -> Table:
    rows = [[Paragraph(safe(one.label), STRONG), body(one.value)] for one in facts]
    return Table(rows, colWidths=widths, style=[*TOP, ("TOPPADDING", (0, 0), (-1, -1), 0)], hAlign="LEFT")


def _services(sheet: Sheet) -> Table:
    heads = [Paragraph(head, RIGHT_STRONG if n >= NUMBERS else STRONG) for n, head in enumerate(Heads.COLUMNS)]
    rows: list[list[Any]] = [[*heads]]
    for one in sheet.lines:
        service = [body(one.code), Paragraph(safe(one.words), LABEL)]
        rows.append([
            body(one.day), service, body(one.place), body(one.diagnoses), right(one.units), right(one.fee),
            right(one.paid),
        ])  # fmt: skip
    total = [Paragraph(amount, RIGHT_STRONG) for amount in (sheet.fee, sheet.paid)]
    rows.append([Paragraph(Heads.TOTAL, STRONG), "", "", "", "", *total])
    return table(rows, WIDTHS, [("LINEABOVE", (0, -1), (-1, -1), 0.8, INK)])


def _totals(totals: list[Fact]) -> Table:
    rows = [[body(one.label), Paragraph(one.value, RIGHT)] for one in totals]
    return Table(rows, colWidths=(150, 80), style=[*FLUSH, ("TOPPADDING", (0, 0), (-1, -1), 1)], hAlign="LEFT")


def _signature(sheet: Sheet) -> Table:
    rows = [
        [Paragraph(Heads.SIGNATURE, LABEL), "", Paragraph(Heads.DATE, LABEL)],
        [Paragraph(safe(sheet.signed_by), BODY), "", ""],
    ]
    rules = [("LINEABOVE", (0, 0), (0, 0), 0.8, INK), ("LINEABOVE", (2, 0), (2, 0), 0.8, INK)]
    return Table(rows, colWidths=(WIDTH * 0.6, WIDTH * 0.08, WIDTH * 0.32), style=[*TOP, *rules])
