"""The Records tab of a chart: the accounting of disclosures, and the export of the record."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.actions_menu import called
from mbp_claims.ui.claims_panel import print_button
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.feedback import chip, empty
from mbp_claims.ui.link import file_link, link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.views.records import DisclosureRow
from mbp_claims.words import _

COLUMNS = ((_("Date"), ""), (_("Received by"), ""), (_("What"), ""), (_("What for"), ""), (_("Accounting"), "left"))
WHAT = _(
    "Everything that left the practice about this client in the last six years. What was disclosed for payment, "
    "treatment or operations, to the client or with written authorization need not be told (45 CFR 164.528)."
)


def record_export(view: Any, *, on_export: Any) -> rx.Component:
    """The whole record for who may have it; `on_export()` opens the form that says who. `view` is a RecordsView."""
    button = rx.el.button(
        rx.icon("package"), _("Export the record…"), type="button", class_name="btn", on_click=on_export,
        data_testid=testids.RECORD_EXPORT, custom_attrs=opens(testids.DISCLOSURE_DIALOG, waits=True),
    )  # fmt: skip
    looked = rx.cond(
        view.activity,
        link(_("Who looked at this chart"), to=view.activity, class_name="btn", data_testid=testids.RECORD_ACTIVITY),
        rx.fragment(),
    )
    below = _("All that is kept of this client in one ZIP, with the files; nothing of anybody else.")
    return rx.el.section(section_head(_("Record"), "h-record", looked, button, below=below), aria_labelledby="h-record")


def disclosures(view: Any, *, on_record: Any, on_wrong: Any, on_right: Any) -> rx.Component:
    """The accounting of a RecordsView. `on_record()` opens the form; on_wrong(id), on_right(id) mark one."""
    rows = listed(view.rows, DisclosureRow)
    add = rx.el.button(
        rx.icon("plus"), _("Record a disclosure"), type="button", class_name="btn", on_click=on_record,
        data_testid=testids.DISCLOSURE_ADD, custom_attrs=opens(testids.DISCLOSURE_DIALOG, waits=True),
    )  # fmt: skip
    sheet = file_link(
        rx.icon("download"), _("Download CSV"), href=view.sheet, class_name="btn", data_testid=testids.DISCLOSURE_SHEET
    )
    printed = print_button(testids.DISCLOSURE_PRINT, css="btn")
    below = rx.fragment(WHAT, _(" Since "), view.since, ": ", rx.el.b(view.count), ".")
    none = empty(_("Nothing has left the practice about this client."), icon="send", slim=True)
    table = disclosure_table(rows, on_wrong=on_wrong, on_right=on_right)
    return rx.el.section(
        section_head(_("Disclosures"), "h-disclosures", add, sheet, printed, below=below),
        rx.el.div(rx.cond(rows.length() > 0, table, none), class_name="card"),
        class_name="gap",
        aria_labelledby="h-disclosures",
    )


def disclosure_table(rows: Any, *, on_wrong: Any, on_right: Any) -> rx.Component:
    """The table of DisclosureRow."""
    heads = [rx.el.th(words, scope="col", class_name=css) for words, css in COLUMNS]
    body = rx.foreach(listed(rows, DisclosureRow), lambda row: _row(row, on_wrong, on_right))
    return rx.el.div(
        rx.el.table(
            rx.el.caption(_("Disclosures")), rx.el.thead(rx.el.tr(*heads)), rx.el.tbody(body), class_name="audit",
            data_testid=testids.DISCLOSURE_TABLE,
        ),
        class_name="wrap",
    )  # fmt: skip


def _row(row: Any, on_wrong: Any, on_right: Any) -> rx.Component:
    mark = rx.cond(
        row.is_wrong,
        _mark(_("It was right"), row, on_right, testids.DISCLOSURE_RIGHT),
        _mark(_("Recorded by mistake"), row, on_wrong, testids.DISCLOSURE_WRONG),
    )
    return rx.el.tr(
        rx.el.th(row.day, scope="row"),
        rx.el.td(row.recipient, _sub(row.address), class_name="wrapsub"),
        rx.el.td(row.what, _sub(row.by), class_name="wrapsub"),
        rx.el.td(row.purpose, _sub(row.why), class_name="wrapsub"),
        rx.el.td(chip(row.counts, row.tone, row.icon), rx.cond(row.id, mark, rx.fragment()), class_name="left"),
    )


def _sub(words: Any) -> rx.Component:
    return rx.cond(words, rx.el.span(words, class_name="sub"), rx.fragment())


def _mark(words: str, row: Any, does: Any, test_id: str) -> rx.Component:
    return rx.el.button(
        words, type="button", class_name="textbtn", on_click=called(does, row.id),
        aria_label=_("{words}: disclosure to {recipient} on {day}", words=words, recipient=row.recipient, day=row.day),
        data_testid=test_id,
    )  # fmt: skip
