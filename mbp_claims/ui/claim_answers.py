"""What the payers answered to a claim: each adjustment, what it means, and who carries it."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.badge import badge
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.views.claim import AnswerRow, PayerAnswer
from mbp_claims.words import _


def payer_answers(answers: Any) -> rx.Component:
    """One card per payer that has answered. `answers` holds PayerAnswer."""
    return rx.fragment(rx.foreach(listed(answers, PayerAnswer), payer_answer))


def payer_answer(answer: Any) -> rx.Component:
    """A payer's adjustments, their sum, and the ERA they came in."""
    era = link(_("View ERA"), to=routes.era(answer.era_id), class_name="btn sm quiet")
    return rx.el.section(
        rx.el.header(
            badge(answer.badge),
            rx.el.div(
                rx.el.h2(answer.title),
                rx.el.p(answer.note, " ", rx.el.span(answer.check, class_name="code")),
            ),
            rx.el.div(rx.cond(answer.era_id, era, rx.fragment()), class_name="end"),
        ),
        rx.el.div(_table(answer), class_name="wrap"),
        class_name="card",
        aria_label=answer.title,
        data_testid=testids.claim_answer(answer.payer_id),
    )


def _table(answer: Any) -> rx.Component:
    heads = ((_("Code"), ""), (_("What it means"), ""), (_("Who carries it"), "hide"), (_("Amount"), "num"))
    total = rx.el.tr(
        rx.el.th(_("Adjusted"), scope="row"),
        rx.el.td(),
        rx.el.td(class_name="hide"),
        rx.el.td(answer.adjusted, class_name="num"),
    )
    return rx.el.table(
        rx.el.caption(_("Adjustments")),
        rx.el.thead(rx.el.tr(*[rx.el.th(words, scope="col", class_name=css) for words, css in heads])),
        rx.el.tbody(rx.foreach(listed(answer.rows, AnswerRow), _adjustment)),
        rx.el.tfoot(total),
        class_name="keep",
    )


def _adjustment(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            rx.el.span(row.code, class_name="code"),
            rx.cond(row.line, rx.el.span(row.line, class_name="sub"), rx.fragment()),
            scope="row",
        ),
        rx.el.td(row.meaning),
        rx.el.td(row.carrier, class_name="hide"),
        rx.el.td(row.amount, class_name="num strong"),
    )
