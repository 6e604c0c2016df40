"""What payers owe by age: a row for each payer, warmer with the days."""

from typing import Any

import reflex as rx

from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.views.today import AgeCell, PayerRow
from mbp_claims.words import _

AGES = (_("0–30 days"), "31–60", "61–90", _("Over 90"))


def aged_table(caption: str, payers: Any, sums: Any) -> rx.Component:
    """`payers` holds PayerRow, `sums` is the PayerRow of all."""
    heads = [
        rx.el.th(_("Payer"), scope="col"),
        *(rx.el.th(age, scope="col", class_name="num") for age in (*AGES, _("Total"))),
    ]
    return rx.el.div(
        rx.el.table(
            rx.el.caption(caption),
            rx.el.thead(rx.el.tr(*heads)),
            rx.el.tbody(rx.foreach(listed(payers, PayerRow), _payer)),
            rx.el.tfoot(_sums(sums)),
            class_name="heat",
        ),
        class_name="wrap",
    )


def _payer(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(link(row.payer, to=row.href, class_name="link"), scope="row"),
        rx.foreach(listed(row.ages, AgeCell), _cell),
        rx.el.td(row.amount, class_name="num strong", custom_attrs={"data-l": _("Total")}),
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
        rx.el.td(row.amount, class_name="num", custom_attrs={"data-l": _("Total")}),
    )
