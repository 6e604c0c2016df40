"""Importing ERAs: drop files or choose them, how far reading has come, and what came of each."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.era_work import work_bar
from mbp_claims.ui.feedback import note
from mbp_claims.ui.keys import shortcut
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import NOTHING
from mbp_claims.ui.rows import listed
from mbp_claims.views.era import ImportAnswer, ImportStep, WorkView
from mbp_claims.words import _

LARGEST = 25 * 1024 * 1024
"""Bytes of one file, refused in the browser already."""

CHOOSE = f"document.querySelector('#{testids.ERA_UPLOAD_ID} input[type=file]')?.click()"
NAME_INPUT = f"document.querySelector('#{testids.ERA_UPLOAD_ID} input[type=file]').ariaLabel = 'ERA files'"
"""The upload's own input has no name, and screen readers meet it all the same."""


def import_button() -> rx.Component:
    """Import ERA, at the head of the page: opens the same choice of files as the zone does."""
    return rx.el.button(
        rx.icon("upload"),
        _("Import ERA"),
        type="button",
        class_name="btn primary",
        on_click=rx.run_script(CHOOSE),
        data_testid=testids.ERA_IMPORT,
        custom_attrs=shortcut("i"),
    )


def era_drop(on_import: Any, *, work: Any = None, steps: Any = (), on_stop: Any = NOTHING) -> rx.Component:
    """The drop zone. `on_import(files)` gets the files as they come.

    While they are read, `work` (WorkView) and `steps` (ImportStep) say how far it has come, and on_stop() ends it.
    """
    work = rx.Var.create(WorkView() if work is None else work)
    return rx.cond(work.title != "", _busy(work, steps, on_stop), _zone(on_import))


def _zone(on_import: Any) -> rx.Component:
    words = rx.el.p(
        rx.el.b(_("Drop 835 files here")),
        rx.el.span(_(".835, .edi or .txt, up to 25 MB each. Nothing is posted until you say so.")),
    )
    choose = rx.el.button(_("Choose files"), type="button", class_name="btn rest", data_testid=testids.ERA_CHOOSE)
    over = rx.el.div(_disc(), rx.el.p(rx.el.b(_("Drop to import"))), class_name="over")
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
        on_drop_rejected=rx.toast.error(_("The file must be smaller than 25 MB.")),
        on_mount=rx.run_script(NAME_INPUT),
        data_testid=testids.ERA_DROP,
    )


def _disc() -> rx.Component:
    return rx.el.span(rx.icon("upload"), class_name="disc")


def _busy(work: rx.Var, steps: Any, on_stop: Any) -> rx.Component:
    files = listed(steps, ImportStep)
    return rx.el.div(
        rx.el.span(_disc()),
        work_bar(work, rx.cond(files.length() > 1, rx.el.ul(rx.foreach(files, _step)), rx.fragment()), on_stop=on_stop),
        class_name="zone busy gap",
        data_testid=testids.ERA_DROP,
    )


def _step(step: Any) -> rx.Component:
    icon = rx.match(
        step.state, ("done", rx.icon("check")), ("refused", rx.icon("circle-x")), ("reading", rx.icon("refresh-cw")),
        rx.icon("clock"),
    )  # fmt: skip
    return rx.el.li(icon, rx.el.span(step.name, class_name="code"), rx.el.span(step.words, class_name="end"))


def import_answers(answers: Any, *, on_clear: Any = NOTHING) -> rx.Component:
    """What came of each file, in its own sentence, until on_clear(). `answers` holds ImportAnswer."""
    said = listed(answers, ImportAnswer)
    clear = rx.el.p(
        rx.el.button(
            _("Clear"), type="button", class_name="btn sm quiet", on_click=on_clear, aria_label=_("Clear messages")
        ),
        class_name="clear",
    )
    return rx.fragment(rx.foreach(said, _answer), rx.cond(said.length() > 0, clear, rx.fragment()))


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
