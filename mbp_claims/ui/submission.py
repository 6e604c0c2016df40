"""What stands around a form's fields: what is wrong, what failed, and the button that submits once."""

from typing import Any

import reflex as rx

from mbp_claims.ui.field import Errors
from mbp_claims.words import _


def error_summary(errors: Errors, test_id: str) -> rx.Component:
    """Every error once more, in the order of the fields; a link goes to its field."""
    said = rx.Var.create(errors).to(dict[str, str])
    return rx.cond(
        said.length() > 0,
        rx.el.div(
            rx.el.h3(_("There is a problem")),
            rx.el.ul(rx.foreach(said, _problem)),
            role="alert",
            tab_index=-1,
            class_name="errsum",
            data_testid=test_id,
            custom_attrs={"data-summary": ""},
        ),
    )


def _problem(item: Any) -> rx.Component:
    return rx.el.li(rx.el.a(item[1], href=f"#{item[0]}", custom_attrs={"data-focuses": item[0]}))


def failure_note(said: Any, form_id: str) -> rx.Component:
    """The server did not do it; nothing that was typed is lost."""
    return rx.cond(
        said != "",
        rx.el.div(
            rx.icon("triangle-alert"),
            rx.el.div(said),
            rx.el.div(rx.el.button(_("Try again"), type="submit", form=form_id, class_name="btn sm"), class_name="end"),
            role="alert",
            tab_index=-1,
            class_name="note danger",
            custom_attrs={"data-failure": ""},
        ),
    )


def submit_button(label: Any, busy: Any, form_id: str, test_id: str, kind: str = "primary") -> rx.Component:
    """Submits the form once: the browser shows `busy` and refuses a second time until the answer is there."""
    return rx.el.button(
        rx.el.span(label, class_name="idle"),
        rx.el.span(busy, class_name="busy"),
        type="submit",
        form=form_id,
        class_name=f"btn {kind} submit",
        data_testid=test_id,
    )


def check_button(on_check: Any, form_id: str) -> rx.Component:
    """After a refusal the browser presses this, unseen, whenever a field was changed: `on_check(form)`."""
    if on_check is None:
        return rx.fragment()
    typed = rx.Var(f'Object.fromEntries(new FormData(document.getElementById("{form_id}")))', _var_type=dict[str, str])
    return rx.el.button(type="button", hidden=True, on_click=on_check(typed), custom_attrs={"data-checks": ""})
