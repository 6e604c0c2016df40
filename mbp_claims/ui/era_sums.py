"""Whether an ERA adds up and is in the bank, and what its payer withheld about no claim."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.rows import listed
from mbp_claims.views.era_review import WithheldRow
from mbp_claims.words import _


def adds_up(era: Any) -> rx.Component:
    """Two questions before any line: is the check the sum of its claims, and is all of it where it belongs."""
    return rx.el.section(
        rx.el.h2(_("Does it add up?"), class_name="sr"),
        _answer("scale", era.adds_up, era.sum_title, era.sum_words),
        _answer("landmark", era.settled, era.bank_title, era.bank_words),
        class_name="card gap recon",
        aria_label=_("Does it add up?"),
        data_testid=testids.ERA_ADDS_UP,
    )


def _answer(icon: str, good: Any, title: Any, words: Any) -> rx.Component:
    disc = rx.cond(
        good,
        rx.el.span(rx.icon(icon), class_name="disc success"),
        rx.el.span(rx.icon(icon), class_name="disc warning"),
    )
    return rx.el.div(disc, rx.el.p(rx.el.b(title), rx.el.span(words)))


def withheld_amounts(era: Any) -> rx.Component:
    """What the payer kept from the payment or added to it, about no claim. Nothing where it did neither."""
    rows = listed(era.withheld, WithheldRow)
    heads = ((_("What"), ""), (_("Reference"), ""), (_("Amount"), "num"))
    table = rx.el.table(
        rx.el.caption(_("Provider adjustments")),
        rx.el.thead(rx.el.tr(*[rx.el.th(words, scope="col", class_name=css) for words, css in heads])),
        rx.el.tbody(rx.foreach(rows, _withheld)),
        rx.el.tfoot(
            rx.el.tr(
                rx.el.th(_("In all"), scope="row"),
                rx.el.td(),
                rx.el.td(era.withheld_total, class_name="num"),
            )
        ),
        class_name="keep",
        data_testid=testids.ERA_WITHHELD,
    )
    card = rx.el.section(
        rx.el.header(
            rx.el.div(rx.el.h2(_("Provider adjustments"), id="h-withheld"), rx.el.p(_("About no claim of this ERA.")))
        ),
        rx.el.div(table, class_name="wrap"),
        class_name="card",
        aria_labelledby="h-withheld",
    )
    return rx.cond(rows.length() > 0, card, rx.fragment())


def _withheld(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.words, rx.el.span(row.code, class_name="sub code"), scope="row"),
        rx.el.td(row.reference, class_name="code"),
        rx.el.td(row.amount, class_name="num strong"),
    )
