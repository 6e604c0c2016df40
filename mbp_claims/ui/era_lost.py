"""The lines of an ERA that found no claim of ours: what speaks for and against each that may be meant."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.claim_money import equation
from mbp_claims.ui.combobox import combobox
from mbp_claims.ui.feedback import empty
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import ONE_PAGE, Pager, pager
from mbp_claims.ui.rows import listed
from mbp_claims.views.era_review import CandidateView, LostLine, Piece, Reason
from mbp_claims.words import _


@dataclass(frozen=True)
class LostEvents:
    """`on_match(form)` with `line` and `number`; `on_skip(line id)`, `on_take_up(line id)`."""

    on_match: Any
    on_skip: Any
    on_take_up: Any


def lost_lines(rows: Any, events: LostEvents, page: Pager = ONE_PAGE) -> rx.Component:
    """`rows` holds LostLine."""
    lines = listed(rows, LostLine)
    none = rx.el.div(empty(_("Every line was matched."), slim=True), class_name="card")
    shown = rx.fragment(
        rx.foreach(lines, lambda line: rx.cond(line.skipped, _skipped(line, events), _lost(line, events))),
        pager(page, newer=_("Previous lines"), older=_("Next lines")),
    )
    return rx.cond(lines.length() > 0, shown, none)


def _head(line: Any) -> rx.Component:
    return rx.el.header(
        rx.el.div(rx.el.h2(line.title), rx.el.p(line.detail)), rx.el.span(line.amount, class_name="amount")
    )


def _skipped(line: Any, events: LostEvents) -> rx.Component:
    back = rx.el.button(
        _("Take it up again"), type="button", class_name="btn sm", on_click=events.on_take_up(line.id),
        aria_label=_("Take up line {position} again", position=line.position),
    )  # fmt: skip
    return rx.el.article(
        _head(line),
        rx.el.div(
            rx.el.p(_("Skipped. It is not posted and waits for nobody."), class_name="muted"),
            back,
            class_name="pad flat",
        ),
        class_name="card match",
        aria_label=line.title,
        data_testid=testids.era_claim(line.control),
    )


def _lost(line: Any, events: LostEvents) -> rx.Component:
    return rx.el.article(
        _head(line),
        rx.el.div(_why(line), _choice(line, events), class_name="pad why"),
        class_name="card match",
        aria_label=line.title,
        data_testid=testids.era_claim(line.control),
    )


def _why(line: Any) -> rx.Component:
    against = rx.el.li(rx.icon("circle-x"), rx.el.span(line.why))
    return rx.el.div(
        rx.el.ul(rx.cond(line.why, against, rx.fragment()), class_name="reasons"),
        rx.foreach(listed(line.candidates, CandidateView), _candidate),
        rx.cond(line.equation.charge, equation(line.equation), rx.fragment()),
        class_name="cent",
    )


def _candidate(candidate: Any) -> rx.Component:
    return rx.el.div(
        rx.el.h3(
            link(candidate.number, to=routes.claim(candidate.number), class_name="link"),
            rx.el.span(candidate.client, class_name="muted"),
        ),
        rx.el.ul(rx.foreach(listed(candidate.reasons, Reason), reason_row), class_name="reasons"),
    )


def reason_row(reason: Any) -> rx.Component:
    """A Reason: what agrees, or both texts with the digits that differ marked."""
    agrees = rx.el.li(rx.icon("check"), rx.el.span(reason.text), class_name="yes")
    differs = rx.el.li(
        rx.icon("circle-x"),
        rx.el.span(
            reason.text, " ", _text(reason.theirs), _(" in the ERA, "), _text(reason.ours), _(" in our records")
        ),
    )  # fmt: skip
    return rx.cond(reason.agrees, agrees, differs)


def _text(pieces: Any) -> rx.Component:
    return rx.el.span(
        rx.foreach(
            listed(pieces, Piece), lambda piece: rx.cond(piece.differs, rx.el.mark(piece.text), rx.el.span(piece.text))
        ),
        class_name="code",
    )


def _choice(line: Any, events: LostEvents) -> rx.Component:
    field = testids.era_match(line.position)
    box = combobox(
        id=field, test_id=field, name="number", label=_("Match to claim, line {position}", position=line.position),
        list_label=_("Claims"),
        options=line.options, value=line.suggested, coded=True, free=True,
        none=_("No claim looks like it. Type its number, as in C-1042."),
    )  # fmt: skip
    return rx.el.form(
        rx.el.label(_("Match to claim"), html_for=field, class_name="label"),
        rx.el.input(type="hidden", name="line", value=line.id, read_only=True),
        box,
        rx.el.p(
            _("Nothing is posted yet: the line goes to Matched, where you see what it causes."),
            class_name="muted small"
        ),
        rx.el.div(
            rx.el.button(_("Match"), type="submit", class_name="btn primary",
                aria_label=_("Match line {position}", position=line.position)),
            rx.el.button(
                _("Skip"), type="button", class_name="btn", on_click=events.on_skip(line.id),
                aria_label=_("Skip line {position}", position=line.position),
            ),
            class_name="deeds",
        ),
        on_submit=events.on_match,
        no_validate=True,
    )  # fmt: skip
