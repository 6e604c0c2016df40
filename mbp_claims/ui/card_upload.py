"""One side of an insurance card: choose a file, or drop it."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.field import message, optional
from mbp_claims.words import _


def card_upload(side: str, image: Any, on_card: Any) -> rx.Component:
    """The drop zone for "front" or "back" (CardImage). What is chosen goes up at once: `on_card(files)`.

    Kind and size are the server's to refuse, in words; the list of kinds here only helps to choose.
    """
    test_id = {"front": testids.CARD_FRONT, "back": testids.CARD_BACK}[side]
    label = _("Insurance card, {side}", side=side)
    return rx.el.div(
        rx.el.span(label, optional(), class_name="lbl"),
        message(image.error, f"{test_id}-error"),
        rx.upload.root(
            rx.el.button(
                rx.icon("image-up"),
                _words(image),
                type="button",
                class_name="drop",
                aria_label=rx.cond(
                    _none(image),
                    _("{label}: choose a file", label=label),
                    _("{label}: choose another file", label=label),
                ),
                aria_describedby=rx.cond(image.error != "", f"{test_id}-error", ""),
                data_testid=test_id,
                custom_attrs={"data-chooses": ""},
            ),
            id=test_id,
            multiple=False,
            no_click=True,
            no_keyboard=True,
            on_drop=on_card(rx.upload_files(upload_id=test_id)),
            class_name="dropzone",
        ),
        class_name=rx.cond(image.error != "", "entry err", "entry"),
    )


def _none(image: Any) -> Any:
    return (image.name == "") & (image.href == "")


def _words(image: Any) -> rx.Component:
    chosen = rx.cond(image.name != "", image.name, _("On file"))
    return rx.cond(
        _none(image),
        rx.el.span(rx.el.b(_("Choose a file")), _("or drop it here")),
        rx.el.span(rx.el.b(chosen), _("Choose another file, or drop it here")),
    )
