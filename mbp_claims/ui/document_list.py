"""The documents of a chart, those that were put away, and what can be done with each."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.actions_menu import called
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.feedback import chip, empty
from mbp_claims.ui.link import file_link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.views.document import DocumentRow, DocumentsView
from mbp_claims.words import _


@dataclass(frozen=True)
class DocumentEvents:
    """`preview(key)` fills the dialog with the picture, `edit(id)` the form; put_away(id), bring_back(id)."""

    preview: Any
    edit: Any
    put_away: Any
    bring_back: Any


def document_list(
    view: DocumentsView | rx.Var[DocumentsView], events: DocumentEvents, drop: rx.Component | None = None
) -> rx.Component:
    """The region "Documents" of a DocumentsView, `drop` above its rows."""
    view = rx.Var.create(view)
    rows, away = listed(view.rows, DocumentRow), listed(view.away, DocumentRow)
    none = empty(
        _("No documents yet. Insurance cards that are added to a plan appear here, too."), icon="file-text", slim=True
    )
    kept = document_rows(rows, events, labelled="h-documents")
    gone = rx.el.details(
        rx.el.summary(view.away_label),
        rx.el.div(document_rows(away, events, label=_("Put away"), away=True), class_name="card"),
        class_name="past",
        data_testid=testids.DOCUMENTS_AWAY,
    )
    return rx.el.section(
        section_head(_("Documents"), "h-documents", below=view.count),
        drop or rx.fragment(),
        rx.el.div(rx.cond(rows.length() > 0, kept, none), class_name="card gap"),
        rx.cond(away.length() > 0, gone, rx.fragment()),
        aria_labelledby="h-documents",
    )


def document_rows(
    rows: Any, events: DocumentEvents, *, labelled: str = "", label: str = "", away: bool = False
) -> rx.Component:
    """A list of DocumentRow, named by the element `labelled` or by `label`. What is `away` can be brought back."""
    name = {"aria_labelledby": labelled} if labelled else {"aria_label": label}
    return rx.el.ul(
        rx.foreach(listed(rows, DocumentRow), lambda row: _row(row, events, away)), class_name="docs", role="list",
        data_testid=testids.DOCUMENTS_PUT_AWAY if away else testids.DOCUMENTS_LIST, **name,
    )  # fmt: skip


def _row(row: Any, events: DocumentEvents, away: bool) -> rx.Component:
    kept = rx.fragment(_edit(row, events.edit), _put_away(row, events.put_away))
    return rx.el.li(
        rx.el.span(rx.cond(row.shown, rx.icon("image"), rx.icon("file-text")), class_name="disc"),
        rx.el.div(
            _name(row, events.preview),
            rx.el.span(row.by),
            rx.cond(row.note != "", rx.el.span(row.note), rx.fragment()),
            class_name="what",
        ),
        rx.el.div(
            rx.el.span(row.kind, class_name="chip neutral"),
            rx.cond(row.caution != "", chip(row.caution, "warning", "info"), rx.fragment()),
            class_name="kind",
        ),
        rx.el.span(row.day, class_name="day"),
        rx.el.span(row.size, class_name="size"),
        rx.el.div(
            _download(row),
            _bring_back(row, events.bring_back) if away else rx.cond(row.id != "", kept, rx.fragment()),
            class_name="acts",
        ),
        key=row.key,
        data_testid=testids.document_row(row.key),
        custom_attrs={"data-leaving": ""},
    )  # fmt: skip


def _name(row: Any, on_preview: Any) -> rx.Component:
    """A picture is shown over the page; what a browser should not open is saved."""
    shown = rx.el.a(
        row.name, href=row.href, reload_document=True, on_click=called(on_preview, row.key),
        custom_attrs=opens(testids.DOCUMENT_PREVIEW, waits=True),
    )  # fmt: skip
    return rx.cond(row.shown, shown, file_link(row.name, href=row.href))


def _download(row: Any) -> rx.Component:
    return file_link(
        rx.icon("download"), href=row.href, class_name="iconbtn", aria_label=_("Download {name}", name=row.name),
        title=_("Download"), data_testid=testids.document_download(row.key),
    )  # fmt: skip


def _edit(row: Any, on_edit: Any) -> rx.Component:
    return rx.el.button(
        _("Edit"), type="button", class_name="btn ghost sm", on_click=called(on_edit, row.id),
        aria_label=_("Edit {name}", name=row.name), data_testid=testids.document_edit(row.key),
        custom_attrs=opens(testids.DOCUMENT_DIALOG, waits=True),
    )  # fmt: skip


def _put_away(row: Any, on_put_away: Any) -> rx.Component:
    return rx.el.button(
        _("Put away"), type="button", class_name="btn ghost sm", on_click=called(on_put_away, row.id),
        aria_label=_("Put away {name}", name=row.name), data_testid=testids.document_put_away(row.key),
    )  # fmt: skip


def _bring_back(row: Any, on_bring_back: Any) -> rx.Component:
    return rx.el.button(
        _("Bring back"), type="button", class_name="btn ghost sm", on_click=called(on_bring_back, row.id),
        aria_label=_("Bring back {name}", name=row.name), data_testid=testids.document_bring_back(row.key),
    )  # fmt: skip


def document_bones() -> rx.Component:
    """The shape of the list while it is on its way."""
    bone = rx.el.li(rx.el.i(), rx.el.i(), rx.el.i())
    return rx.el.ul(*[bone] * 3, class_name="docs bones waits card gap", aria_hidden="true")
