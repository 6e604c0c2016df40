"""Claims that are filed together: a tick per row, the bar over the table, and what came of it.

The ticks are the browser's own (assets/selection.js): nothing travels before "File 2 claims" is pressed.
"""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, closes, dialog, foot, opens
from mbp_claims.ui.feedback import note
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.views.batch import BatchRow, BatchView
from mbp_claims.words import _

TICKED = '[...document.querySelectorAll("input[data-selects]:checked")].map((tick) => tick.dataset.selects)'


def tick(number: Any, ready: Any) -> rx.Component:
    """The checkbox of a row. `ready`: whether "Select all" ticks it too."""
    return rx.el.input(
        type="checkbox",
        class_name="tickbox",
        aria_label=_("Select claim {number}", number=number),
        data_testid=testids.claim_pick(number),
        custom_attrs={"data-selects": number, "data-ready": rx.cond(ready, "yes", "")},
    )


def tick_all() -> rx.Component:
    """The checkbox over them: every claim on the page that is ready to file."""
    return rx.el.input(
        type="checkbox",
        class_name="tickbox",
        aria_label=_("Select all claims that are ready to file"),
        data_testid=testids.CLAIMS_PICK_ALL,
        custom_attrs={"data-selects-all": ""},
    )


def batch_bar(on_file: Any) -> rx.Component:
    """Unseen while nothing is ticked. `on_file(numbers)` with the claims that are."""
    file = rx.el.button(
        rx.icon("send"),
        rx.el.span(_("File claims"), custom_attrs={"data-files-ticked": ""}),
        type="button",
        class_name="btn primary sm",
        on_click=on_file(rx.Var(TICKED, _var_type=list[str])),
        custom_attrs=opens(testids.BATCH_DIALOG, waits=True),
        data_testid=testids.BATCH_FILE,
    )
    clear = rx.el.button(
        _("Clear"),
        type="button",
        class_name="btn sm quiet",
        custom_attrs={"data-clears-ticks": ""},
        data_testid=testids.BATCH_CLEAR,
    )
    return rx.el.div(
        rx.el.span("", role="status", custom_attrs={"data-count-ticked": ""}),
        file,
        clear,
        class_name="picked",
        role="group",
        aria_label=_("Selected claims"),
        hidden=True,
        data_testid=testids.BATCH_BAR,
        custom_attrs={"data-ticked": ""},
    )


def batch_result(view: BatchView | rx.Var[BatchView]) -> rx.Component:
    """The dialog `testids.BATCH_DIALOG`: how far it has come, then what was filed, and of each that was not, why."""
    view = rx.Var.create(view)
    frame = Frame(
        testids.BATCH_DIALOG, _("File Claims"), view.title, key=view.key, narrow=True, body_label=_("What was filed")
    )  # fmt: skip
    shut = rx.el.button(
        rx.cond(view.working, _("Leave it running"), _("Done")), type="button", class_name="btn primary",
        custom_attrs=closes(testids.BATCH_DIALOG) | {"data-first": ""},
    )  # fmt: skip
    failed = rx.cond(view.failure, note(view.failure, tone="danger", icon="triangle-alert"))
    body = rx.el.div(
        rx.cond(view.working, _working(view.working)),
        failed,
        rx.cond(view.note, note(view.note, tone="success", icon="circle-check")),
        _list(view.filed, testids.BATCH_FILED),
        rx.cond(view.left.to(list).length() > 0, rx.el.h3(view.left_title)),
        _list(view.left, testids.BATCH_LEFT),
        class_name="batch",
    )
    return dialog(frame, body, foot(shut))


def _working(words: Any) -> rx.Component:
    return rx.el.div(
        rx.el.p(words, role="status"),
        rx.el.progress(aria_label=_("Filing progress"), data_testid=testids.BATCH_PROGRESS),
        rx.el.p(_("You can leave this page: it goes on, and says so when it is done."), class_name="muted small"),
        class_name="steps",
    )


def _list(rows: Any, test_id: str) -> rx.Component:
    rows = listed(rows, BatchRow)
    return rx.cond(rows.length() > 0, rx.el.ul(rx.foreach(rows, _row), class_name="batch", data_testid=test_id))


def _row(row: Any) -> rx.Component:
    return rx.el.li(link(row.number, to=row.href, class_name="link"), rx.el.span(row.words))
