"""Search as one types."""

from typing import Any

import reflex as rx

from mbp_claims.ui.keys import shortcut

PAUSE = 250
"""Milliseconds without typing before the search goes out."""


def search_box(label: str, hint: str, text: Any, on_search: Any, test_id: str) -> rx.Component:
    """A search field; `on_search(text)` follows the typing after a pause. `hint` says what it looks for."""
    return rx.el.div(
        rx.icon("search"),
        rx.debounce_input(
            rx.el.input(
                type="search",
                class_name="field",
                value=text,
                on_change=on_search,
                placeholder=hint,
                aria_label=label,
                auto_complete="off",
                data_testid=test_id,
                custom_attrs=shortcut("/"),
            ),
            debounce_timeout=PAUSE,
        ),
        class_name="find",
    )
