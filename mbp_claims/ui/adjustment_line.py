"""One service line of the adjustment form: what was charged and paid, its adjustments, its equation."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.adjustment_row import RowScope, adjustment_row
from mbp_claims.ui.balance_bar import balance_bar
from mbp_claims.ui.field import message, money_input, sentence
from mbp_claims.words import _


def adjustment_line(line: Any, scope: RowScope, *, alone: Any, adjusts: Any) -> rx.Component:
    """A LineForm. Alone on its claim it leaves the equation to the form; not `adjusts`: only what was charged.

    Without a payer (adjustments of the claim beside those of its lines) it does not ask what was paid.
    """
    return rx.el.section(
        rx.el.div(
            rx.el.h3(line.title),
            rx.el.span(line.words, class_name="muted"),
            rx.el.div(
                rx.cond(line.charge != "", rx.el.span(_("Charge"), rx.el.b(line.charge), class_name="muted")),
                rx.cond(rx.Var.create(adjusts) & (line.payer != ""), _paid(line, scope)),
                class_name="end",
            ),
            class_name="lh",
        ),
        *(
            message(sentence(scope.errors, f"{name}-{line.key}"), f"{scope.prefix}-{name}-{line.key}-error")
            for name in ("line", "paid")
        ),
        rx.cond(adjusts, _rows(line, scope)),
        rx.cond(adjusts & ~rx.Var.create(alone), balance_bar(line.balance, testids.balance(line.key))),
        aria_label=line.label,
        class_name="line",
        data_testid=testids.line(line.key),
        custom_attrs={"data-rows": "", "data-field": f"line-{line.key}"},
        key=line.key,
    )


def _paid(line: Any, scope: RowScope) -> rx.Component:
    where = rx.cond(line.key == "0", _("whole claim"), _("line {key}", key=line.key))
    wrong = sentence(scope.errors, f"paid-{line.key}") != ""
    return rx.el.span(
        rx.el.span(_("{payer} paid", payer=line.payer), aria_hidden="true"),
        money_input(
            line.paid, name=f"paid-{line.key}", read_only=line.paid_fixed,
            aria_label=_("{payer} paid, {where}", payer=line.payer, where=where),
            aria_invalid=rx.cond(wrong, "true", "false"),
            aria_describedby=rx.cond(wrong, f"{scope.prefix}-paid-{line.key}-error", ""),
            on_change=lambda value: scope.events.on_paid(line.key, value).debounce(250),
            on_blur=lambda value: scope.events.on_paid(line.key, value),
            data_testid=testids.line_paid(line.key),
        ),
        class_name=rx.cond(line.paid_fixed, "paid fixed muted", "paid muted"),
    )  # fmt: skip


def _rows(line: Any, scope: RowScope) -> rx.Component:
    return rx.el.div(
        rx.cond(
            line.rows.length() > 0,
            rx.el.div(
                rx.el.span(_("Group")), rx.el.span(_("Reason")), rx.el.span(_("Amount"), class_name="num"),
                rx.el.span(),
                class_name="adj h", aria_hidden="true",
            ),
        ),
        rx.el.div(rx.foreach(line.rows, lambda row: adjustment_row(row, scope))),
        rx.cond(line.removed != "", _undo(line, scope)),
        rx.el.div(
            rx.el.button(
                rx.icon("plus"), _("Add adjustment"), type="button", class_name="btn ghost sm",
                on_click=scope.events.on_add(line.key), data_testid=testids.line_add(line.key),
                aria_keyshortcuts="Alt+N", custom_attrs={"data-adds": ""},
            ),
            class_name="add",
        ),
        class_name="adjusts",
    )  # fmt: skip


def _undo(line: Any, scope: RowScope) -> rx.Component:
    return rx.el.p(
        rx.el.span(line.removed, role="status"),
        rx.el.button(
            rx.icon("undo-2"), _("Undo"), type="button", class_name="btn ghost sm",
            on_click=scope.events.on_undo(line.key), data_testid=testids.line_undo(line.key),
            custom_attrs={"data-brings-back": ""},
        ),
        class_name="said removed",
    )  # fmt: skip
