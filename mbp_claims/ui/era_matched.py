"""The lines of an ERA that found our claims: what each says, what Post will cause, and the button Post."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.era_work import posting_bar
from mbp_claims.ui.feedback import chip, empty
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import NOTHING, ONE_PAGE, Pager, pager
from mbp_claims.ui.rows import listed
from mbp_claims.views.era import WorkView
from mbp_claims.views.era_review import Cut, MatchedLine
from mbp_claims.words import _

COLUMNS = (
    (_("ERA line"), ""),
    (_("Our claim"), ""),
    (_("Charge"), "num o1"),
    (_("Paid"), "num"),
    (_("Adjustments"), ""),
    (_("What happens"), "left"),
)


@dataclass(frozen=True)
class MatchedEvents:
    """`on_choose(line id, ticked)`, `on_forget(line id)`, `on_correct(line id)`, `on_keep(line id)`."""

    on_choose: Any
    on_forget: Any
    on_correct: Any
    on_keep: Any


@dataclass(frozen=True)
class PostBar:
    """`title` and `detail` say what Post posts; "" where no line is ready. `work` is a WorkView while it posts."""

    title: Any = ""
    detail: Any = ""
    work: Any = WorkView()  # noqa: RUF009
    on_post: Any = NOTHING
    on_stop: Any = NOTHING


def matched_lines(
    rows: Any, all_chosen: Any, exceptions: Any, events: MatchedEvents, page: Pager = ONE_PAGE
) -> rx.Component:
    """`rows` holds MatchedLine; `exceptions` are ids whose box is not as `all_chosen` says."""
    lines = listed(rows, MatchedLine)
    table = rx.el.table(
        rx.el.caption(_("Matched lines")),
        rx.el.thead(
            rx.el.tr(
                rx.el.th(_("Post"), scope="col"),
                *[rx.el.th(words, scope="col", class_name=css) for words, css in COLUMNS],
            )
        ),
        rx.el.tbody(rx.foreach(lines, lambda row: _line(row, _ticked(row, all_chosen, exceptions), events))),
        class_name="pick wrapsub",
    )
    shown = rx.fragment(
        rx.el.div(table, class_name="wrap"), pager(page, newer=_("Previous lines"), older=_("Next lines"))
    )
    return rx.el.div(rx.cond(lines.length() > 0, shown, empty(_("Nothing was matched."), slim=True)), class_name="card")


def _ticked(row: Any, all_chosen: Any, exceptions: Any) -> rx.Var[bool]:
    different = rx.Var.create(exceptions).to(list[str]).contains(row.id)
    return rx.cond(all_chosen, ~different, different)


def _line(row: Any, ticked: Any, events: MatchedEvents) -> rx.Component:
    return rx.el.tr(
        rx.el.td(rx.cond(row.posted, _done(), _box(row, ticked, events))),
        rx.el.th(row.date, rx.el.span(row.service, class_name="sub"), scope="row"),
        rx.el.td(
            link(row.claim_number, to=routes.claim(row.claim_number), class_name="link"),
            rx.el.span(row.agrees, class_name="sub"),
            rx.cond(row.chosen, _forget(row, events), rx.fragment()),
        ),
        rx.el.td(row.charge, class_name="num o1", custom_attrs={"data-l": _("Charge")}),
        rx.el.td(row.paid, class_name="num strong got", custom_attrs={"data-l": _("Paid")}),
        rx.el.td(rx.foreach(listed(row.cuts, Cut), _cut), class_name="cuts"),
        rx.el.td(
            chip(row.status, row.tone, row.icon),
            rx.foreach(row.causes, lambda words: rx.el.span(words, class_name="sub below")),
            rx.cond(row.correction.line_id, _correction(row.correction, events), rx.fragment()),
            class_name="left",
        ),
        data_testid=testids.era_claim(row.control),
        # A row of its own for each line: its box keeps in the browser what was ticked.
        key=row.id,
    )


def _done() -> rx.Component:
    return rx.el.span(rx.icon("check"), rx.el.span(_("Posted"), class_name="sr"), class_name="ok")


def _box(row: Any, ticked: Any, events: MatchedEvents) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            default_checked=ticked,
            on_change=lambda on: events.on_choose(row.id, on),
            class_name="check",
            aria_label=_("Post this line, {claim_number}", claim_number=row.claim_number),
        ),
        class_name="hit",
    )


def _cut(cut: Any) -> rx.Component:
    return rx.fragment(
        rx.el.span(cut.code, " ", cut.amount, class_name="d tab"), rx.el.span(cut.words, class_name="sub")
    )


def _forget(row: Any, events: MatchedEvents) -> rx.Component:
    return rx.el.button(
        _("Not this claim"), type="button", class_name="textbtn", on_click=events.on_forget(row.id),
        aria_label=_("Not this claim, {claim_number}", claim_number=row.claim_number),
    )  # fmt: skip


def _correction(correction: Any, events: MatchedEvents) -> rx.Component:
    take = rx.el.button(
        _("Update the plan"), type="button", class_name="textbtn", on_click=events.on_correct(correction.line_id)
    )
    leave = rx.el.button(
        _("Leave it"), type="button", class_name="textbtn", on_click=events.on_keep(correction.line_id)
    )
    return rx.el.span(rx.icon("info"), correction.words, " ", take, " ", leave, class_name="sub offer")


def post_bar(bar: PostBar) -> rx.Component:
    """What Post will post, and Post; how far it has come while it does."""
    work = rx.Var.create(bar.work)
    ready = rx.el.div(
        rx.el.p(rx.el.b(bar.title), rx.el.span(bar.detail), role="status"),
        rx.el.button(
            _("Post"), type="button", class_name="btn primary", on_click=bar.on_post, data_testid=testids.ERA_POST
        ),
        class_name="postbar",
    )
    return rx.cond(work.title != "", posting_bar(work, on_stop=bar.on_stop), rx.cond(bar.title, ready, rx.fragment()))
