"""The practice's money over time: where charges went by month, and what is open by age."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.aged_table import aged_table
from mbp_claims.ui.claim_money import cent_bar, cent_legend
from mbp_claims.ui.feedback import empty, note
from mbp_claims.ui.link import file_link
from mbp_claims.ui.pager import NOTHING
from mbp_claims.ui.rows import listed
from mbp_claims.views.claim import CentPart
from mbp_claims.views.form import Option
from mbp_claims.views.money import MoneyMonth, MoneyView
from mbp_claims.words import _

COLUMNS = (
    _("Services"),
    _("Billed"),
    _("Paid by primary"),
    _("Paid by secondary"),
    _("Written off"),
    _("Client"),
    _("Open"),
)


@dataclass(frozen=True)
class MoneyEvents:
    """on_first(month), on_last(month), on_payer(name)."""

    on_first: Any = NOTHING
    on_last: Any = NOTHING
    on_payer: Any = NOTHING


def money(view: MoneyView | rx.Var[MoneyView]) -> rx.Component:
    """All that the page says of a MoneyView, below its toolbar."""
    view = rx.Var.create(view)
    none = rx.el.section(
        empty(_("No services in these months."), _("Ask for other months, or for all payers."), icon="search"),
        class_name="card",
    )
    shown = rx.fragment(
        rx.cond(view.note, note(view.note, tone="warning", icon="triangle-alert")),
        where_it_went(view),
        month_table(view),
    )
    return rx.fragment(rx.cond(view.is_empty, none, shown), open_by_age(view))


def money_toolbar(view: MoneyView | rx.Var[MoneyView], events: MoneyEvents) -> rx.Component:
    """From which month to which, and of which payer's services."""
    view = rx.Var.create(view)
    months, payers = listed(view.choices, Option), listed(view.payers, Option)
    asked = view.asked
    return rx.el.div(
        _select(_("From"), months, asked.first, events.on_first, testids.MONEY_FROM),
        _select(_("To"), months, asked.last, events.on_last, testids.MONEY_TO),
        _select(_("Payer"), payers, asked.payer, events.on_payer, testids.MONEY_PAYER, _("All payers")),
        class_name="toolbar asking",
        role="search",
        aria_label=_("Money"),
    )


def _select(name: str, choices: Any, chosen: Any, on_choose: Any, test_id: str, all_of_them: str = "") -> rx.Component:
    return rx.el.label(
        name,
        rx.el.select(
            *([rx.el.option(all_of_them, value="")] if all_of_them else []),
            rx.foreach(choices, lambda one: rx.el.option(one.label, value=one.value)),
            value=chosen, on_change=on_choose, class_name="field quiet", data_testid=test_id,
        ),
        class_name="day",
    )  # fmt: skip


def where_it_went(view: MoneyView | rx.Var[MoneyView]) -> rx.Component:
    """The charges of all the months in one bar, and a column for each month."""
    view = rx.Var.create(view)
    columns = rx.el.div(
        rx.foreach(listed(view.months, MoneyMonth), _column), class_name="months", role="img", aria_label=view.label
    )
    return rx.el.section(
        rx.el.header(
            rx.el.div(rx.el.h2(_("Where it went"), id="h-went"), rx.el.p(view.words)),
            rx.el.span(view.whole.billed, class_name="amount"),
        ),
        rx.el.div(
            cent_bar(view.parts), cent_legend(view.parts, _("Where the charges went")), columns, class_name="pad"
        ),
        class_name="card gap cent year",
        aria_labelledby="h-went",
        data_testid=testids.MONEY_WENT,
    )


def _column(month: Any) -> rx.Component:
    drawn = rx.el.div(rx.foreach(listed(month.parts, CentPart), _part), class_name="stack", style={"--n": month.height})
    return rx.el.div(drawn, rx.el.em(month.short))


def _part(part: Any) -> rx.Component:
    return rx.cond(part.width > 0, rx.el.span(class_name=f"k-{part.kind}", style={"flexGrow": part.width}))


def month_table(view: MoneyView | rx.Var[MoneyView]) -> rx.Component:
    """Every figure of the picture, by month of service."""
    view = rx.Var.create(view)
    heads = [rx.el.th(_("Month"), scope="col"), *(rx.el.th(name, scope="col", class_name="num") for name in COLUMNS)]
    csv = file_link(
        rx.icon("download"),
        _("Download CSV"),
        href=view.asked.sheet,
        class_name="btn sm",
        data_testid=testids.MONEY_SHEET,
    )
    return rx.el.section(
        rx.el.header(
            rx.el.div(
                rx.el.h2(_("By month"), id="h-months"),
                rx.el.p(_("By date of service. A row adds up to what was billed."))
            ),
            rx.el.div(csv, class_name="end"),
        ),
        rx.el.div(
            rx.el.table(
                rx.el.caption(_("Money by month of service")),
                rx.el.thead(rx.el.tr(*heads)),
                rx.el.tbody(rx.foreach(listed(view.months, MoneyMonth), _row)),
                rx.el.tfoot(_row(view.whole)),
                class_name="money",
                data_testid=testids.MONEY_TABLE,
            ),
            class_name="wrap",
        ),
        class_name="card gap",
        aria_labelledby="h-months",
    )  # fmt: skip


def _row(month: Any) -> rx.Component:
    cells = (
        month.services, month.billed, month.primary, month.secondary, month.written_off, month.client, month.open
    )  # fmt: skip
    return rx.el.tr(
        rx.el.th(month.name, scope="row"),
        *(
            rx.el.td(cell, class_name="num strong" if name == _("Billed") else "num", custom_attrs={"data-l": name})
            for name, cell in zip(COLUMNS, cells, strict=True)
        ),
        class_name=rx.cond(month.services == "0", "none", ""),
    )


def open_by_age(view: MoneyView | rx.Var[MoneyView]) -> rx.Component:
    """All that is open today by whose it is to answer next, and by the days since the service."""
    view = rx.Var.create(view)
    csv = file_link(
        rx.icon("download"), _("Download CSV"), href=view.asked.aging_sheet, class_name="btn sm",
        aria_label=_("Download CSV of what is open"), data_testid=testids.MONEY_AGING_SHEET,
    )  # fmt: skip
    return rx.el.section(
        rx.el.header(
            rx.el.div(
                rx.el.h2(_("Open today, by age"), id="h-open"),
                rx.el.p(_("Days since the service, whatever the months above, by who has to answer next.")),
            ),
            rx.el.span(view.aging_sums.amount, class_name="amount"),
            rx.el.div(csv, class_name="end"),
        ),
        rx.cond(
            view.aging.to(list).length() > 0, aged_table(_("Open today, by age"), view.aging, view.aging_sums),
            rx.el.p(_("Nothing is open."), class_name="none muted"),
        ),
        class_name="card gap",
        aria_labelledby="h-open",
        data_testid=testids.MONEY_OPEN,
    )  # fmt: skip
