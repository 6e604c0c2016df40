"""Pages of fifty: from the newest on, one page further or back."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims.words import _

NOTHING = rx.noop()


@dataclass(frozen=True)
class Pager:
    """Where in a long list this page stands. `words` is "1–50 of 1,204"; on_newer() and on_older() turn the page."""

    words: Any = ""
    has_newer: Any = False
    has_older: Any = False
    on_newer: Any = NOTHING
    on_older: Any = NOTHING
    newer_id: str | None = None
    older_id: str | None = None


ONE_PAGE = Pager()


def pager(page: Pager, *, newer: str = _("Newer"), older: str = _("Older")) -> rx.Component:
    """The foot of a table: where we are, and the buttons that have somewhere to go. Nothing when all is on one page."""
    foot = rx.el.div(
        rx.el.span(page.words),
        rx.el.span(
            rx.cond(page.has_newer, _turn(newer, page.on_newer, page.newer_id), rx.fragment()),
            rx.cond(page.has_older, _turn(older, page.on_older, page.older_id), rx.fragment()),
            class_name="end",
        ),
        class_name="pager",
    )
    return rx.cond(_either(page.has_newer, page.has_older), foot, rx.fragment())


def _turn(word: str, does: Any, test_id: str | None) -> rx.Component:
    props = {} if test_id is None else {"data_testid": test_id}
    return rx.el.button(word, type="button", class_name="btn sm quiet", on_click=does, **props)


def _either(first: Any, second: Any) -> Any:
    return rx.Var.create(first).to(bool) | rx.Var.create(second).to(bool)
