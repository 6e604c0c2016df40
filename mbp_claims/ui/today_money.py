"""Money over time on the start page: what came in by month, and what payers owe by age."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.views.today import AgeCell, MonthBar, PayerRow, ReceivedView, TodayView

AGES = ("0–30 days", "31–60", "61–90", "Over 90")


def money_received(received: ReceivedView | rx.Var[ReceivedView]) -> rx.Component:
    """A bar for each of the last months; what it shows is told in its name, and its sums below."""
    received = rx.Var.create(received)
    bars = rx.el.div(
        rx.foreach(listed(received.bars, MonthBar), _bar), class_name="bars", role="img", aria_label=received.label
    )
    keys = rx.el.div(
        rx.el.span(rx.el.i(class_name="key k-p"), f"As primary {received.primary}"),
        rx.el.span(rx.el.i(class_name="key k-s"), f"As secondary {received.secondary}"),
        class_name="inline",
    )
    return rx.el.section(
        rx.el.header(rx.el.div(rx.el.h2("Paid by payers", id="h-received"), rx.el.p(received.words))),
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
    heads = [
        rx.el.th("Payer", scope="col"),
        *(rx.el.th(age, scope="col", class_name="num") for age in (*AGES, "Total")),
    ]
    table = rx.el.table(
        rx.el.caption("Waiting on payers, by age"),
        rx.el.thead(rx.el.tr(*heads)),
        rx.el.tbody(rx.foreach(listed(view.payers, PayerRow), _payer)),
        rx.el.tfoot(_sums(view.sums)),
        class_name="heat",
    )
    return rx.el.section(
        rx.el.header(
            rx.el.div(
                rx.el.h2("Waiting on payers", id="h-age"),
                rx.el.p("Days since the claim was filed. Most payers answer within 30."),
            ),
            rx.el.span(view.sums.amount, class_name="amount"),
        ),
        rx.cond(
            view.payers.to(list).length() > 0, rx.el.div(table, class_name="wrap"),
            rx.el.p("No payer has been asked for anything.", class_name="none muted"),
        ),
        class_name="card gap",
        aria_labelledby="h-age",
        data_testid=testids.TODAY_PAYERS,
    )  # fmt: skip


def _payer(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(link(row.payer, to=row.href, class_name="link"), scope="row"),
        rx.foreach(listed(row.ages, AgeCell), _cell),
        rx.el.td(row.amount, class_name="num strong", custom_attrs={"data-l": "Total"}),
    )


def _cell(cell: Any, place: Any) -> rx.Component:
    owed = rx.el.td(
        rx.el.span(cell.amount, rx.el.small(cell.claims), class_name=f"h h{place + 1}"),
        class_name="num",
        custom_attrs={"data-l": cell.label},
    )
    return rx.cond(cell.amount, owed, rx.el.td("—", class_name="num zero dash"))


def _sums(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.payer, scope="row"),
        rx.foreach(
            listed(row.ages, AgeCell),
            lambda cell: rx.el.td(cell.amount, class_name="num", custom_attrs={"data-l": cell.label}),
        ),
        rx.el.td(row.amount, class_name="num", custom_attrs={"data-l": "Total"}),
    )
