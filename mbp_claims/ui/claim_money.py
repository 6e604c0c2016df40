"""Where the charge went: a bar whose parts add up to the whole, each part in words, and the equation."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.rows import listed
from mbp_claims.views.claim import CentPart, EquationTerm
from mbp_claims.words import _


def cent_card(claim: Any) -> rx.Component:
    """The explained charge of a ClaimView. The bar is a picture; the table below it carries every figure."""
    went = _("Where the {charge} went", charge=claim.charge)
    return rx.el.section(
        rx.el.h2(went, id="h-money"),
        rx.el.p(claim.explained, class_name="muted"),
        cent_bar(claim.parts),
        cent_legend(claim.parts, went),
        equation(claim.equation),
        class_name="card pad gap cent",
        aria_labelledby="h-money",
        data_testid=testids.CLAIM_MONEY,
    )


def cent_bar(parts: Any) -> rx.Component:
    """The width of a part is its cents; a part of nothing has none."""
    return rx.el.div(rx.foreach(listed(parts, CentPart), _segment), class_name="bar", aria_hidden="true")


def _segment(part: Any) -> rx.Component:
    drawn = rx.el.span(class_name=f"k-{part.kind}", style={"flexGrow": part.width})
    return rx.cond(part.width > 0, drawn, rx.fragment())


def cent_legend(parts: Any, name: Any) -> rx.Component:
    """Each part with its amount, and what follows from it: a table for those who hear it, of that name."""
    heads = [rx.el.div(words, role="columnheader") for words in (_("Part"), _("Amount"), _("Note"))]
    return rx.el.div(
        rx.el.div(*heads, role="row", class_name="sr"),
        rx.foreach(listed(parts, CentPart), _explained),
        class_name="legend",
        role="table",
        aria_label=name,
    )


def _explained(part: Any) -> rx.Component:
    code = rx.cond(part.code, rx.el.span(" ", rx.el.span(part.code, class_name="code")), rx.fragment())
    return rx.el.div(
        rx.el.div(rx.el.span(class_name=f"key k-{part.kind}"), part.label, role="rowheader", class_name="label"),
        rx.el.div(part.amount, role="cell", class_name="sum"),
        rx.el.small(part.note, code, role="cell"),
        role="row",
    )


def equation(sum_: Any) -> rx.Component:
    """charge = write-off + paid + open, and whether it balances. `sum_` is an Equation."""
    off = rx.el.span(rx.icon("triangle-alert"), sum_.state, class_name="st off")
    even = rx.el.span(rx.icon("check"), sum_.state, class_name="st")
    return rx.el.p(
        rx.el.span(rx.el.b(sum_.charge), _("charge"), class_name="term"),
        rx.foreach(listed(sum_.terms, EquationTerm), lambda term, index: _term(term, index, sum_.balanced)),
        rx.cond(sum_.balanced, even, off),
        class_name="equation",
        role="status",
    )


def _term(term: Any, index: Any, balanced: Any) -> rx.Component:
    sign = rx.cond(index > 0, "+", rx.cond(balanced, "=", "≠"))
    return rx.el.span(rx.el.span(sign), rx.el.b(term.amount), term.word, class_name="term")
