"""The list of clients: search, what waits for each, and what it is worth."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.actions_menu import called
from mbp_claims.ui.badge import badges
from mbp_claims.ui.feedback import bones, chip, empty, failed
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import NOTHING, ONE_PAGE, Pager, pager
from mbp_claims.ui.rows import listed
from mbp_claims.ui.search import search_box
from mbp_claims.views.client import ClientRow
from mbp_claims.words import _

COLUMNS = (
    (_("Client"), "", "name"),
    (_("Born"), "o1", "born"),
    (_("Plans"), "", ""),
    (_("Pending"), "", "pending"),
    (_("To bill"), "num", "to_bill"),
    (_("Last session"), "num", "last"),
)
"""Words, class, and what the list is sorted by there."""


@dataclass(frozen=True)
class ClientSearch:
    """What was searched for. on_search(text) follows the typing, on_pending(checked) the checkbox; on_clear().

    on_sort(column): the list is sorted by it, or turned round; `sort` and `down` say how it stands.
    """

    text: Any = ""
    pending_only: Any = False
    count: Any = ""  # 8 clients
    on_search: Any = NOTHING
    on_pending: Any = NOTHING
    on_clear: Any = NOTHING
    sort: Any = "name"
    down: Any = False
    on_sort: Any = NOTHING
    cleared: Any = ""  # changes when the checkbox must show what the server holds again


UNASKED = ClientSearch()


def client_search(search: ClientSearch) -> rx.Component:
    """The tools above the list."""
    return rx.el.div(
        search_box(
            _("Search clients"),
            _("Search by name, date of birth or member ID"),
            search.text,
            search.on_search,
            testids.CLIENTS_SEARCH,
        ),
        rx.el.label(
            rx.el.input(
                type="checkbox",
                default_checked=search.pending_only,
                key=search.cleared,
                on_change=search.on_pending,
                data_testid=testids.CLIENTS_FILTER_PENDING,
            ),
            _("Has pending claims"),
            class_name="tick",
        ),
        rx.el.span(search.count, class_name="count", role="status", data_testid=testids.CLIENTS_COUNT),
        class_name="toolbar",
        role="search",
    )


def client_list(
    rows: Any, search: ClientSearch, page: Pager, *, state: Any = "ready", add: Any = None, on_retry: Any = NOTHING
) -> rx.Component:
    """The whole list. `rows` holds ClientRow; `state` is loading, ready or error; `add` the button Add Client."""
    clients = listed(rows, ClientRow)
    shown = rx.cond(
        (state == "loading") | (clients.length() > 0),
        client_table(clients, page, waiting=state == "loading", search=search),
        rx.cond(asked(search), _none(search), _empty(add)),
    )
    lost = failed(_("Clients did not load"), on_retry=on_retry, test_id=testids.CLIENTS_RETRY)
    unasked = (state == "ready") & (clients.length() == 0) & ~asked(search)
    return rx.fragment(
        rx.cond(unasked, rx.fragment(), client_search(search)),
        rx.el.section(rx.cond(state == "error", lost, shown), class_name="card gap", aria_label=_("Clients")),
    )


def client_table(
    rows: Any, page: Pager = ONE_PAGE, *, waiting: Any = False, search: ClientSearch = UNASKED
) -> rx.Component:
    """The table of ClientRow; `waiting` shows bones, `search` says how it is sorted."""
    body = rx.el.tbody(rx.foreach(listed(rows, ClientRow), _row))
    return rx.fragment(
        rx.el.div(
            rx.el.table(
                rx.el.caption(_("Clients")),
                rx.el.thead(
                    rx.el.tr(
                        *[_head(*column, search) for column in COLUMNS], custom_attrs={"data-narrow": _("Sort by")}
                    )
                ),
                rx.cond(waiting, bones(tuple(css for __, css, __ in COLUMNS), rows=5), body),
                class_name="clients",
                aria_busy=rx.cond(waiting, "true", "false"),
                data_testid=testids.CLIENTS_TABLE,
            ),
            class_name="wrap",
        ),
        pager(page, newer=_("Back"), older=_("Next")),
    )


def _head(words: str, css: str, column: str, search: ClientSearch) -> rx.Component:
    if not column:
        return rx.el.th(words, scope="col", class_name=css)
    here, down = rx.Var.create(search.sort).to(str) == column, rx.Var.create(search.down).to(bool)
    arrow = rx.cond(here, rx.cond(down, rx.icon("arrow-down"), rx.icon("arrow-up")), rx.fragment())
    return rx.el.th(
        rx.el.button(words, arrow, type="button", class_name="sorts", on_click=called(search.on_sort, column)),
        scope="col",
        class_name=css,
        aria_sort=rx.cond(here, rx.cond(down, "descending", "ascending"), "none"),
    )


def _row(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(_who(row), scope="row"),
        rx.el.td(row.born, class_name="o1"),
        rx.el.td(badges(row.badges, row.no_plan), class_name="ranks"),
        rx.cond(row.pending, rx.el.td(chip(row.pending, row.pending_tone, row.pending_icon)), _dash("")),
        rx.cond(row.to_bill, _amount(_("To bill"), row.to_bill, "num strong bill"), _dash("num")),
        rx.cond(row.last_session, _amount(_("Last session"), row.last_session, "num last"), _dash("num")),
        data_testid=testids.client_row(row.number),
    )


def _who(row: Any) -> rx.Component:
    return rx.el.span(
        rx.el.span(row.initials, class_name="avatar", aria_hidden="true"),
        rx.el.span(
            link(row.name, to=routes.claim_center(row.number), class_name="clip"),
            rx.el.span(row.number, class_name="sub code"),
        ),
        class_name="who",
    )


def _amount(label: str, text: Any, css: str) -> rx.Component:
    return rx.el.td(text, class_name=css, custom_attrs={"data-l": label})


def _dash(css: str) -> rx.Component:
    return rx.el.td("—", class_name=f"{css} dash")


def asked(search: ClientSearch) -> Any:
    """Whether anything is searched for."""
    return (rx.Var.create(search.text).to(str) != "") | rx.Var.create(search.pending_only).to(bool)


def _none(search: ClientSearch) -> rx.Component:
    title = rx.cond(
        search.text, _("No clients match “{text}”.", text=search.text), _("No clients have pending claims.")
    )
    words = _("Try the last name alone, a date of birth, or the end of a member ID.")
    clear = rx.el.button(
        _("Clear search"), type="button", class_name="btn", on_click=search.on_clear, data_testid=testids.CLIENTS_CLEAR
    )
    return empty(title, rx.cond(search.text, words, ""), clear, icon="search")


def _empty(add: Any) -> rx.Component:
    return empty(
        _("No clients yet"), _("Add a client to start billing."), *([] if add is None else [add]), icon="users"
    )
