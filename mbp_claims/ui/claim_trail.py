"""What happened to a claim, and the files that went and came."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.link import file_link
from mbp_claims.ui.rows import listed
from mbp_claims.views.claim import FileRow, TimelineRow
from mbp_claims.words import _


def timeline(rows: Any) -> rx.Component:
    """Who did what, newest first. `rows` holds TimelineRow."""
    return rx.el.section(
        rx.el.header(rx.el.h2(_("Timeline"), id="h-timeline")),
        events(rows, _("Timeline"), testids.CLAIM_TIMELINE),
        class_name="card",
        aria_labelledby="h-timeline",
    )


def events(rows: Any, name: str, test_id: str) -> rx.Component:
    """A list of TimelineRow, newest first, named so."""
    return rx.el.ul(
        rx.foreach(listed(rows, TimelineRow), _happened), class_name="timeline", aria_label=name, data_testid=test_id
    )


def _happened(row: Any) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.what),
        rx.cond(row.detail, rx.el.span(row.detail), rx.fragment()),
        rx.el.time(row.when, date_time=row.iso),
        class_name=rx.cond(row.latest, "now", ""),
    )


def claim_files(rows: Any) -> rx.Component:
    """The files of a claim, to download. `rows` holds FileRow."""
    files = listed(rows, FileRow)
    none = rx.el.p(_("No files yet. Filing makes the 837."), class_name="muted none")
    return rx.el.section(
        rx.el.header(rx.el.h2(_("Files"), id="h-files")),
        rx.cond(files.length() > 0, rx.el.ul(rx.foreach(files, _file), class_name="files"), none),
        class_name="card",
        aria_labelledby="h-files",
        data_testid=testids.CLAIM_FILES,
    )


def _file(row: Any) -> rx.Component:
    ids = (
        ("837", testids.CLAIM_837), ("form", testids.CLAIM_FORM), ("eob", testids.CLAIM_EOB),
        ("ack", testids.CLAIM_ACK),
    )  # fmt: skip
    test_id = rx.match(row.kind, *ids, testids.CLAIM_835)
    return rx.el.li(
        rx.icon("download"),
        rx.el.div(file_link(row.label, href=row.href, data_testid=test_id), rx.el.span(row.note)),
    )
