"""The claims of an ERA: those that found ours, those that did not, and what could not be read."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.feedback import chip, empty
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.views.era import EraClaimRow, EraProblem, EraReason, EraUnmatchedRow


def matched_claims(rows: Any) -> rx.Component:
    """What was posted, and what it caused. `rows` holds EraClaimRow."""
    claims = listed(rows, EraClaimRow)
    heads = (
        ("ERA line", ""),
        ("Our claim", ""),
        ("Charge", "num o1"),
        ("Paid", "num"),
        ("Adjustments", ""),
        ("What happened", "left"),
    )
    table = rx.el.table(
        rx.el.caption("Matched lines"),
        rx.el.thead(rx.el.tr(*[rx.el.th(words, scope="col", class_name=css) for words, css in heads])),
        rx.el.tbody(rx.foreach(claims, _matched)),
        class_name="wrapsub",
    )
    shown = rx.cond(claims.length() > 0, rx.el.div(table, class_name="wrap"), empty("Nothing was matched.", slim=True))
    return rx.el.div(shown, class_name="card")


def _matched(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.date, rx.el.span(row.service, class_name="sub"), scope="row"),
        rx.el.td(
            link(row.claim_number, to=routes.claim(row.claim_number), class_name="link"),
            rx.el.span(row.agrees, class_name="sub"),
        ),
        rx.el.td(row.charge, class_name="num o1", custom_attrs={"data-l": "Charge"}),
        rx.el.td(row.paid, class_name="num strong", custom_attrs={"data-l": "Paid"}),
        rx.el.td(rx.foreach(row.adjustments, lambda words: rx.el.span(words, class_name="d tab"))),
        rx.el.td(
            chip(row.status, row.tone, row.icon),
            rx.cond(row.below, rx.el.span(row.below, class_name="sub below"), rx.fragment()),
            class_name="left",
        ),
        data_testid=testids.era_claim(row.control),
    )


def unmatched_claims(rows: Any) -> rx.Component:
    """What is none of ours, with what agrees and what does not. `rows` holds EraUnmatchedRow."""
    claims = listed(rows, EraUnmatchedRow)
    none = rx.el.div(empty("Every line was matched.", slim=True), class_name="card")
    return rx.cond(claims.length() > 0, rx.fragment(rx.foreach(claims, _unmatched)), none)


def _unmatched(row: Any) -> rx.Component:
    return rx.el.article(
        rx.el.header(rx.el.div(rx.el.h2(row.title), rx.el.p(row.detail)), rx.el.span(row.amount, class_name="amount")),
        rx.el.div(
            rx.el.ul(rx.foreach(listed(row.reasons, EraReason), _reason), class_name="reasons"), class_name="pad"
        ),
        class_name="card match",
        aria_label=row.title,
        data_testid=testids.era_claim(row.control),
    )


def _reason(reason: Any) -> rx.Component:
    for_ = rx.el.li(rx.icon("check"), reason.text, class_name="yes")
    return rx.cond(reason.agrees, for_, rx.el.li(rx.icon("circle-x"), reason.text))


def problems(rows: Any) -> rx.Component:
    """What in the file needs a look, quoted where it can be. `rows` holds EraProblem."""
    found = listed(rows, EraProblem)
    none = rx.el.div(empty("No problems.", slim=True), class_name="card")
    return rx.cond(found.length() > 0, rx.fragment(rx.foreach(found, _problem)), none)


def _problem(row: Any) -> rx.Component:
    quoted = rx.el.pre(row.segment, class_name="seg", tab_index=0, role="region", aria_label="Segments")
    return rx.el.article(
        rx.el.header(
            rx.el.span(rx.icon("triangle-alert"), class_name="disc danger"),
            rx.el.div(rx.el.h2(row.title), rx.el.p(row.detail)),
        ),
        rx.cond(row.segment, rx.el.div(quoted, class_name="pad"), rx.fragment()),
        class_name="card match",
        aria_label=row.title,
    )
