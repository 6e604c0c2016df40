"""A picture of the chart over the page: turned on the screen, or saved."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData
from reflex_base.vars.function import FunctionStringVar

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, dialog, foot, leaves
from mbp_claims.views.document import DocumentPreview
from mbp_claims.words import _

LIBRARY = "$/public/pictures.js"


def _script(name: str) -> FunctionStringVar:
    return FunctionStringVar.create(name, _var_data=VarData(imports={LIBRARY: [ImportVar(tag=name)]}))


def document_preview(view: DocumentPreview | rx.Var[DocumentPreview]) -> rx.Component:
    """The dialog `testids.DOCUMENT_PREVIEW` over a DocumentPreview. Rotate changes what is seen, not what is kept."""
    view = rx.Var.create(view)
    frame = Frame(
        testids.DOCUMENT_PREVIEW, view.title, view.below, key=view.key, body_label=_("Picture"),
    )  # fmt: skip
    return dialog(frame, _picture(view), foot(_rotate(), _download(view), _close()))


def _picture(view: Any) -> rx.Component:
    lost = rx.el.p(
        rx.icon("circle-alert"), _("The picture did not load. Nothing was lost. Close it and open it again."),
        class_name="msg", role="alert",
    )  # fmt: skip
    shown = rx.el.img(src=view.src, alt=view.alt, custom_attrs={"onError": _script("pictureLost")})
    return rx.el.figure(
        rx.cond(view.src != "", shown, rx.fragment()), lost, key=view.key, class_name="picture",
        custom_attrs={"data-picture": ""},
    )  # fmt: skip


def _rotate() -> rx.Component:
    return rx.el.button(
        rx.icon("rotate-cw"), _("Rotate"), type="button", class_name="btn", data_testid=testids.DOCUMENT_ROTATE,
        custom_attrs={"onClick": _script("turnPicture"), "data-first": ""},
    )  # fmt: skip


def _download(view: Any) -> rx.Component:
    return rx.el.button(
        rx.icon("download"), _("Download"), type="button", class_name="btn",
        on_click=rx.download(url=view.src, filename=view.file), data_testid=testids.DOCUMENT_SAVE,
    )  # fmt: skip


def _close() -> rx.Component:
    return rx.el.button(
        _("Close"), type="button", class_name="btn", data_testid=testids.DOCUMENT_CLOSE,
        custom_attrs=leaves(testids.DOCUMENT_PREVIEW),
    )  # fmt: skip
