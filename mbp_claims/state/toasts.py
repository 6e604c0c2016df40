"""What is said in passing, and how a dialog is closed: the browser does both.

It is told a verb and its words, never code: the pages' Content-Security-Policy lets no text become a script. The verbs
are in assets/mbp.js.
"""

from typing import Any

import reflex as rx
from reflex_base.event import Event

from mbp_claims.settings import settings


def said(sentence: str, undo: Any = None) -> Event:
    """A toast. With `undo`, an event, it offers to take back what was done."""
    return _tell(["said", sentence, *_events(undo)])


def fetch(address: str) -> Event:
    """Downloads a file of ours; the page stays."""
    return _tell(["fetch", address])


def said_with(sentence: str, label: str, goes_to: str, undo: Any = None) -> Event:
    """A toast with the way to what follows from it, and with `undo`, an event, the way back."""
    return _tell(["saidWith", sentence, label, *_events(rx.redirect(goes_to)), *_events(undo)])


def pass_on(sentence: str, whom: str, address: str) -> Event:
    """A toast, and an address that is shown on the page for once: no state holds it (`ui.people.invitation`)."""
    return _tell(["link", whom, address], ["said", sentence])


def refused(sentence: str) -> Event:
    return _tell(["refused", sentence])


def close(dialog_id: str, *focus: str) -> Event:
    """Closes a dialog; focus goes to the first of these selectors that is there, else to what opened it."""
    return _tell(["close", dialog_id, *focus])


def close_saying(dialog_id: str, focus: str, sentence: str, address: str) -> Event:
    """Closes a dialog with a toast that offers to look at what it speaks of."""
    return _tell(["close", dialog_id, focus], ["saidOf", sentence, *_events(rx.redirect(address))])


NEXT = "next"
"""Among what gets the focus: the row after the one that was worked on, or the heading when it was the last."""


def moved_on(sentence: str, undo: Any = None) -> Event:
    """A row has changed, and may have left: the focus stays with it, else goes to the next, else to the heading.

    And a toast, as of `said`.
    """
    return _tell(["movedOn", sentence, *_events(undo)])


def problem(dialog_id: str) -> Event:
    """After a refusal: the summary of errors takes the focus, and Submit works again."""
    return _tell(["problem", dialog_id])


def over() -> Event:
    """Nobody is signed in here, or no longer: the page asks for it (assets/session.js)."""
    return _tell(["over"])


def unless_open(dialog_id: str, told: Event) -> Event:
    """The same, where that dialog does not show it already."""
    return _tell(*(["unlessOpen", dialog_id, *step] for step in told.payload["do"]))


def shown_at(address: str) -> Event:
    """What the page shows has this address from now on: after a reload, or on the way back, it is shown again."""
    return _tell(["shownAt", address])


def open_dialog(dialog_id: str) -> Event:
    return _tell(["open", dialog_id])


def untick() -> Event:
    """Takes the ticks off the rows that were to be filed together."""
    return _tell(["untick"])


def ready() -> Event:
    """Marks the page as one that the server answers; in test mode nothing on it moves."""
    return _tell(*([["still"]] if settings.test_mode else []), ["ready"])


def lead_to(panel_id: str) -> Event:
    """What came in place of something else takes the focus: the part of the panel that is marked `data-summary`."""
    return _tell(["problem", panel_id])


def print_page(once: str) -> Event:
    """The browser's own print dialog, once what this selector names is on the page."""
    return _tell(["print", once])


def _tell(*steps: list[Any]) -> Event:
    return Event(name="_tell", payload={"do": list(steps)})


def _events(event: Any) -> list[list[Any]]:
    return [[one.name, one.payload] for one in Event.from_event_type(event)]
