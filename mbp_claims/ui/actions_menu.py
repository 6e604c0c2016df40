"""The Actions menu of a claim: the domain names the items and their order, the browser opens it."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.keys import hint, shortcut
from mbp_claims.words import _

ITEMS = {
    "file": (_("File Claim"), "send"),
    "file-paper": (_("Print and file on paper"), "printer"),
    "refile": (_("Fix and refile"), "send"),
    "take-back": (_("Take back"), "undo-2"),
    "fix": (_("Fix the primary"), "pencil-line"),
    "swap": (_("Swap payers’ order…"), "arrow-right-left"),
    "edit": (_("Edit claim…"), "pencil"),
    "complete": (_("Mark as completed…"), "check"),
    "details": (_("View details"), "eye"),
    "primary": (_("View primary claim"), "arrow-right"),
    "era": (_("View primary ERA"), "file-search"),
    "print": (_("Print claim form"), "printer"),
    "reopen": (_("Reopen claim…"), "undo-2"),
    "secondary": (_("Make secondary claim"), "plus"),
    "replace-cob": (_("File replacement"), "send"),
    "replace": (_("Replace claim…"), "refresh-cw"),
    "void": (_("Void claim…"), "circle-x"),
    "file-anyway": (_("File anyway…"), "send"),
    "not-billable": (_("Mark as not billable"), "ban"),
    "billable": (_("Mark as billable"), "undo-2"),
}
"""What a claim's `actions` may name, with label and icon; "-" is a line between them."""

OPENS = {
    **dict.fromkeys(
        ("file", "file-paper", "refile", "file-anyway", "replace", "replace-cob"), testids.FILE_CLAIM_DIALOG
    ),
    "void": testids.VOID_DIALOG,
    "reopen": testids.REOPEN_ALERT,
    "swap": testids.SWAP_DIALOG,
    "complete": testids.COMPLETE_DIALOG,
    "edit": testids.NEW_CLAIM_DIALOG,
    "print": testids.PRINT_DIALOG,
}
"""Items that open a dialog at once, in the browser; its content arrives from the callback."""

FILES = ("file", "refile", "file-paper")
"""Items that the key f stands for, in a row of the table."""

NOTHING = rx.noop()


@dataclass(frozen=True)
class ClaimEvents:
    """What a claim's menu does. Each is called with the claim's number, `on_file("C-1042-S")`; on_file also answers
    "file-paper", "refile" and "file-anyway", on_replace "replace-cob". "details" and "primary" are links.
    """

    on_file: Any
    on_edit: Any = NOTHING
    on_complete: Any = NOTHING
    on_era: Any = NOTHING
    on_reopen: Any = NOTHING
    on_secondary: Any = NOTHING
    on_not_billable: Any = NOTHING
    on_billable: Any = NOTHING
    on_print: Any = NOTHING
    on_replace: Any = NOTHING
    on_void: Any = NOTHING
    on_fix: Any = NOTHING
    on_swap: Any = NOTHING
    on_take_back: Any = NOTHING


def claim_number(number: rx.Var[str]) -> tuple[rx.Var[str]]:
    """What each of ClaimEvents is called with."""
    return (number,)


def actions_menu(number: Any, actions: Any, events: ClaimEvents, *, small: bool = True) -> rx.Component:
    """The button "Actions" and its menu. `actions`: keys of ITEMS parted by spaces, the next step first."""
    trigger = rx.el.button(
        _("Actions"),
        rx.icon("chevron-down"),
        type="button",
        class_name="btn sm" if small else "btn",
        aria_label=_("Actions for claim {number}", number=number),
        data_testid=testids.claim_actions(number),
        custom_attrs={"data-items": actions, "data-of": number},
    )
    keys = rx.Var.create(actions).to(str).split(" ")
    items = rx.foreach(keys, lambda key: rx.match(key, *_items(number, events), rx.fragment()))
    return rx.menu.root(
        rx.menu.trigger(trigger),
        rx.menu.content(items, class_name="mbp-menu", align="end", side_offset=6),
        modal=False,
    )


def file_button(number: Any, label: Any, events: ClaimEvents) -> rx.Component:
    """The next step of a claim as a button of its own, on the claim's page. `label` is File Claim or Fix and refile."""
    return rx.el.button(
        rx.icon("send"),
        label,
        type="button",
        class_name="btn primary",
        on_click=called(events.on_file, number),
        custom_attrs=opens(OPENS["file"], waits=True) | shortcut("f"),
        data_testid=testids.CLAIM_FILE,
    )


def called(does: Any, *what: Any) -> Any:
    """The event of a callback: called with `what` when it can be, else as it is."""
    return does(*what) if callable(does) else does


def _items(number: Any, events: ClaimEvents) -> list[tuple[str, rx.Component]]:
    does = {
        "file": events.on_file,
        "file-paper": events.on_file,
        "refile": events.on_file,
        "fix": events.on_fix,
        "swap": events.on_swap,
        "take-back": events.on_take_back,
        "edit": events.on_edit,
        "complete": events.on_complete,
        "details": rx.redirect(routes.claim(number)),
        "primary": rx.redirect(routes.claim(_primary(number))),
        "era": events.on_era,
        "print": events.on_print,
        "reopen": events.on_reopen,
        "secondary": events.on_secondary,
        "replace-cob": events.on_replace,
        "replace": events.on_replace,
        "void": events.on_void,
        "file-anyway": events.on_file,
        "not-billable": events.on_not_billable,
        "billable": events.on_billable,
    }
    line = ("-", rx.menu.separator(class_name="mbp-rule"))
    return [line, *((key, _item(key, number, does[key])) for key in ITEMS)]


def _item(key: str, number: Any, does: Any) -> rx.Component:
    label, icon = ITEMS[key]
    return rx.menu.item(
        rx.icon(icon),
        label,
        *([hint("F")] if key in FILES else []),
        on_select=called(does, number),
        class_name="mbp-item",
        data_testid=testids.claim_action(key, number),
        custom_attrs={"data-item": key} | _opened(key, number),
    )


def _opened(key: str, number: Any) -> dict[str, Any]:
    """The focus goes back to the button: the item it came from is gone by then."""
    back = f'[data-testid="{testids.claim_actions(number)}"]'
    files = {"data-files": ""} if key in FILES else {}
    return opens(OPENS[key], back, waits=True) | files if key in OPENS else {}


def _primary(number: Any) -> Any:
    """A secondary claim carries its primary's number: C-1042-S is from C-1042."""
    return rx.Var.create(number).to(str).replace("-S", "")
