"""The Clearinghouse page: how files travel, what waits to be sent, what was left in the inbox."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.feedback import note
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.views.clearinghouse import LeftRow, WaitingRow
from mbp_claims.words import _


def sync_button(busy: Any, on_sync: Any) -> rx.Component:
    """Sync now, at the head of the page. `busy` is "sync", "test" or ""."""
    working = rx.Var.create(busy).to(str) == "sync"
    return rx.el.button(
        rx.icon("refresh-cw"),
        rx.cond(working, _("Syncing…"), _("Sync now")),
        type="button",
        class_name="btn primary",
        aria_disabled=rx.cond(busy != "", "true", "false"),
        on_click=on_sync,
        data_testid=testids.CLEARINGHOUSE_SYNC,
    )


def sync_progress(busy: Any) -> rx.Component:
    """A bar while the clearinghouse is asked; nobody knows how much there is."""
    bar = rx.el.div(
        rx.el.p(_("Asking the clearinghouse…"), role="status"),
        rx.el.progress(aria_label=_("Sync progress"), data_testid=testids.CLEARINGHOUSE_PROGRESS),
        rx.el.p(_("You can leave this page: it goes on, and says so when it is done."), class_name="muted small"),
        class_name="card pad steps gap",
    )
    return rx.cond(rx.Var.create(busy).to(str) == "sync", bar, rx.fragment())


def connection_card(view: Any, busy: Any, on_test: Any, on_edit: Any) -> rx.Component:
    """The connection as it is set, with its last sync. `view` is a ClearinghouseView."""
    testing = rx.Var.create(busy).to(str) == "test"
    test = rx.el.button(
        rx.cond(testing, _("Testing…"), _("Test connection")), type="button", class_name="btn", on_click=on_test,
        aria_disabled=rx.cond(busy != "", "true", "false"), data_testid=testids.CLEARINGHOUSE_TEST,
    )  # fmt: skip
    edit = rx.el.button(
        _("Edit connection"), type="button", class_name="btn", on_click=on_edit, data_testid=testids.CLEARINGHOUSE_EDIT,
        custom_attrs=opens(testids.CONNECTION_DIALOG, waits=True),
    )  # fmt: skip
    facts = rx.el.dl(
        _fact(_("Files travel by"), view.way),
        rx.foreach(view.facts, lambda fact: _fact(fact[0], fact[1])),
        class_name="facts",
    )
    return rx.el.section(
        section_head(_("Connection"), "h-connection", test, rx.cond(view.can_edit, edit, rx.fragment())),
        rx.el.div(
            facts,
            rx.el.p(rx.el.b(view.synced), " ", view.brought, data_testid=testids.CLEARINGHOUSE_SYNCED),
            rx.el.p(view.automatic, class_name="muted", data_testid=testids.CLEARINGHOUSE_AUTOMATIC),
            class_name="card pad",
        ),
        class_name="gap",
        aria_labelledby="h-connection",
        data_testid=testids.CLEARINGHOUSE_CONNECTION,
    )


def _fact(name: Any, value: Any) -> rx.Component:
    return rx.el.div(rx.el.dt(name), rx.el.dd(value))


def connection_news(problem: Any, tried: Any, works: Any) -> rx.Component:
    """What a test said just now; else what went wrong the last time files travelled."""
    good = note(tried, tone="success", icon="circle-check", data_testid=testids.CLEARINGHOUSE_TRIED)
    bad = note(tried, tone="danger", icon="triangle-alert", data_testid=testids.CLEARINGHOUSE_TRIED)
    last = note(
        _("The last sync met a problem."), problem, tone="danger", icon="triangle-alert",
        data_testid=testids.CLEARINGHOUSE_PROBLEM,
    )  # fmt: skip
    return rx.cond(tried != "", rx.cond(works, good, bad), rx.cond(problem != "", last, rx.fragment()))


def waiting_files(words: Any, rows: Any, on_send: Any) -> rx.Component:
    """Claim files that have not arrived; nothing while there are none. `rows` holds WaitingRow."""
    send = rx.el.button(
        rx.icon("send"), _("Send now"), type="button", class_name="btn primary", on_click=on_send,
        data_testid=testids.CLEARINGHOUSE_SEND,
    )  # fmt: skip
    heads = ((_("File"), ""), (_("Made"), ""), (_("Tries"), ""))
    table = rx.el.table(
        rx.el.caption(_("Files that wait to be sent")),
        rx.el.thead(rx.el.tr(*[rx.el.th(label, scope="col", class_name=css) for label, css in heads])),
        rx.el.tbody(rx.foreach(listed(rows, WaitingRow), _waits)),
    )
    shown = rx.el.section(
        section_head(words, "h-waiting", send),
        rx.el.div(rx.el.div(table, class_name="wrap"), class_name="card"),
        class_name="gap",
        aria_labelledby="h-waiting",
        data_testid=testids.CLEARINGHOUSE_WAITING,
    )
    return rx.cond(words != "", shown, rx.fragment())


def _waits(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            rx.el.span(row.name, class_name="code"),
            rx.cond(row.problem, rx.el.span(row.problem, class_name="sub below"), rx.fragment()),
            scope="row",
        ),
        rx.el.td(row.since, custom_attrs={"data-l": _("Made")}),
        rx.el.td(row.tries, custom_attrs={"data-l": _("Tries")}),
    )


def left_files(rows: Any) -> rx.Component:
    """Files in the inbox that nobody here knows; nothing while there are none. `rows` holds LeftRow."""
    left = listed(rows, LeftRow)
    heads = ((_("File"), ""), (_("Size"), "num"), (_("Why it was left"), "left"))
    table = rx.el.table(
        rx.el.caption(_("Files left in the inbox")),
        rx.el.thead(rx.el.tr(*[rx.el.th(label, scope="col", class_name=css) for label, css in heads])),
        rx.el.tbody(rx.foreach(left, _left)),
        class_name="wrapsub",
    )
    shown = rx.el.section(
        section_head(
            _("Left in the inbox"),
            "h-left",
            below=_("They stay where they are. Remove them there, or mend and sync again."),
        ),
        rx.el.div(rx.el.div(table, class_name="wrap"), class_name="card"),
        class_name="gap",
        aria_labelledby="h-left",
        data_testid=testids.CLEARINGHOUSE_LEFT,
    )
    return rx.cond(left.length() > 0, shown, rx.fragment())


def _left(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(rx.el.span(row.name, class_name="code"), scope="row"),
        rx.el.td(row.size, class_name="num", custom_attrs={"data-l": _("Size")}),
        rx.el.td(rx.el.span(row.why, class_name="why"), class_name="left"),
    )
