"""Where files are dropped, or chosen."""

import json
from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims.words import _

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class DropZone:
    """One on a page: what it says at rest, of which kinds of files, and while they hang over it. `name` is what the
    upload's own input is called, which has no name and which screen readers meet all the same; files of more than
    `megabytes` are refused in the browser already."""

    title: str
    kinds: str
    over: str
    name: str
    megabytes: int
    upload_id: str
    test_id: str
    choose_test_id: str


def drop_zone(zone: DropZone, on_files: Any) -> rx.Component:
    """`on_files(files)` gets the files as they come."""
    words = rx.el.p(rx.el.b(zone.title), rx.el.span(zone.kinds))
    choose = rx.el.button(_("Choose files"), type="button", class_name="btn rest", data_testid=zone.choose_test_id)
    too_large = _("The file must be smaller than {count} MB.", count=zone.megabytes)
    named = f"document.querySelector('#{zone.upload_id} input[type=file]').ariaLabel = {json.dumps(zone.name)}"
    return rx.upload(
        rx.el.span(zone_disc(), class_name="rest"),
        rx.el.div(words, class_name="rest"),
        choose,
        rx.el.div(zone_disc(), rx.el.p(rx.el.b(zone.over)), class_name="over"),
        id=zone.upload_id,
        class_name="zone gap",
        max_size=zone.megabytes * MEGABYTE,
        no_keyboard=True,
        drag_active_style={"borderStyle": "solid"},  # gives it the class that era.css draws
        on_drop=on_files,
        on_drop_rejected=rx.toast.error(too_large),
        on_mount=rx.run_script(named),
        data_testid=zone.test_id,
    )


def zone_disc() -> rx.Component:
    """The sign of a zone, at rest and while it works."""
    return rx.el.span(rx.icon("upload"), class_name="disc")


def clear_messages(on_clear: Any) -> rx.Component:
    """Below what came of files, until on_clear()."""
    button = rx.el.button(
        _("Clear"), type="button", class_name="btn sm quiet", on_click=on_clear, aria_label=_("Clear messages")
    )
    return rx.el.p(button, class_name="clear")
