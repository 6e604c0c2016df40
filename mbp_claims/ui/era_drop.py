"""Importing ERAs: drop files or choose them, and what came of each."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.feedback import note
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.views.era import ImportAnswer

LARGEST = 10 * 1024 * 1024
"""Bytes of one file, refused in the browser already."""

CHOOSE = f"document.querySelector('#{testids.ERA_UPLOAD_ID} input[type=file]').click()"
NAME_INPUT = f"document.querySelector('#{testids.ERA_UPLOAD_ID} input[type=file]').ariaLabel = 'ERA files'"
"""The upload's own input has no name, and screen readers meet it all the same."""


def import_button() -> rx.Component:
    """Import ERA, at the head of the page: opens the same choice of files as the zone does."""
    return rx.el.button(
        rx.icon("upload"),
        "Import ERA",
        type="button",
        class_name="btn primary",
        on_click=rx.call_script(CHOOSE),
        data_testid=testids.ERA_IMPORT,
    )


def era_drop(on_import: Any, *, reading: Any = "") -> rx.Component:
    """The drop zone. `on_import(files)` gets the files as they come; `reading` says which one is being read."""
    return rx.cond(reading, _busy(reading), _zone(on_import))


def _zone(on_import: Any) -> rx.Component:
    words = rx.el.p(
        rx.el.b("Drop 835 files here"),
        rx.el.span(".835, .edi or .txt, up to 10 MB each. Payments that match a claim are posted at once."),
    )
    choose = rx.el.button("Choose files", type="button", class_name="btn rest", data_testid=testids.ERA_CHOOSE)
    over = rx.el.div(_disc(), rx.el.p(rx.el.b("Drop to import")), class_name="over")
    return rx.upload(
        rx.el.span(_disc(), class_name="rest"),
        rx.el.div(words, class_name="rest"),
        choose,
        over,
        id=testids.ERA_UPLOAD_ID,
        class_name="zone gap",
        max_size=LARGEST,
        no_keyboard=True,
        drag_active_style={"borderStyle": "solid"},  # gives it the class that era.css draws
        on_drop=on_import,
        on_drop_rejected=rx.toast.error("The file must be smaller than 10 MB."),
        on_mount=rx.call_script(NAME_INPUT),
        data_testid=testids.ERA_DROP,
    )


def _disc() -> rx.Component:
    return rx.el.span(rx.icon("upload"), class_name="disc")


def _busy(reading: Any) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.p(rx.el.b(reading)), rx.el.progress(aria_label="Import progress"), class_name="steps", role="status"
        ),
        class_name="zone busy gap",
        data_testid=testids.ERA_DROP,
    )


def import_answers(answers: Any) -> rx.Component:
    """What came of each file, in its own sentence. `answers` holds ImportAnswer."""
    return rx.fragment(rx.foreach(listed(answers, ImportAnswer), _answer))


def _answer(answer: Any) -> rx.Component:
    there = link(answer.link, to=answer.href)
    return note(
        answer.title,
        answer.detail,
        tone=answer.tone,
        icon=answer.icon,
        end=rx.cond(answer.href, there, rx.fragment()),
        data_testid=testids.ERA_PROBLEM,
    )
