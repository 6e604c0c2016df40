"""Money over time on the start page: what came in by month, and what payers owe by age."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.aged_table import aged_table
from mbp_claims.ui.rows import listed
from mbp_claims.views.today import MonthBar, ReceivedView, TodayView
from mbp_claims.words import _


def money_received(received: ReceivedView | rx.Var[ReceivedView]) -> rx.Component:
    """A bar for each of the last months; what it shows is told in its name, and its sums below."""
    received = rx.Var.create(received)
    bars = rx.el.div(
        rx.foreach(listed(received.bars, MonthBar), _bar), class_name="bars", role="img", aria_label=received.label
    )
    keys = rx.el.div(
        rx.el.span(rx.el.i(class_name="key k-p"), _("As primary {primary}", primary=received.primary)),
        rx.el.span(rx.el.i(class_name="key k-s"), _("As secondary {secondary}", secondary=received.secondary)),
        class_name="inline",
    )
    return rx.el.section(
        rx.el.header(rx.el.div(rx.el.h2(_("Paid by payers"), id="h-received"), rx.el.p(received.words))),
        rx.cond(received.label, rx.fragment(bars, keys)),
        class_name="card cent",
        aria_labelledby="h-received",
        data_testid=testids.TODAY_RECEIVED,
    )


def _bar(month: Any) -> rx.Component:
    return rx.el.div(
        rx.el.b(month.words),
        rx.el.span(class_name="k-s", style={"--n": month.secondary}),
        rx.el.span(class_name="k-p", style={"--n": month.primary}),
        rx.el.em(month.name),
        class_name=rx.cond(month.now, "now", ""),
    )


def waiting_on_payers(view: TodayView | rx.Var[TodayView]) -> rx.Component:
    """What payers have not answered, by the days since it was filed."""
    view = rx.Var.create(view)
    return rx.el.section(
        rx.el.header(
            rx.el.div(
                rx.el.h2(_("Waiting on payers"), id="h-age"),
                rx.el.p(_("Days since the claim was filed. Most payers answer within 30.")),
            ),
            rx.el.span(view.sums.amount, class_name="amount"),
        ),
        rx.cond(
            view.payers.to(list).length() > 0, aged_table(_("Waiting on payers, by age"), view.payers, view.sums),
            rx.el.p(_("No payer has been asked for anything."), class_name="none muted"),
        ),
        class_name="card gap",
        aria_labelledby="h-age",
        data_testid=testids.TODAY_PAYERS,
    )  # fmt: skip
