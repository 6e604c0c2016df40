"""A payer's ledger: every payment with where its deposit is, and what the payer kept; to the cent."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.feedback import empty
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import page_head
from mbp_claims.views.ledger import KeptRow, PaymentRow
from mbp_claims.words import _

PAYMENTS = (
    (_("Paid"), ""), (_("Check or EFT"), ""), (_("Deposit"), "num"), (_("Posted"), "num"), (_("Waiting"), "num"),
    (_("Skipped"), "num o1"), (_("Kept or added"), "num"), (_("Difference"), "num"),
)  # fmt: skip
KEPT = ((_("Paid"), ""), (_("What"), ""), (_("Reference"), ""), (_("Amount"), "num"))


def payer_ledger(ledger: Any, *, on_year: Any) -> rx.Component:
    """The whole page of a LedgerView. `on_year(year)` shows another one."""
    page = rx.fragment(_head(ledger, on_year), ledger_sum(ledger), _payments(ledger), _kept(ledger))
    return rx.cond(ledger.found, page, ledger_not_found())


def _head(ledger: Any, on_year: Any) -> rx.Component:
    years = rx.el.select(
        rx.foreach(rx.Var.create(ledger.years).to(list[str]), lambda year: rx.el.option(year, value=year)),
        value=ledger.year, on_change=on_year, class_name="field quiet", aria_label=_("Year"),
        data_testid=testids.LEDGER_YEAR,
    )  # fmt: skip
    below = rx.el.p(
        _("What the payer paid and kept, payment by payment. Payer ID "), rx.el.span(ledger.payer_id, class_name="code")
    )
    return page_head(_("{payer} ledger", payer=ledger.payer), years, below=below)


def ledger_sum(ledger: Any) -> rx.Component:
    """Whether all deposits of the year are where they belong."""
    good = rx.el.span(rx.icon("landmark"), class_name="disc success")
    bad = rx.el.span(rx.icon("landmark"), class_name="disc warning")
    words = rx.el.p(
        rx.el.b(rx.cond(ledger.adds_up, _("Adds up to the cent"), _("Does not add up"))), rx.el.span(ledger.sum_words)
    )
    return rx.el.section(
        rx.el.h2(_("Does it add up?"), class_name="sr"), rx.el.div(rx.cond(ledger.adds_up, good, bad), words),
        class_name="card gap recon", aria_label=_("Does it add up?"),
    )  # fmt: skip


def _payments(ledger: Any) -> rx.Component:
    total = ledger.total
    foot = rx.el.tr(
        rx.el.th(total.date, scope="row"), rx.el.td(),
        *[rx.el.td(words, class_name=css, custom_attrs={"data-l": label}) for label, words, css in _amounts(total)],
    )  # fmt: skip
    table = rx.el.table(
        rx.el.caption(_("Payments")), _heads(PAYMENTS),
        rx.el.tbody(rx.foreach(listed(ledger.rows, PaymentRow), _payment)), rx.el.tfoot(foot),
        data_testid=testids.LEDGER_TABLE,
    )  # fmt: skip
    return rx.el.section(rx.el.div(table, class_name="wrap"), class_name="card gap", aria_label=_("Payments"))


def _amounts(row: Any) -> tuple[tuple[str, Any, str], ...]:
    return (
        (_("Deposit"), row.deposit, "num strong"), (_("Posted"), row.posted, "num"), (_("Waiting"), row.waiting, "num"),
        (_("Skipped"), row.skipped, "num o1"), (_("Kept or added"), row.withheld, "num"),
        (_("Difference"), rx.cond(row.difference, row.difference, "$0.00"), "num"),
    )  # fmt: skip


def _payment(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.date, scope="row"),
        rx.el.td(
            link(
                row.check,
                to=routes.era(row.id),
                class_name="link code",
                aria_label=_("Open ERA {check}", check=row.check),
            )
        ),
        *[rx.el.td(words, class_name=css, custom_attrs={"data-l": label}) for label, words, css in _amounts(row)],
    )


def _kept(ledger: Any) -> rx.Component:
    rows = listed(ledger.kept, KeptRow)
    foot = rx.el.tr(
        rx.el.th(_("In all"), scope="row"), rx.el.td(), rx.el.td(), rx.el.td(ledger.kept_total, class_name="num")
    )
    table = rx.el.table(
        rx.el.caption(_("Provider adjustments")), _heads(KEPT), rx.el.tbody(rx.foreach(rows, _kept_row)),
        rx.el.tfoot(foot), class_name="keep", data_testid=testids.LEDGER_KEPT,
    )  # fmt: skip
    none = empty(_("Nothing was kept or added."), slim=True)
    return rx.el.section(
        rx.el.header(
            rx.el.div(
                rx.el.h2(_("Provider adjustments"), id="h-kept"), rx.el.p(_("What was kept or added, about no claim."))
            )
        ),
        rx.cond(rows.length() > 0, rx.el.div(table, class_name="wrap"), none),
        class_name="card gap",
        aria_labelledby="h-kept",
    )


def _kept_row(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.date, link(row.check, to=routes.era(row.era_id), class_name="sub code"), scope="row"),
        rx.el.td(row.words, rx.el.span(row.code, class_name="sub code")),
        rx.el.td(row.reference, class_name="code"),
        rx.el.td(row.amount, class_name="num strong"),
    )


def _heads(columns: tuple[tuple[str, str], ...]) -> rx.Component:
    return rx.el.thead(rx.el.tr(*[rx.el.th(words, scope="col", class_name=css) for words, css in columns]))


def ledger_not_found() -> rx.Component:
    """A payer that has never paid this practice."""
    return rx.el.div(
        rx.el.span(rx.icon("landmark"), class_name="disc"),
        rx.el.h1(_("No payment of this payer")),
        rx.el.p(_("Check the address, or go back to your ERA Inbox.")),
        link(_("ERA Inbox"), to=routes.ERAS, class_name="btn"),
        class_name="empty",
    )
