"""The superbills that were made for a client."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.actions_menu import called
from mbp_claims.ui.feedback import empty
from mbp_claims.ui.link import file_link, link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.views.superbill import MadeRow
from mbp_claims.words import _

COLUMNS = ((_("Superbill"), ""), (_("Sessions"), ""), (_("Fee"), "num"), (_("Paid"), "num"), (_("Made"), ""), ("", ""))


def superbill_list(made: Any, *, records: Any, on_open: Any) -> rx.Component:
    """`made` holds MadeRow, newest first. `on_open(id)` shows one as it was; `records` is where it is recorded that one
    went to somebody else."""
    rows = listed(made, MadeRow)
    below = rx.fragment(
        _("Kept as they were given to the client. If one goes to somebody else, "),
        link(_("record the disclosure"), to=records, class_name="link"), ".",
    )  # fmt: skip
    heads = [rx.el.th(words or rx.el.span(_("Actions"), class_name="sr"), scope="col", class_name=css)
             for words, css in COLUMNS]  # fmt: skip
    table = rx.el.div(
        rx.el.table(
            rx.el.caption(_("Superbills")), rx.el.thead(rx.el.tr(*heads)),
            rx.el.tbody(rx.foreach(rows, lambda row: _row(row, on_open))), data_testid=testids.SUPERBILLS_MADE,
        ),
        class_name="wrap",
    )  # fmt: skip
    none = empty(_("No superbills yet."), icon="file-text", slim=True)
    return rx.el.section(
        section_head(_("Superbills"), "h-superbills", below=below),
        rx.el.div(rx.cond(rows.length() > 0, table, none), class_name="card"),
        class_name="gap",
        aria_labelledby="h-superbills",
    )


def _row(row: Any, on_open: Any) -> rx.Component:
    shown = rx.el.button(
        row.number, type="button", class_name="textbtn code", on_click=called(on_open, row.key),
        aria_label=_("Open superbill {number}", number=row.number),
    )  # fmt: skip
    saved = file_link(
        rx.icon("download"), _("Download"), href=row.file, class_name="btn sm",
        aria_label=_("Download superbill {number}", number=row.number),
    )  # fmt: skip
    return rx.el.tr(
        rx.el.th(shown, scope="row"),
        rx.el.td(row.sessions, rx.el.span(row.period, class_name="sub")),
        rx.el.td(row.fee, class_name="num", custom_attrs={"data-l": _("Fee")}),
        rx.el.td(row.paid, class_name="num", custom_attrs={"data-l": _("Paid")}),
        rx.el.td(row.made, rx.el.span(row.by, class_name="sub")),
        rx.el.td(saved, class_name="acts"),
        data_testid=testids.superbill_row(row.number),
    )
