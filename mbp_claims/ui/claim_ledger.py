"""The ledger of a claim, who owes what is left, and the decision about what the payers left open."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.feedback import chip
from mbp_claims.ui.rows import listed
from mbp_claims.views.claim_ledger import LedgerRow, OwedRow
from mbp_claims.words import _

CHOICES = (("write_off", _("Write it off")), ("bill_client", _("Bill the client")))


def claim_ledger(ledger: Any, *, on_decide: Any) -> rx.Component:
    """A ClaimLedgerView; nothing before a payer has answered. `on_decide(choice)`: write_off, bill_client or leave."""
    rows = listed(ledger.rows, LedgerRow)
    heads = ((_("Date"), ""), (_("What"), ""), (_("Amount"), "num"), (_("Open"), "num"))
    table = rx.el.table(
        rx.el.caption(_("Ledger")),
        rx.el.thead(rx.el.tr(*[rx.el.th(words, scope="col", class_name=css) for words, css in heads])),
        rx.el.tbody(rx.foreach(rows, _entry)),
        class_name="keep",
        data_testid=testids.CLAIM_LEDGER,
    )
    card = rx.el.section(
        rx.el.header(rx.el.div(rx.el.h2(_("Ledger"), id="h-ledger"), rx.el.p(_("Every movement, never edited.")))),
        rx.el.div(table, class_name="wrap"),
        rx.el.dl(rx.foreach(listed(ledger.owed, OwedRow), _owed), class_name="owed"),
        _decision(ledger, on_decide),
        class_name="card",
        aria_labelledby="h-ledger",
    )
    return rx.cond(rows.length() > 0, card, rx.fragment())


def _entry(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.date, scope="row"),
        rx.el.td(row.what, rx.el.span(row.who, class_name="sub")),
        rx.el.td(row.amount, class_name="num strong"),
        rx.el.td(row.balance, class_name="num"),
    )


def _owed(row: Any) -> rx.Component:
    icon = rx.match(
        row.tone, ("warning", "triangle-alert"), ("danger", "triangle-alert"), ("success", "check"), "clock"
    )
    return rx.el.div(rx.el.dt(chip(row.label, row.tone, icon)), rx.el.dd(row.amount))


def _decision(ledger: Any, on_decide: Any) -> rx.Component:
    buttons = [
        rx.el.button(words, type="button", class_name="btn sm", on_click=on_decide(choice)) for choice, words in CHOICES
    ]
    ask = rx.el.div(
        rx.el.p(
            rx.el.b(ledger.undecided), " ", _("Decide, or leave it open for now."),
        ),
        rx.el.div(*buttons, class_name="deeds"),
        class_name="decide",
        role="group",
        aria_label=_("Decide about the open amount"),
        data_testid=testids.CLAIM_DECIDE,
    )
    back = rx.el.button(_("Take it back"), type="button", class_name="textbtn", on_click=on_decide("leave"))
    done = rx.el.p(rx.icon("check"), ledger.decided, " ", back, class_name="decide muted")
    return rx.cond(ledger.undecided, ask, rx.cond(ledger.decided, done, rx.fragment()))
