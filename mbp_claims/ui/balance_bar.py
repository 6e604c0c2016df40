"""The equation, always in sight: charge = paid + adjusted."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.views.adjustment import BalanceView
from mbp_claims.words import _


def balance_bar(balance: BalanceView | rx.Var[BalanceView], test_id: Any) -> rx.Component:
    """`$160.00 charge = $92.80 paid + $67.20 adjusted`, and "Balanced", "$4.00 short" or "$4.00 over"."""
    balance = rx.Var.create(balance)
    return rx.el.div(
        rx.icon("scale"),
        rx.el.div(
            _term("", balance.charge, _("charge")),
            _term("=", balance.paid, _("paid")),
            _term("+", balance.adjusted, _("adjusted")),
            class_name="eq",
        ),
        rx.el.span(
            rx.cond(balance.balanced, rx.icon("check"), rx.icon("triangle-alert")),
            rx.el.span(balance.state, data_testid=testids.BALANCE_STATE),
            class_name="st",
        ),
        role="status",
        class_name=rx.cond(balance.balanced, "total", "total short"),
        data_testid=test_id,
    )


def _term(sign: str, amount: Any, word: str) -> rx.Component:
    """Stays on one line with its sign."""
    before = [rx.el.span(sign), " "] if sign else []
    return rx.el.span(*before, rx.el.b(amount), " ", rx.el.span(word), " ", class_name="term")
