"""The buttons: four kinds, in every state. They are a style and no function, so they stand here together."""

import reflex as rx

from mbp_claims.gallery.specimen import Specimen
from mbp_claims.ui.shell import theme_toggle

OF = "Four kinds; one primary in a view. `class_name` is btn, with primary, ghost or danger, and sm for a small one."
KINDS = (("btn primary", "Submit"), ("btn", "Cancel"), ("btn ghost", "Add adjustment"), ("btn danger", "Delete plan"))


def _shelf(forced: str = "", **props: object) -> rx.Component:
    marked = {"custom_attrs": {"data-forced": forced}} if forced else {}
    named = [rx.el.button(words, type="button", class_name=kind, **marked, **props) for kind, words in KINDS]
    return rx.el.div(*named, class_name="shelf")


def _busy() -> rx.Component:
    named = [
        rx.el.button(rx.icon("refresh-cw"), words, type="button", class_name=kind, aria_disabled="true")
        for kind, words in (("btn primary", "Filing…"), ("btn", "Saving…"))
    ]
    return rx.el.div(*named, class_name="shelf")


def _kinds() -> rx.Component:
    kinds = ("btn", "btn primary", "btn ghost", "btn danger", "btn sm", "btn sm quiet")
    named = [rx.el.button(kind, type="button", class_name=kind) for kind in kinds]
    return rx.el.div(*named, theme_toggle(), class_name="shelf")


SPECIMENS = (
    Specimen("buttons", "kinds", _kinds, OF),
    Specimen("buttons", "default", _shelf, OF),
    Specimen("buttons", "hover", lambda: _shelf("hover"), OF),
    Specimen("buttons", "focus", lambda: _shelf("focus-visible"), OF),
    Specimen("buttons", "disabled", lambda: _shelf(aria_disabled="true"), OF),
    Specimen("buttons", "busy", _busy, OF),
)
