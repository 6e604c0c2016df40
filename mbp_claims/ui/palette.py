"""The command palette: finds clients, claims, payers, ERAs, pages and actions.

assets/palette.js fills its list; offers.js tells it what the page offers.
"""

import json

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui import actions_menu, plan_card
from mbp_claims.ui.dialog import closes
from mbp_claims.ui.keys import CTRL, key_cap, shortcut
from mbp_claims.words import _

LABEL = _("Search or jump to")
RESULTS = "palette-results"
ITEMS = {key: label for key, (label, _icon) in actions_menu.ITEMS.items()} | plan_card.ITEMS
"""What menus hold, by what their buttons say (`data-items`)."""


def palette_button() -> rx.Component:
    """Opens it, in the header of every page."""
    return rx.el.button(
        rx.icon("search"),
        rx.el.span(f"{LABEL}…"),
        rx.el.span(key_cap(CTRL), key_cap("K"), class_name="keycaps", aria_hidden="true"),
        type="button",
        class_name="seek",
        aria_label=f"{LABEL}…",
        data_testid=testids.PALETTE_OPEN,
        custom_attrs={"data-opens": testids.PALETTE} | shortcut("mod k"),
    )


def palette() -> rx.Component:
    """The dialog `testids.PALETTE`."""
    return _palette_dialog()


@rx.memo
def _palette_dialog() -> rx.Component:
    ask = rx.el.input(
        type="text", role="combobox", aria_label=LABEL, placeholder=f"{LABEL}…", auto_complete="off", spell_check=False,
        data_testid=testids.PALETTE_INPUT, aria_expanded="false", aria_controls=RESULTS, aria_autocomplete="list",
        custom_attrs={"enterKeyHint": "go"},
    )  # fmt: skip
    escape = rx.el.button(
        key_cap("Esc"),
        type="button",
        class_name="escape",
        aria_label=_("Close (Esc)"),
        custom_attrs=closes(testids.PALETTE),
    )
    every = rx.el.button(
        key_cap("?"), _("all shortcuts"), type="button", data_testid=testids.SHORTCUTS_OPEN,
        custom_attrs={"data-lists-keys": ""},
    )  # fmt: skip
    return rx.el.dialog(
        rx.el.div(rx.icon("search"), ask, escape, class_name="ask"),
        rx.el.div(id=RESULTS, role="listbox", aria_label=_("Results"), hidden=True),
        rx.el.p(role="status", class_name="said"),
        rx.el.footer(
            rx.el.span(key_cap("↑"), key_cap("↓"), _("move")), rx.el.span(key_cap("↵"), _("open")), every,
        ),
        id=testids.PALETTE, data_testid=testids.PALETTE, class_name="dialog palette", aria_label=_("Command palette"),
        tab_index=-1, custom_attrs={"data-items": json.dumps(ITEMS)},
    )  # fmt: skip
