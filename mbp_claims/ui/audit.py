"""The activity trail: what is asked of it, and its entries."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.feedback import bones, chip, empty, failed, not_yours
from mbp_claims.ui.link import file_link, link
from mbp_claims.ui.pager import NOTHING, ONE_PAGE, Pager, pager
from mbp_claims.ui.rows import listed
from mbp_claims.ui.search import search_box
from mbp_claims.views.audit import AuditRow
from mbp_claims.views.form import Option
from mbp_claims.words import _

COLUMNS = ((_("When"), ""), (_("Who"), ""), (_("Kind"), ""), (_("What"), ""), (_("Client"), "left"))
KINDS = (
    ("change", _("Changes")), ("read", _("Opened")), ("disclosure", _("Disclosures")), ("sign_in", _("Sign-ins")),
    ("refusal", _("Refused")),
)  # fmt: skip


@dataclass(frozen=True)
class AuditEvents:
    """on_person(id), on_kind(kind), on_client(words), on_first(day), on_last(day), on_clear()."""

    on_person: Any = NOTHING
    on_kind: Any = NOTHING
    on_client: Any = NOTHING
    on_first: Any = NOTHING
    on_last: Any = NOTHING
    on_clear: Any = NOTHING


def audit_toolbar(asked: Any, people: Any, events: AuditEvents, *, cleared: Any = "") -> rx.Component:
    """The tools above the trail. `asked` is an AuditAsked, `people` are Options; `cleared` changes when the day fields
    must show what the server holds again."""
    return rx.el.div(
        search_box(
            _("Client"), _("Search by client name or number"), asked.client, events.on_client, testids.AUDIT_CLIENT
        ),
        _select(_("Person"), _("Everybody"), asked.person, listed(people, Option), events.on_person,
            testids.AUDIT_PERSON),
        rx.el.select(
            rx.el.option(_("Everything"), value=""), *[rx.el.option(words, value=value) for value, words in KINDS],
            value=asked.kind, on_change=events.on_kind, aria_label=_("Kind"), class_name="field quiet",
            data_testid=testids.AUDIT_KIND,
        ),
        rx.el.div(
            _day(_("From"), asked.first, cleared, events.on_first, testids.AUDIT_FIRST),
            _day(_("To"), asked.last, cleared, events.on_last, testids.AUDIT_LAST),
            class_name="days",
        ),
        class_name="toolbar",
        role="search",
        aria_label=_("Activity"),
    )  # fmt: skip


def _select(name: str, all_of_them: str, chosen: Any, choices: Any, on_choose: Any, test_id: str) -> rx.Component:
    return rx.el.select(
        rx.el.option(all_of_them, value=""),
        rx.foreach(choices, lambda one: rx.el.option(one.label, value=one.value)),
        value=chosen, on_change=on_choose, aria_label=name, class_name="field quiet", data_testid=test_id,
    )  # fmt: skip


def _day(words: str, day: Any, cleared: Any, on_day: Any, test_id: str) -> rx.Component:
    return rx.el.label(
        words,
        rx.el.input(
            type="date", default_value=day, key=cleared, on_change=on_day, class_name="field quiet",
            data_testid=test_id,
        ),
        class_name="day",
    )  # fmt: skip


def audit_trail(
    rows: Any, page: Pager = ONE_PAGE, *, state: Any = "ready", why: Any = "", on_retry: Any = NOTHING,
    on_clear: Any = NOTHING,
) -> rx.Component:  # fmt: skip
    """The trail, or what is said in its place. `rows` holds AuditRow; `state` is loading, ready, refused or error."""
    entries = listed(rows, AuditRow)
    waiting = rx.Var.create(state).to(str) == "loading"
    clear = rx.el.button(_("Show everything"), type="button", class_name="btn", on_click=on_clear)
    none = empty(
        _("Nothing happened that you asked for."), _("Ask for other days, or for everybody."), clear, icon="search"
    )
    shown = rx.cond(waiting | (entries.length() > 0), audit_table(entries, page, waiting=waiting), none)
    said = rx.match(
        rx.Var.create(state).to(str),
        ("error", failed(_("The activity did not load"), on_retry=on_retry)),
        ("refused", not_yours(why)),
        shown,
    )
    return rx.el.section(said, class_name="card gap", aria_label=_("Activity"))


def audit_table(rows: Any, page: Pager = ONE_PAGE, *, waiting: Any = False) -> rx.Component:
    """The table of AuditRow; `waiting` shows bones."""
    heads = [rx.el.th(words, scope="col", class_name=css) for words, css in COLUMNS]
    body = rx.el.tbody(rx.foreach(listed(rows, AuditRow), _row))
    return rx.fragment(
        rx.el.div(
            rx.el.table(
                rx.el.caption(_("Activity")),
                rx.el.thead(rx.el.tr(*heads)),
                rx.cond(waiting, bones(tuple(css for __, css in COLUMNS)), body),
                aria_busy=rx.cond(waiting, "true", "false"),
                class_name="audit",
                data_testid=testids.AUDIT_TABLE,
            ),
            class_name="wrap",
        ),
        pager(page),
    )


def _row(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(rx.el.time(row.when, date_time=row.iso), scope="row"),
        rx.el.td(row.who, rx.cond(row.address, rx.el.span(row.address, class_name="sub code"), rx.fragment())),
        rx.el.td(chip(row.kind, row.tone, row.icon)),
        rx.el.td(
            row.what, rx.cond(row.change, rx.el.span(row.change, class_name="sub"), rx.fragment()), class_name="wrapsub"
        ),
        rx.el.td(
            rx.cond(
                row.number,
                rx.fragment(
                    link(row.client, to=routes.claim_center(row.number), class_name="link"),
                    rx.el.span(row.number, class_name="sub code"),
                ),
                rx.el.span("—", class_name="dash"),
            ),
            class_name="left",
        ),
        data_testid=testids.audit_row(row.place),
    )


def audit_sheet(address: Any) -> rx.Component:
    """The link to the same as a spreadsheet."""
    return file_link(
        rx.icon("download"), _("Download CSV"), href=address, class_name="btn", data_testid=testids.AUDIT_SHEET
    )
