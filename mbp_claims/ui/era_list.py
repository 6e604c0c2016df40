"""The ERA Inbox: what the payers sent, and what became of it."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.feedback import bones, chip, empty, failed
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import NOTHING, ONE_PAGE, Pager, pager
from mbp_claims.ui.rows import listed
from mbp_claims.views.era import EraRow
from mbp_claims.words import _

COLUMNS = (
    (_("Received"), ""),
    (_("Payer"), ""),
    (_("Check or EFT"), ""),
    (_("Amount"), "num"),
    (_("Claims"), "num o1"),
    (_("Matched"), "num"),
    (_("Status"), ""),
)


def era_list(rows: Any, page: Pager = ONE_PAGE, *, state: Any = "ready", on_retry: Any = NOTHING) -> rx.Component:
    """The list, or what is said in its place. `rows` holds EraRow; `state` is loading, ready or error."""
    eras = listed(rows, EraRow)
    waiting = rx.Var.create(state).to(str) == "loading"
    none = empty(_("No ERAs yet"), _("Drop an 835 file here, or wait for your clearinghouse."), icon="inbox")
    shown = rx.cond(waiting | (eras.length() > 0), era_table(eras, page, waiting=waiting), none)
    lost = failed(_("ERAs did not load"), on_retry=on_retry)
    return rx.el.section(
        rx.cond(rx.Var.create(state).to(str) == "error", lost, shown), class_name="card gap", aria_label=_("ERAs")
    )


def era_table(rows: Any, page: Pager = ONE_PAGE, *, waiting: Any = False) -> rx.Component:
    """The table of EraRow; `waiting` shows bones."""
    heads = [rx.el.th(words, scope="col", class_name=css) for words, css in COLUMNS]
    last = rx.el.th(rx.el.span(_("Open"), class_name="sr"), scope="col")
    return rx.fragment(
        rx.el.div(
            rx.el.table(
                rx.el.caption(_("ERAs")),
                rx.el.thead(rx.el.tr(*heads, last)),
                rx.cond(
                    waiting,
                    bones((*(css for __, css in COLUMNS), "acts")),
                    rx.el.tbody(rx.foreach(listed(rows, EraRow), _row)),
                ),
                aria_busy=rx.cond(waiting, "true", "false"),
                data_testid=testids.ERA_TABLE,
                class_name="eras",
            ),
            class_name="wrap",
        ),
        pager(page),
    )


def _row(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.received, scope="row"),
        rx.el.td(row.payer),
        rx.el.td(row.check, class_name="code"),
        rx.el.td(row.amount, class_name="num strong", custom_attrs={"data-l": _("Amount")}),
        rx.el.td(row.claims, class_name="num o1", custom_attrs={"data-l": _("Claims")}),
        rx.el.td(row.matched, class_name="num", custom_attrs={"data-l": _("Matched")}),
        rx.el.td(
            chip(row.status, row.tone, row.icon),
            rx.cond(row.below, rx.el.span(row.below, class_name="sub below"), rx.fragment()),
        ),
        rx.el.td(
            link(
                row.verb,
                to=routes.era(row.id),
                class_name=rx.cond(row.verb == _("Review"), "btn sm", "btn sm quiet"),
                aria_label=_("{verb} ERA {check}", verb=row.verb, check=row.check),
            ),
            class_name="acts",
        ),
        data_testid=testids.era_row(row.check),
    )
