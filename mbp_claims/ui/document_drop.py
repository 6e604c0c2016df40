"""Adding documents: drop files or choose them, and what was not added."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.feedback import note
from mbp_claims.ui.rows import listed
from mbp_claims.views.document import RefusedFile
from mbp_claims.words import _

LARGEST = 10 * 1024 * 1024
"""Bytes of one file, refused in the browser already."""

NAME_INPUT = f"document.querySelector('#{testids.DOCUMENT_UPLOAD_ID} input[type=file]').ariaLabel = 'Documents'"
"""The upload's own input has no name, and screen readers meet it all the same."""


def document_drop(on_add: Any, *, adding: Any = "") -> rx.Component:
    """The drop zone. `on_add(files)` gets the files as they come; while they are added, `adding` says so."""
    adding = rx.Var.create(adding)
    return rx.cond(adding != "", _busy(adding), _zone(on_add))


def _zone(on_add: Any) -> rx.Component:
    words = rx.el.p(
        rx.el.b(_("Drop documents here")), rx.el.span(_("JPG, PNG, HEIC or PDF, up to 10 MB each."))
    )  # fmt: skip
    choose = rx.el.button(_("Choose files"), type="button", class_name="btn rest", data_testid=testids.DOCUMENT_CHOOSE)
    over = rx.el.div(_disc(), rx.el.p(rx.el.b(_("Drop to add"))), class_name="over")
    return rx.upload(
        rx.el.span(_disc(), class_name="rest"),
        rx.el.div(words, class_name="rest"),
        choose,
        over,
        id=testids.DOCUMENT_UPLOAD_ID,
        class_name="zone gap",
        max_size=LARGEST,
        no_keyboard=True,
        drag_active_style={"borderStyle": "solid"},  # gives it the class that era.css draws
        on_drop=on_add,
        on_drop_rejected=rx.toast.error(_("The file must be smaller than 10 MB.")),
        on_mount=rx.run_script(NAME_INPUT),
        data_testid=testids.DOCUMENT_DROP,
    )


def _disc() -> rx.Component:
    return rx.el.span(rx.icon("upload"), class_name="disc")


def _busy(adding: Any) -> rx.Component:
    return rx.el.div(
        _disc(), rx.el.p(rx.el.b(adding)), class_name="zone busy gap", role="status", data_testid=testids.DOCUMENT_DROP
    )


def refused_files(refused: Any, *, on_clear: Any) -> rx.Component:
    """Files that were not added, each with its reason, until on_clear(). `refused` holds RefusedFile."""
    files = listed(refused, RefusedFile)
    clear = rx.el.p(
        rx.el.button(
            _("Clear"), type="button", class_name="btn sm quiet", on_click=on_clear, aria_label=_("Clear messages")
        ),
        class_name="clear",
    )
    return rx.fragment(rx.foreach(files, _refused), rx.cond(files.length() > 0, clear, rx.fragment()))


def _refused(file: Any) -> rx.Component:
    title = _("{name} was not added.", name=file.name)
    return note(title, file.why, ".", tone="danger", icon="circle-x", data_testid=testids.DOCUMENT_REFUSED)
