"""Acknowledgements that came in: each file, and what it says of each claim."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.feedback import chip, empty
from mbp_claims.ui.link import file_link, link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.views.clearinghouse import AckRow, SaidRow
from mbp_claims.words import _

WHAT = _("What the clearinghouse and the payers said of files that you sent. None of it is a decision on a claim.")


def acknowledgements(rows: Any) -> rx.Component:
    """The newest first. `rows` holds AckRow."""
    files = listed(rows, AckRow)
    none = rx.el.div(
        empty(_("No acknowledgements yet. They come after a file was sent."), slim=True), class_name="card"
    )  # fmt: skip
    return rx.el.section(
        section_head(_("Acknowledgements"), "h-acks", below=WHAT),
        rx.cond(files.length() > 0, rx.fragment(rx.foreach(files, _file)), none),
        aria_labelledby="h-acks",
        data_testid=testids.CLEARINGHOUSE_ACKS,
    )


def _file(row: Any) -> rx.Component:
    sender = rx.cond(row.sender != "", f"{row.sender}, ", "")
    title = f"{row.kind} · {row.summary}"
    download = file_link(
        rx.icon("download"),
        _("File"),
        href=row.href,
        class_name="btn sm quiet",
        aria_label=_("Download {kind} file", kind=row.kind),
    )
    return rx.el.article(
        rx.el.header(rx.el.div(rx.el.h3(title), rx.el.p(sender, row.received)), download),
        rx.cond(
            row.claims.length() > 0,
            rx.el.ul(rx.foreach(row.claims.to(list[SaidRow]), _said), class_name="said"),
            rx.el.p(_("It names no claim of yours."), class_name="muted none"),
        ),
        class_name="card match ack",
        aria_label=title,
        data_testid=testids.acknowledgement(row.id),
    )


def _said(row: Any) -> rx.Component:
    ours = link(row.claim, to=routes.claim(row.number), class_name="link")
    stranger = rx.fragment(rx.el.b(row.claim), rx.el.span(_("None of your claims"), class_name="sub"))
    return rx.el.li(
        rx.el.div(rx.cond(row.number != "", ours, stranger), class_name="who"),
        chip(row.words, row.tone, row.icon),
        rx.el.div(
            rx.el.p(row.said),
            rx.cond(row.mend != "", rx.el.p(row.mend, class_name="muted"), rx.fragment()),
            rx.cond(row.codes != "", rx.el.p(row.codes, class_name="code muted"), rx.fragment()),
            class_name="what",
        ),
    )
