"""What dialogs need to be seen: to be opened, the lists they choose from, callbacks that only say they were called."""

from typing import Any

import reflex as rx

from mbp_claims.gallery import form_cast as cast
from mbp_claims.ui.combobox import option_list
from mbp_claims.ui.dialog import opens

REASONS, PROCEDURES, DIAGNOSES = "reasons", "procedures", "diagnoses"
ACTS: dict[str, Any] = {"custom_attrs": {"data-acts": True}}
DONE = "document.documentElement.dataset.acted = 'true'"
"""What is marked as acting is as it should be seen once the page says so: for pictures, and for axe."""
NO_ERRORS: dict[str, str] = {}


def said(callback: str) -> Any:
    """A callback of any number of arguments that tells the browser's console that it was called."""
    return lambda *_what: rx.console_log(callback)


def opened(dialog_id: str, dialog: rx.Component) -> rx.Component:
    """The dialog, opened as soon as it is there, and the button that opens it again."""
    return rx.el.div(
        rx.el.h1("Specimen", class_name="sr"),
        choices(),
        rx.el.button("Open", type="button", class_name="btn", custom_attrs=opens(dialog_id)),
        dialog,
        on_mount=_done(f"mbp.open('{dialog_id}')"),
        **ACTS,
    )


def acted(component: rx.Component, script: str) -> rx.Component:
    """The component after a hand has done something to it: `script` does it as soon as it is there."""
    return rx.el.div(component, on_mount=_done(script), **ACTS)


def _done(script: str) -> Any:
    return rx.run_script(f"(() => {{ {script}; {DONE} }})()")


def choices() -> rx.Component:
    """The lists of reasons, procedures and diagnoses."""
    return rx.fragment(
        option_list(REASONS, cast.REASONS, cast.USUAL),
        option_list(PROCEDURES, cast.PROCEDURES),
        option_list(DIAGNOSES, cast.DIAGNOSES),
    )
