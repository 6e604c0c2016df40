"""The list of keyboard shortcuts, and the switch for single keys (WCAG 2.1.4)."""

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, closes, dialog
from mbp_claims.ui.keys import CTRL, key_cap
from mbp_claims.words import _

Keys = tuple[str, ...]
THEN = _("then")
SHORTCUTS: dict[str, dict[str, Keys]] = {
    _("Everywhere"): {
        _("Command palette"): (CTRL, "K"),
        _("Search this page"): ("/",),
        _("Go to Today"): ("G", THEN, "T"),
        _("Go to Clients"): ("G", THEN, "C"),
        _("Go to Claims"): ("G", THEN, "L"),
        _("Go to Money"): ("G", THEN, "M"),
        _("Go to ERA Inbox"): ("G", THEN, "E"),
        _("Undo"): (CTRL, "Z"),
        _("This list"): ("?",),
    },
    _("Pages"): {
        _("Add Insurance Plan, in a chart"): ("P",),
        _("Import ERA, in the ERA Inbox"): ("I",),
        _("File Claim, on a claim’s page"): ("F",),
    },
    _("Claims tables"): {
        _("Next, previous row"): ("J", "K"),
        _("Open"): ("↵",),
        _("File Claim"): ("F",),
    },
    _("Dialogs"): {
        _("Submit"): (CTRL, "↵"),
        _("Add adjustment"): ("Alt", "N"),
        _("Close, asks first"): ("Esc",),
    },
}
"""Every shortcut by where it works; docs/keyboard.md has the same."""


def shortcut_list() -> rx.Component:
    """The dialog `testids.SHORTCUTS`."""
    return _shortcut_list()


@rx.memo
def _shortcut_list() -> rx.Component:
    frame = Frame(
        testids.SHORTCUTS, _("Keyboard shortcuts"), _("All of them are optional. Every action has a button too."),
        narrow=True, body_label=_("Shortcuts"),
    )  # fmt: skip
    everywhere, *others = ([rx.el.h3(where), _rows(rows)] for where, rows in SHORTCUTS.items())
    columns = rx.el.div(everywhere[0], everywhere[1]), rx.el.div(*(part for other in others for part in other))
    single = rx.el.label(
        rx.el.input(
            type="checkbox", default_checked=True, custom_attrs={"data-single-keys": ""},
            data_testid=testids.SHORTCUTS_SINGLE,
        ),
        _("Single-key shortcuts"),
        class_name="tick sum",
    )  # fmt: skip
    done = rx.el.button(
        _("Done"), type="button", class_name="btn primary", data_testid=testids.SHORTCUTS_DONE,
        custom_attrs=closes(testids.SHORTCUTS) | {"data-first": ""},
    )  # fmt: skip
    return dialog(frame, rx.el.div(*columns, class_name="keys"), rx.el.footer(single, done))


def _rows(rows: dict[str, Keys]) -> rx.Component:
    return rx.el.dl(*(rx.el.div(rx.el.dt(does), rx.el.dd(*map(_key, keys))) for does, keys in rows.items()))


def _key(key: str) -> rx.Component | str:
    return key if key == THEN else key_cap(key)
