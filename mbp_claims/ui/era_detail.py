"""The page of one ERA: who paid, what its lines will cause, what was done with it, and the way back."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.dialog import alert_dialog, opens, safe_button
from mbp_claims.ui.era_file import FileBar, whole_file
from mbp_claims.ui.era_sums import adds_up, withheld_amounts
from mbp_claims.ui.feedback import chip, note
from mbp_claims.ui.link import file_link, link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import page_head
from mbp_claims.ui.tabs import Tab, tab_content, tab_list
from mbp_claims.views.era_review import EraEvent
from mbp_claims.words import _


@dataclass(frozen=True)
class EraTabs:
    """Which tab is open, what each holds, and on_tab(value)."""

    current: Any
    matched: rx.Component
    lost: rx.Component
    problems: rx.Component
    on_tab: Any


def era_detail(
    era: Any, tabs: EraTabs, *below: rx.Component, on_undo: Any, on_reverse: Any, file: FileBar = FileBar()  # noqa: B008
) -> rx.Component:
    """The whole page of an EraView; `below` stands under its lines. `on_undo(ids)`, `on_reverse(id)` of postings."""
    page = rx.fragment(
        era_head(era),
        posted_note(era, on_undo),
        _quarantine(era),
        adds_up(era),
        _entered_before(era),
        whole_file(era, file),
        era_tabs(era, tabs),
        *below,
        rx.el.div(withheld_amounts(era), era_events(era), class_name="cols even gap"),
        reverse_dialog(era, on_reverse),
    )
    return rx.cond(era.found, page, era_not_found())


def era_head(era: Any) -> rx.Component:
    """Who paid how much, and the file as it came."""
    ledger = link(
        rx.icon("landmark"), _("Payer ledger"), to=routes.payer_ledger(era.payer_id), class_name="btn",
        aria_label=_("Payer ledger of {payer}", payer=era.payer),
    )  # fmt: skip
    file = file_link(rx.icon("download"), _("835 file"), href=era.href, class_name="btn", data_testid=testids.ERA_835)
    return page_head(
        f"{era.payer}, {era.amount}",
        ledger,
        file,
        beside=chip(era.status, era.tone, era.icon),
        below=rx.el.p(_("ERA of {date}, check ", date=era.date), rx.el.span(era.check, class_name="code")),
        data_testid=testids.ERA_HEADING,
    )


def posted_note(era: Any, on_undo: Any) -> rx.Component:
    """What was posted, the way to what followed, and the way back."""
    undo = rx.el.button(
        _("Undo"), type="button", class_name="textbtn", on_click=on_undo(era.undo), data_testid=testids.ERA_UNDO
    )
    reverse = rx.el.button(
        _("Reverse…"), type="button", class_name="textbtn", custom_attrs=opens(testids.ERA_REVERSE_DIALOG),
        data_testid=testids.ERA_REVERSE,
    )  # fmt: skip
    ways = rx.fragment(
        link(_("Go to Pending Claims"), to=routes.CLAIMS),
        rx.cond(era.undo, undo, rx.cond(era.reverse, reverse, rx.fragment())),
    )
    said = note(era.posted, era.posted_more, tone="success", icon="circle-check", end=ways)
    return rx.cond(era.posted, said, rx.fragment())


def _quarantine(era: Any) -> rx.Component:
    said = note(_("This ERA does not add up."), era.warning, tone="warning", icon="triangle-alert")
    return rx.cond(era.warning, said, rx.fragment())


def _entered_before(era: Any) -> rx.Component:
    """Where an answer stands in for one that was entered before, and took nothing back."""
    lines = rx.foreach(listed(era.before, str), lambda words: rx.el.p(words))
    said = note(
        _("This ERA answers a claim anew and takes nothing back."), lines, tone="warning", icon="landmark",
        data_testid=testids.ERA_ENTERED_BEFORE,
    )  # fmt: skip
    return rx.cond(rx.Var.create(era.before).to(list[str]).length() > 0, said, rx.fragment())


def era_tabs(era: Any, tabs: EraTabs) -> rx.Component:
    """Matched, not matched, problems, each with its count."""
    heads = (
        Tab(_("Matched"), testids.ERA_TAB_MATCHED, value="matched", count=era.matched),
        Tab(_("Not matched"), testids.ERA_TAB_NOT_MATCHED, value="not_matched", count=era.lost,
            tone=_if(era.lost, "warning")),
        Tab(_("Problems"), testids.ERA_TAB_PROBLEMS, value="problems", count=era.wrong, tone=_if(era.wrong, "danger")),
    )  # fmt: skip
    return rx.tabs.root(
        tab_list(_("ERA lines"), heads, testids.ERA_TABS),
        tab_content("matched", tabs.matched),
        tab_content("not_matched", tabs.lost),
        tab_content("problems", tabs.problems),
        value=tabs.current,
        on_change=tabs.on_tab,
    )


def _if(count: Any, tone: str) -> Any:
    return rx.cond(count > 0, tone, "") if isinstance(count, rx.Var) else (tone if count > 0 else "")


def era_events(era: Any) -> rx.Component:
    """Who imported, posted, undid it, and when; newest first."""
    return rx.el.section(
        rx.el.header(rx.el.h2(_("History"), id="h-history")),
        rx.el.ul(
            rx.foreach(listed(era.events, EraEvent), _happened), class_name="timeline", aria_label=_("History"),
            data_testid=testids.ERA_HISTORY,
        ),
        class_name="card",
        aria_labelledby="h-history",
    )  # fmt: skip


def _happened(event: Any) -> rx.Component:
    return rx.el.li(rx.el.b(event.what), rx.el.span(event.who), rx.el.time(event.when, date_time=event.iso))


def reverse_dialog(era: Any, on_reverse: Any) -> rx.Component:
    """What reversing will do, before it is done."""
    go = rx.el.button(
        _("Reverse posting"), type="button", class_name="btn danger submit", on_click=on_reverse(era.reverse),
        data_testid=testids.ERA_REVERSE_CONFIRM,
    )  # fmt: skip
    return alert_dialog(
        testids.ERA_REVERSE_DIALOG,
        _("Reverse the posting of ERA {check}?", check=era.check),
        safe_button(_("Keep posting"), testids.ERA_REVERSE_DIALOG),
        go,
        body=era.reverse_words,
    )


def era_not_found() -> rx.Component:
    """An id that is no ERA of this practice."""
    return rx.el.div(
        rx.el.span(rx.icon("inbox"), class_name="disc"),
        rx.el.h1(_("ERA not found")),
        rx.el.p(_("Check the address, or go back to your ERA Inbox.")),
        link(_("ERA Inbox"), to=routes.ERAS, class_name="btn"),
        class_name="empty",
    )
