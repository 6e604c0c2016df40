"""What is said in passing, and how a dialog is closed: the browser does both."""

import json
from typing import Any

import reflex as rx

SECONDS = 10_000
PLACE = "bottom-center"
"""Where no row has its buttons: a toast stays while the pointer rests on it."""


def said(sentence: str, undo: Any = None) -> Any:
    """A toast. With `undo`, an event, it offers to take back what was done."""
    if undo is None:
        return rx.toast.success(sentence, duration=5000, position=PLACE)
    return rx.toast.success(sentence, duration=SECONDS, position=PLACE, action={"label": "Undo", "on_click": undo})


def refused(sentence: str) -> Any:
    return rx.toast.error(sentence, duration=SECONDS, position=PLACE)


def close(dialog_id: str, *focus: str) -> Any:
    """Closes a dialog; focus goes to the first of these selectors that is there, else to what opened it."""
    return rx.call_script(f"mbp.close({', '.join(map(json.dumps, (dialog_id, *focus)))})")


NEXT = "next"
"""Among what gets the focus: the row after the one that was worked on."""


def focus(*selectors: str) -> Any:
    """The focus goes to the first of these that is there, once a row has left."""
    return rx.call_script(f"mbp.focus({', '.join(map(json.dumps, selectors))})")


def problem(dialog_id: str) -> Any:
    """After a refusal: the summary of errors takes the focus, and Submit works again."""
    return rx.call_script(f"mbp.problem({json.dumps(dialog_id)})")


def open_dialog(dialog_id: str) -> Any:
    return rx.call_script(f"mbp.open({json.dumps(dialog_id)})")
