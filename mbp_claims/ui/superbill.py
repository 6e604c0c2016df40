"""A superbill as a page of letter size: what is printed is what stands here, and the PDF says the same words."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.views.superbill import Fact, Heads, Sheet, SheetLine
from mbp_claims.words import _


def superbill(sheet: Sheet | rx.Var[Sheet], *, on_back: Any, on_print: Any, on_download: Any) -> rx.Component:
    """The page with its buttons. One without a number is made once it is printed or downloaded."""
    sheet = rx.Var.create(sheet)
    back = rx.el.button(
        rx.icon("arrow-left"), _("Back to sessions"), type="button", class_name="btn", on_click=on_back,
        data_testid=testids.SUPERBILL_BACK,
    )  # fmt: skip
    prints = rx.el.button(
        rx.icon("printer"), _("Print"), type="button", class_name="btn", on_click=on_print,
        data_testid=testids.SUPERBILL_PRINT,
    )  # fmt: skip
    saves = rx.el.button(
        rx.icon("download"), _("Download PDF"), type="button", class_name="btn primary", on_click=on_download,
        data_testid=testids.SUPERBILL_DOWNLOAD,
    )  # fmt: skip
    below = rx.cond(
        sheet.number,
        _("Kept as it was made. Printed or downloaded again, it says the same."),
        _("It is given its number and kept once you print or download it."),
    )
    title = rx.cond(sheet.number, _("Superbill {number}", number=sheet.number), _("Superbill preview"))
    return rx.el.section(
        section_head(title, "h-sheet", back, prints, saves, below=below),
        superbill_sheet(sheet),
        aria_labelledby="h-sheet",
        class_name="previewed",
    )


def superbill_sheet(sheet: Sheet | rx.Var[Sheet]) -> rx.Component:
    """The page itself, a Sheet."""
    sheet = rx.Var.create(sheet)
    return rx.el.article(
        rx.el.header(
            rx.el.div(rx.el.h3(Heads.TITLE, " ", sheet.number), rx.el.p(sheet.period)),
            rx.el.p(rx.cond(sheet.about, sheet.about, _("Not made yet"))),
        ),
        rx.el.div(
            _party(sheet.practice, sheet.practice_facts), _party(sheet.client, sheet.client_facts), class_name="parties"
        ),
        rx.el.h4(Heads.DIAGNOSES),
        _facts(sheet.diagnoses, "lettered"),
        _services(sheet),
        rx.el.div(rx.el.h4(Heads.TOTALS), _facts(sheet.totals, "summed"), _signature(sheet), class_name="ending"),
        class_name="letter",
        tab_index=-1,
        aria_label=Heads.TITLE,
        data_testid=testids.SUPERBILL_SHEET,
        custom_attrs={"data-made": rx.cond(sheet.number, "yes", ""), "data-summary": ""},
    )


def _party(lines: Any, facts: Any) -> rx.Component:
    return rx.el.div(rx.el.ul(rx.foreach(listed(lines, str), lambda one: rx.el.li(one))), _facts(facts, "numbers"))


def _facts(facts: Any, css: str) -> rx.Component:
    rows = rx.foreach(listed(facts, Fact), lambda one: rx.el.div(rx.el.dt(one.label), rx.el.dd(one.value)))
    return rx.el.dl(rows, class_name=css)


def _services(sheet: Any) -> rx.Component:
    numbers = len(Heads.COLUMNS) - 3
    heads = [
        rx.el.th(words, scope="col", class_name="num" if place >= numbers else "")
        for place, words in enumerate(Heads.COLUMNS)
    ]
    total = rx.el.tr(
        rx.el.th(Heads.TOTAL, scope="row", col_span=numbers + 1), rx.el.td(sheet.fee, class_name="num"),
        rx.el.td(sheet.paid, class_name="num"),
    )  # fmt: skip
    return rx.el.div(
        rx.el.table(
            rx.el.caption(_("Services")), rx.el.thead(rx.el.tr(*heads)),
            rx.el.tbody(rx.foreach(listed(sheet.lines, SheetLine), _line)), rx.el.tfoot(total), class_name="keep",
        ),
        class_name="wrap",
        tab_index=0,
        role="group",
        aria_label=_("Services"),
    )  # fmt: skip


def _line(line: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(line.day, scope="row"),
        rx.el.td(line.code, rx.el.span(line.words, class_name="sub")),
        rx.el.td(line.place),
        rx.el.td(line.diagnoses),
        rx.el.td(line.units, class_name="num"),
        rx.el.td(line.fee, class_name="num"),
        rx.el.td(line.paid, class_name="num"),
        key=line.key,
    )


def _signature(sheet: Any) -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.span(Heads.SIGNATURE), sheet.signed_by), rx.el.p(rx.el.span(Heads.DATE)), class_name="signed"
    )
