"""Light, dark, or as the system has it: kept by the browser, and drawn so from the first moment (first_load.js)."""

from typing import Any

import reflex as rx
from reflex.style import color_mode, set_color_mode

from mbp_claims import testids
from mbp_claims.ui.shell import section_head
from mbp_claims.words import _

THEMES = {"system": _("As the system has it"), "light": _("Light"), "dark": _("Dark")}


def appearance_card() -> rx.Component:
    """The three-way choice of the theme, on one's account page."""
    return rx.el.section(
        section_head(_("Appearance"), "h-appearance", below=_("For this browser.")),
        rx.el.div(
            rx.el.fieldset(
                rx.el.legend(_("Theme"), class_name="lbl"), *map(_choice, THEMES), class_name="themes",
            ),
            rx.el.button(
                _("Keyboard shortcuts"), type="button", class_name="btn", custom_attrs={"data-lists-keys": ""},
                data_testid=testids.ACCOUNT_SHORTCUTS,
            ),
            class_name="card pad appearance",
        ),
        class_name="gap",
        aria_labelledby="h-appearance",
        data_testid=testids.ACCOUNT_APPEARANCE,
    )  # fmt: skip


def _choice(mode: Any) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio", name="theme", value=mode, checked=color_mode == mode, on_change=set_color_mode(mode),
            data_testid=testids.theme(mode),
        ),
        THEMES[mode],
        class_name="tick",
    )  # fmt: skip
