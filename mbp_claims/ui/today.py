"""The start page: what is owed, by whom, and what there is to do, in the order of the work."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.actions_menu import called
from mbp_claims.ui.claim_money import cent_bar, cent_legend
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.feedback import empty, icon_named
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import page_head
from mbp_claims.views.today import OwingRow, TodayView, WorkRow
from mbp_claims.words import _


def today_head(view: TodayView | rx.Var[TodayView], on_file_all: Any) -> rx.Component:
    """Who is greeted, how it stands, and one button for all that is ready. `on_file_all()` files it."""
    view = rx.Var.create(view)
    file_all = rx.el.button(
        rx.icon("send"), view.file_all, type="button", class_name="btn primary", on_click=on_file_all,
        custom_attrs=opens(testids.BATCH_DIALOG, waits=True), data_testid=testids.TODAY_FILE_ALL,
    )  # fmt: skip
    return page_head(view.greeting, rx.cond(view.file_all, file_all), below=rx.el.p(view.summary))


def owed_card(view: TodayView | rx.Var[TodayView]) -> rx.Component:
    """All that is owed, as a bar whose parts add up to it, and in words."""
    view = rx.Var.create(view)
    return rx.el.section(
        rx.el.h2(_("Owed to you"), id="h-owed"),
        rx.el.p(view.owed, class_name="big"),
        cent_bar(view.parts),
        cent_legend(view.parts, _("Owed to you")),
        class_name="card pad gap cent hero",
        aria_labelledby="h-owed",
        data_testid=testids.TODAY_OWED,
    )


def work_lists(view: TodayView | rx.Var[TodayView], on_file: Any) -> rx.Component:
    """To file, then what needs a look; or that all is done. `on_file(number)` opens the form of a claim."""
    view = rx.Var.create(view)
    ready = work_list(
        _("To file"), _("Everything is filled in. Review and submit."), view.ready, on_file, testids.TODAY_READY
    )
    look = work_list(_("Needs a look"), _("Oldest service first. Each one says what is missing."), view.look, on_file,
                     testids.TODAY_LOOK)  # fmt: skip
    there = rx.fragment(
        rx.cond(view.ready.rows.to(list).length() > 0, ready), rx.cond(view.look.rows.to(list).length() > 0, look)
    )
    return rx.cond(view.is_done, all_done(), there)


def work_list(title: str, below: str, section: Any, on_file: Any, test_id: str) -> rx.Component:
    """Things to do, each with one button that names the remedy. `section` is a WorkSection."""
    section = rx.Var.create(section)
    more = link(section.more, to=routes.CLAIMS, class_name="link")
    return rx.el.section(
        _head(title, test_id, below, section.amount),
        rx.el.ul(rx.foreach(listed(section.rows, WorkRow), lambda row: _work(row, on_file)), class_name="rows"),
        rx.cond(section.more, rx.el.p(more, class_name="more")),
        class_name="card",
        aria_labelledby=f"h-{test_id}",
        data_testid=test_id,
    )


def _work(row: Any, on_file: Any) -> rx.Component:
    here = rx.el.button(
        row.verb, type="button", class_name="btn sm", aria_label=row.label, on_click=called(on_file, row.key),
        custom_attrs=opens(testids.FILE_CLAIM_DIALOG, waits=True), data_testid=testids.today_do(row.key),
    )  # fmt: skip
    there = link(
        row.verb, to=row.leads_to, class_name="btn sm", aria_label=row.label, data_testid=testids.today_do(row.key)
    )
    return rx.el.li(
        rx.el.span(icon_named(row.icon), class_name=f"disc {row.tone}"),
        rx.el.div(link(row.title, to=row.href), rx.el.span(row.detail), class_name="what"),
        rx.el.span(row.amount, class_name="money"),
        rx.cond(row.leads_to, there, here),
        data_testid=testids.today_work(row.key),
    )


def all_done() -> rx.Component:
    """Nothing waits for us."""
    return rx.el.section(
        empty(
            _("All caught up"),
            _("Nothing is waiting to be filed. New secondary claims appear here when a payer answers."),
            link(_("Go to Clients"), to=routes.CLIENTS, class_name="btn"),
            icon="check",
        ),
        class_name="card",
        data_testid=testids.TODAY_DONE,
    )


def waiting_on_clients(view: TodayView | rx.Var[TodayView]) -> rx.Component:
    """What clients owe after every payer has answered."""
    view = rx.Var.create(view)
    rows = rx.el.ul(rx.foreach(listed(view.clients, OwingRow), _owing), class_name="rows two")
    return rx.el.section(
        _head(_("Waiting on clients"), testids.TODAY_CLIENTS, _("After every payer has answered"), view.clients_amount),
        rx.cond(
            view.clients.to(list).length() > 0, rows, rx.el.p(_("No client owes anything."), class_name="none muted")
        ),
        rx.cond(
            view.clients_more, rx.el.p(link(view.clients_more, to=routes.CLIENTS, class_name="link"), class_name="more")
        ),
        class_name="card",
        aria_labelledby=f"h-{testids.TODAY_CLIENTS}",
        data_testid=testids.TODAY_CLIENTS,
    )


def _owing(row: Any) -> rx.Component:
    who = rx.el.div(link(row.name, to=row.href), class_name="what")
    return rx.el.li(who, rx.el.span(row.amount, class_name="money"))


def _head(title: str, test_id: str, below: str, amount: Any = None) -> rx.Component:
    return rx.el.header(
        rx.el.div(rx.el.h2(title, id=f"h-{test_id}"), rx.el.p(below)),
        *([] if amount is None else [rx.el.span(amount, class_name="amount")]),
    )
