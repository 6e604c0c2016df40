"""The file of an ERA that holds several: which they are, and all of it posted or taken back at once."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.feedback import chip
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import NOTHING
from mbp_claims.ui.rows import listed
from mbp_claims.views.era import EraRow
from mbp_claims.words import _

COLUMNS = ((_("Check or EFT"), ""), (_("Payer"), ""), (_("Amount"), "num"), (_("Matched"), "num"), (_("Status"), ""))


@dataclass(frozen=True)
class FileBar:
    """`title` says what posting the whole file posts; "" where that is no more than Post. `busy`: something runs."""

    title: Any = ""
    busy: Any = False
    on_post: Any = NOTHING
    on_undo: Any = lambda _ids: NOTHING


def whole_file(era: Any, bar: FileBar) -> rx.Component:
    """Of an EraView; nothing where it came alone. `on_undo(ids)` of its postings."""
    file = era.file
    rows = listed(file.rows, EraRow)
    table = rx.el.table(
        rx.el.caption(_("ERAs of this file")),
        rx.el.thead(
            rx.el.tr(
                *[rx.el.th(words, scope="col", class_name=css) for words, css in COLUMNS],
                rx.el.th(rx.el.span(_("Open"), class_name="sr"), scope="col"),
            )
        ),
        rx.el.tbody(rx.foreach(rows, lambda row: _row(row, era.id))),
        class_name="eras",
    )
    card = rx.el.section(
        rx.el.header(
            rx.el.div(
                rx.el.h2(file.title, id="h-file"),
                rx.el.p(rx.el.span(file.name, class_name="code"), rx.cond(file.stay, " · ", ""), file.stay),
            ),
            _ways(era, bar),
        ),
        rx.el.div(table, class_name="wrap"),
        rx.cond(file.more, rx.el.p(file.more, class_name="pad flat muted"), rx.fragment()),
        class_name="card gap",
        aria_labelledby="h-file",
        data_testid=testids.ERA_FILE,
    )
    return rx.cond(rows.length() > 0, card, rx.fragment())


def _ways(era: Any, bar: FileBar) -> rx.Component:
    post = rx.fragment(
        rx.el.span(bar.title, class_name="muted tab"),
        rx.el.button(
            _("Post the whole file"), type="button", class_name="btn", on_click=bar.on_post,
            data_testid=testids.ERA_POST_FILE,
        ),
    )  # fmt: skip
    undo = rx.el.button(
        _("Undo the whole file"), type="button", class_name="btn", on_click=bar.on_undo(era.file.undo),
        data_testid=testids.ERA_UNDO_FILE,
    )  # fmt: skip
    ways = rx.fragment(
        rx.cond(rx.Var.create(bar.title) != "", post, rx.fragment()), rx.cond(era.file.undo, undo, rx.fragment())
    )
    return rx.el.div(rx.cond(bar.busy, rx.fragment(), ways), class_name="ways")


def _row(row: Any, current: Any) -> rx.Component:
    is_this = row.id == current
    way = link(
        row.verb, to=routes.era(row.id), class_name="btn sm quiet",
        aria_label=_("{verb} ERA {check}", verb=row.verb, check=row.check),
    )  # fmt: skip
    return rx.el.tr(
        rx.el.th(row.check, scope="row", class_name="code"),
        rx.el.td(row.payer),
        rx.el.td(row.amount, class_name="num strong", custom_attrs={"data-l": _("Amount")}),
        rx.el.td(row.matched, class_name="num", custom_attrs={"data-l": _("Matched")}),
        rx.el.td(
            chip(row.status, row.tone, row.icon),
            rx.cond(row.below, rx.el.span(row.below, class_name="sub below"), rx.fragment()),
        ),
        rx.el.td(rx.cond(is_this, rx.el.span(_("This one"), class_name="muted"), way), class_name="acts"),
        aria_current=rx.cond(is_this, "true", "false"),
        data_testid=testids.era_row(row.check),
    )
