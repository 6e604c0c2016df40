"""Keys: what a key clicks, and how a key is shown. assets/shortcuts.js matches them in the browser."""

import reflex as rx

CTRL = "ctrl"
"""Ctrl, and ⌘ on a Mac."""


def shortcut(keys: str) -> dict[str, str]:
    """`custom_attrs` of what the keys click, or focus where it is a field: "p", "g c" (one after the other)."""
    return {"data-shortcut": keys}


def key_cap(key: str) -> rx.Component:
    """A key as it is printed on a keyboard."""
    return rx.el.kbd(class_name="mod") if key == CTRL else rx.el.kbd(key)


def hint(*keys: str) -> rx.Component:
    """The keys of an item, at its end: drawn, and no part of its text. Not shown where single keys are switched off."""
    caps = (rx.el.kbd(custom_attrs={"data-key": key}) for key in keys)
    return rx.el.span(*caps, class_name="keyhint", aria_hidden="true")
