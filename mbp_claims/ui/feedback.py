"""What the app says about itself: status chips, notes, empty and failed lists, and the shape of what is coming."""

from typing import Any

import reflex as rx

from mbp_claims.words import _

CHIP_ICONS = (
    "clock",
    "pencil-line",
    "file-check",
    "triangle-alert",
    "send",
    "inbox",
    "circle-x",
    "ban",
    "check",
    "arrow-right-left",
    "file-search",
    "undo-2",
    "info",
    "copy",
    "file-x",
    "circle-check",
)
"""Icons that a view may name; a name beyond them is drawn as "info"."""
SAFE = _("Nothing was lost.")


def icon_named(name: Any) -> rx.Component:
    """One of CHIP_ICONS, by a name that may be known only in the browser."""
    if isinstance(name, str):
        return rx.icon(name)
    return rx.match(name, *((key, rx.icon(key)) for key in CHIP_ICONS), rx.icon("info"))


def chip(words: Any, tone: Any, icon: Any, test_id: Any = None) -> rx.Component:
    """A status: icon, words, tint. `tone` is one of tokens.TONES, `icon` one of CHIP_ICONS."""
    props = {} if test_id is None else {"data_testid": test_id}
    return rx.el.span(icon_named(icon), words, class_name=f"chip {tone}", **props)


def note(title: Any, *more: Any, tone: Any = "info", icon: Any = "info", end: Any = None, **props: Any) -> rx.Component:
    """A banner: a sentence in bold, what follows, and links at its end. An error is an alert, the rest a status."""
    role = rx.match(tone, ("danger", "alert"), "status")
    return rx.el.div(
        icon_named(icon),
        rx.el.div(rx.el.b(title), " ", *more),
        *([] if end is None else [rx.el.span(end, class_name="end")]),
        class_name=f"note gap {tone}",
        role=role,
        **props,
    )


def empty(title: Any, words: Any = "", *actions: rx.Component, icon: str = "inbox", slim: bool = False) -> rx.Component:
    """A list with nothing in it: one sentence, one button."""
    return rx.el.div(
        rx.el.span(rx.icon(icon), class_name="disc"),
        rx.el.h2(title) if not slim else rx.fragment(),
        rx.el.p(title if slim else words),
        *actions,
        class_name="empty slim" if slim else "empty",
    )


def not_yours(why: Any) -> rx.Component:
    """In place of a page that the person's role has no part in. `why` says whose it is."""
    return empty(_("This is not yours to see"), why, icon="lock")


def failed(title: Any, words: Any = SAFE, *, on_retry: Any, test_id: str | None = None) -> rx.Component:
    """A list that did not load: what happened, what is safe, and "Try again". `on_retry()` loads it again."""
    props = {} if test_id is None else {"data_testid": test_id}
    return rx.el.div(
        rx.el.span(rx.icon("triangle-alert"), class_name="disc danger"),
        rx.el.h2(title),
        rx.el.p(words),
        rx.el.button(
            rx.icon("refresh-cw"), _("Try again"), type="button", class_name="btn", on_click=on_retry, **props
        ),
        class_name="empty",
        role="alert",
    )


def bones(columns: tuple[str, ...], rows: int = 3) -> rx.Component:
    """The body of a table that is on its way: `columns` holds the class of each cell ("num", "o1" or "")."""
    cells = [rx.el.td(rx.el.i(), class_name=name) for name in columns]
    return rx.el.tbody(*[rx.el.tr(*cells) for __ in range(rows)], class_name="bones waits")


def page_bones() -> rx.Component:
    """A page that is on its way: where its heading and its first cards will stand."""
    card = rx.el.div(*(rx.el.i() for __ in range(4)), class_name="card bones")
    head = rx.el.div(rx.el.i(), rx.el.i(), class_name="bones")
    return rx.el.div(head, card, card, class_name="page-bones waits", aria_hidden="true")
