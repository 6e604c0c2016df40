"""The lines of an ERA that cannot be posted as they are: why, what the file says, and what to do."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.claim_money import equation
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.feedback import empty
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import ONE_PAGE, Pager, pager
from mbp_claims.ui.rows import listed
from mbp_claims.views.era_review import ProblemLine, Segment
from mbp_claims.words import _


@dataclass(frozen=True)
class ProblemEvents:
    """`on_quote(line id)`, `on_form(line id, claim number)`, `on_skip(line id)`, `on_again()`."""

    on_quote: Any
    on_form: Any
    on_skip: Any
    on_again: Any


def problem_lines(
    rows: Any, events: ProblemEvents, page: Pager = ONE_PAGE, *, quoted: Any = (), quoted_of: Any = ""
) -> rx.Component:
    """`rows` holds ProblemLine; `quoted` the Segments of the one whose id is `quoted_of`."""
    lines = listed(rows, ProblemLine)
    none = rx.el.div(empty(_("No problems."), slim=True), class_name="card")
    segments = listed(quoted, Segment)
    shown = rx.fragment(
        rx.el.p(
            _("Something of ours has changed since? "),
            rx.el.button(_("Look again"), type="button", class_name="textbtn", on_click=events.on_again),
            class_name="muted small again",
        ),
        rx.foreach(lines, lambda line: _problem(line, segments, quoted_of == line.id, events)),
        pager(page, newer=_("Previous lines"), older=_("Next lines")),
    )
    return rx.cond(lines.length() > 0, shown, none)


def _problem(line: Any, segments: Any, is_quoted: Any, events: ProblemEvents) -> rx.Component:
    return rx.el.article(
        rx.el.header(
            rx.el.span(rx.icon("triangle-alert"), class_name="disc danger"),
            rx.el.div(rx.el.h2(line.title), rx.el.p(line.detail)),
            rx.el.span(line.amount, class_name="amount"),
        ),
        rx.el.div(
            rx.cond(line.equation.charge, rx.el.div(equation(line.equation), class_name="cent"), rx.fragment()),
            rx.cond(is_quoted, _quote(line, segments), rx.fragment()),
            rx.cond(line.advice, rx.el.p(line.advice, class_name="muted small"), rx.fragment()),
            rx.el.div(*_deeds(line, is_quoted, events), class_name="deeds"),
            class_name="pad",
        ),
        class_name="card match",
        aria_label=line.title,
        data_testid=testids.era_claim(line.control),
    )


def _deeds(line: Any, is_quoted: Any, events: ProblemEvents) -> tuple[rx.Component, ...]:
    form = rx.el.button(
        rx.icon("pencil-line"), _("Open the form"), type="button", class_name="btn primary",
        on_click=events.on_form(line.id, line.claim_number), custom_attrs=opens(testids.COMPLETE_DIALOG, waits=True),
        aria_label=_("Open the form for {claim_number}", claim_number=line.claim_number),
    )  # fmt: skip
    quote = rx.el.button(
        rx.cond(is_quoted, _("Hide segment"), _("Show segment")), type="button", class_name="btn",
        on_click=events.on_quote(line.id), aria_expanded=rx.cond(is_quoted, "true", "false"),
        data_testid=testids.ERA_QUOTE,
    )  # fmt: skip
    claim = link(
        _("Go to {claim_number}", claim_number=line.claim_number),
        to=routes.claim(line.claim_number),
        class_name="btn ghost",
    )
    skip = rx.el.button(
        _("Skip"), type="button", class_name="btn ghost", on_click=events.on_skip(line.id),
        aria_label=_("Skip line {position}", position=line.position),
    )  # fmt: skip
    return (
        rx.cond(line.by_form, form, rx.fragment()),
        quote,
        rx.cond(line.claim_number, claim, rx.fragment()),
        skip,
    )


def _quote(line: Any, segments: Any) -> rx.Component:
    return rx.el.pre(
        rx.foreach(segments, _segment), class_name="seg", tab_index=0, role="region",
        aria_label=_("Segments of line {position}", position=line.position),
    )  # fmt: skip


def _segment(segment: Any) -> rx.Component:
    text = rx.fragment(rx.el.i(segment.number), segment.text)
    return rx.cond(segment.bad, rx.el.mark(text), rx.el.span(text))
