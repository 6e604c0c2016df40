"""How far long work has come: a real progress bar, in words too, and the button that ends it."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.pager import NOTHING
from mbp_claims.words import _


def work_bar(work: Any, *more: rx.Component, label: str = _("Import progress"), on_stop: Any = NOTHING) -> rx.Component:
    """A WorkView: what is done, the bar, how much of how much. on_stop() gives it up; nothing is changed then."""
    work = rx.Var.create(work)
    known = rx.el.progress(
        value=work.done.to_string(), max=work.of.to_string(), aria_label=label, data_testid=testids.ERA_PROGRESS
    )
    unknown = rx.el.progress(aria_label=label, data_testid=testids.ERA_PROGRESS)
    stop = rx.el.button(
        rx.cond(work.stopping, _("Stopping…"), _("Stop")), type="button", class_name="btn", on_click=on_stop,
        data_testid=testids.ERA_STOP,
    )  # fmt: skip
    return rx.fragment(
        rx.el.div(
            rx.el.p(rx.el.b(work.title, role="status"), rx.el.span(work.name, class_name="code")),
            rx.cond(work.of > 0, known, unknown),
            rx.el.p(
                rx.cond(work.words, work.words, _("You can leave this page: it goes on.")), class_name="muted small"
            ),
            *more,
            class_name="steps",
        ),
        stop,
    )


def posting_bar(work: Any, *, on_stop: Any = NOTHING) -> rx.Component:
    """The same in place of the button Post, while an ERA is posted or taken back."""
    return rx.el.div(work_bar(work, label=_("Posting progress"), on_stop=on_stop), class_name="postbar busy")
