"""What is said in passing, and how a dialog is closed: the browser does both."""

import json
from typing import Any

import reflex as rx
from reflex_base.utils.format import format_event

SECONDS = 10_000


def said(sentence: str, undo: Any = None) -> Any:
    """A toast. With `undo`, an event, it offers to take back what was done."""
    if undo is None:
        return rx.toast.success(sentence)
    return rx.toast.success(sentence, duration=SECONDS, action={"label": "Undo", "on_click": undo})


def fetch(address: str) -> Any:
    """Downloads a file of ours; the page stays."""
    return rx.call_script(f"location.assign({json.dumps(address)})")


def said_with(sentence: str, label: str, goes_to: str, undo: Any = None) -> Any:
    """A toast with the way to what follows from it, and with `undo`, an event, the way back."""
    there = {"label": label, "on_click": rx.redirect(goes_to)}
    back = {"label": "Undo", "on_click": undo}
    if undo is None:
        return rx.toast.success(sentence, duration=SECONDS, action=there)
    return rx.toast.success(sentence, duration=SECONDS, cancel=there, action=back)


def refused(sentence: str) -> Any:
    return rx.toast.error(sentence, duration=SECONDS)


def close(dialog_id: str, *focus: str) -> Any:
    """Closes a dialog; focus goes to the first of these selectors that is there, else to what opened it."""
    return rx.call_script(f"mbp.close({', '.join(map(json.dumps, (dialog_id, *focus)))})")


def close_saying(dialog_id: str, focus: str, sentence: str, address: str) -> Any:
    """Closes a dialog with a toast that offers to look at what it speaks of, in the few bytes that filing may cost."""
    look = f'()=>addEvents([ReflexEvent("_redirect",{{path:{json.dumps(address)}}})])'
    said = f"mbp.saidOf(refs,{json.dumps(sentence)},{look})"
    return rx.call_script(f"mbp.close({json.dumps(dialog_id)},{json.dumps(focus)}),{said}")


NEXT = "next"
"""Among what gets the focus: the row after the one that was worked on, or the heading when it was the last."""


def moved_on(sentence: str, undo: Any = None) -> Any:
    """A row has changed, and may have left: the focus stays with it, else goes to the next, else to the heading.

    And a toast, as of `said`, in the few bytes that the change of one row may cost.
    """
    words = [json.dumps(sentence), *([f"()=>addEvents([{format_event(undo)}])"] if undo else [])]
    return rx.call_script(f"mbp.movedOn(refs,{','.join(words)})")


def problem(dialog_id: str) -> Any:
    """After a refusal: the summary of errors takes the focus, and Submit works again."""
    return rx.call_script(f"mbp.problem({json.dumps(dialog_id)})")


def open_dialog(dialog_id: str) -> Any:
    return rx.call_script(f"mbp.open({json.dumps(dialog_id)})")
