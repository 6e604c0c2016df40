"""Importing ERAs: drop files or choose them, how far reading has come, and what came of each."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.drop_zone import DropZone, clear_messages, drop_zone, zone_disc
from mbp_claims.ui.era_work import work_bar
from mbp_claims.ui.feedback import note
from mbp_claims.ui.keys import shortcut
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import NOTHING
from mbp_claims.ui.rows import listed
from mbp_claims.views.era import ImportAnswer, ImportStep, WorkView
from mbp_claims.words import _

ZONE = DropZone(
    _("Drop 835 files here"), _(".835, .edi or .txt, up to 25 MB each. Nothing is posted until you say so."),
    _("Drop to import"), _("ERA files"), 25, testids.ERA_UPLOAD_ID, testids.ERA_DROP, testids.ERA_CHOOSE,
)  # fmt: skip
CHOOSE = f"document.querySelector('#{testids.ERA_UPLOAD_ID} input[type=file]')?.click()"


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
    return rx.cond(work.title != "", _busy(work, steps, on_stop), drop_zone(ZONE, on_import))


def _busy(work: rx.Var, steps: Any, on_stop: Any) -> rx.Component:
    files = listed(steps, ImportStep)
    return rx.el.div(
        rx.el.span(zone_disc()),
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
    clear = clear_messages(on_clear)
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
