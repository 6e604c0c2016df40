"""Dialogs that the browser opens by itself (assets/mbp.js): a frame for forms, and one for questions."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims.testids import discard
from mbp_claims.ui.badge import badge
from mbp_claims.ui.field import KEPT_NOTE
from mbp_claims.words import _


@dataclass(frozen=True)
class Frame:
    """What stands around a dialog. `id` is its test id too; `key` changes when what it shows has arrived.

    `discard` is the question asked before typed changes are lost; `wanting` puts the focus on the first empty or
    wrong field, and on Submit when there is none.
    """

    id: str
    title: Any
    subtitle: Any = ""
    badge: Any = ""  # P, S or ""
    key: Any = ""
    discard: str = ""
    narrow: bool = False
    wanting: bool = False
    body_label: str = ""  # names the scrolling part


def opens(dialog_id: str, returns: Any = "", waits: bool = False) -> dict[str, Any]:
    """`custom_attrs` of what opens a dialog. `returns`: the selector that gets the focus back, needed in menus."""
    return (
        {"data-opens": dialog_id}
        | ({"data-returns": returns} if returns else {})
        | ({"data-waits": ""} if waits else {})
    )


def leaves(dialog_id: str) -> dict[str, Any]:
    """`custom_attrs` of Cancel and Close: asks first when something was typed."""
    return {"data-leaves": dialog_id}


def closes(*dialog_ids: str) -> dict[str, Any]:
    """`custom_attrs` of a button that closes dialogs without asking."""
    return {"data-closes": " ".join(dialog_ids)}


def dialog(frame: Frame, body: rx.Component, footer: rx.Component) -> rx.Component:
    """A dialog with its head, a part that scrolls, and a foot. Opened by `opens(frame.id)`."""
    attributes = {"data-key": frame.key}
    attributes |= {"data-guard": discard(frame.id)} if frame.discard else {}
    attributes |= {"data-wanting": ""} if frame.wanting else {}
    return rx.fragment(
        rx.el.dialog(
            _head(frame),
            _bones(),
            rx.el.p(**KEPT_NOTE) if frame.discard else None,
            rx.el.div(body, class_name="body", tab_index=0, role="group", aria_label=frame.body_label or _("Form")),
            footer,
            id=frame.id,
            data_testid=frame.id,
            tab_index=-1,
            class_name="dialog narrow" if frame.narrow else "dialog",
            aria_labelledby=f"{frame.id}-title",
            aria_describedby=f"{frame.id}-subtitle",
            custom_attrs=attributes,
        ),
        discard_alert(frame.id, frame.discard) if frame.discard else rx.fragment(),
    )


def _head(frame: Frame) -> rx.Component:
    return rx.el.header(
        rx.cond(
            frame.badge != "",
            badge(frame.badge),
        ),
        rx.el.div(
            rx.el.h2(frame.title, id=f"{frame.id}-title"),
            rx.el.p(frame.subtitle, id=f"{frame.id}-subtitle"),
        ),
        rx.el.button(
            rx.icon("x"), type="button", class_name="iconbtn", aria_label=_("Close"), custom_attrs=leaves(frame.id)
        ),
    )


def _bones() -> rx.Component:
    """What is seen while the content is on its way, after a third of a second."""
    return rx.el.div(*(rx.el.i() for __ in range(5)), class_name="bones waiting", aria_hidden="true")


def foot(*buttons: rx.Component, total: Any = "") -> rx.Component:
    """The foot of a dialog: what will happen on the left, the buttons on the right."""
    return rx.el.footer(rx.el.span(total, class_name="sum"), *buttons)


def cancel_button(dialog_id: str, test_id: str, label: str = _("Cancel")) -> rx.Component:
    """Leaves the dialog, asking first when something was typed."""
    return rx.el.button(label, type="button", class_name="btn", data_testid=test_id, custom_attrs=leaves(dialog_id))


def alert_dialog(alert_id: str, title: Any, *buttons: rx.Component, **parts: Any) -> rx.Component:
    """A question before something that costs. The first button is the safe one and has the focus.

    `parts`: `body`, `key` (see Frame), `test_id` where it is not the id.
    """
    body = parts.get("body", "")
    return rx.el.dialog(
        _bones(),
        rx.el.h2(title, id=f"{alert_id}-title"),
        rx.el.p(body, id=f"{alert_id}-body", class_name="muted") if "body" in parts else None,
        rx.el.footer(*buttons),
        id=alert_id,
        role="alertdialog",
        tab_index=-1,
        class_name="dialog alert",
        data_testid=parts.get("test_id", alert_id),
        aria_labelledby=f"{alert_id}-title",
        aria_describedby=f"{alert_id}-body" if "body" in parts else None,
        custom_attrs={"data-key": parts.get("key", "")},
    )


def safe_button(label: str, alert_id: str) -> rx.Component:
    """The way out of an alert; it has the focus."""
    return rx.el.button(label, type="button", class_name="btn", custom_attrs=closes(alert_id) | {"data-first": ""})


def discard_alert(dialog_id: str, question: str) -> rx.Component:
    """`Discard this plan?` before typed changes are lost."""
    alert_id = discard(dialog_id)
    return alert_dialog(
        alert_id,
        question,
        safe_button(_("Keep editing"), alert_id),
        rx.el.button(_("Discard"), type="button", class_name="btn danger", custom_attrs=closes(alert_id, dialog_id)),
    )
