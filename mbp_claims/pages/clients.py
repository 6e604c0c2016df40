"""The list of clients, and adding one."""

import reflex as rx

from mbp_claims import testids
from mbp_claims.pages.frame import framed
from mbp_claims.state.clients import ClientsState
from mbp_claims.ui.client_form import client_form
from mbp_claims.ui.client_table import ClientSearch, asked, client_list
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.pager import Pager
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _


def clients_page() -> rx.Component:
    search = ClientSearch(
        ClientsState.search, ClientsState.pending_only, ClientsState.count, ClientsState.search_for,
        ClientsState.show_pending, ClientsState.clear, ClientsState.sort, ClientsState.down, ClientsState.sort_by,
        ClientsState.cleared,
    )  # fmt: skip
    page = Pager(
        ClientsState.words, ClientsState.has_back, ClientsState.has_next, ClientsState.page_back,
        ClientsState.next_page, testids.CLIENTS_NEWER, testids.CLIENTS_OLDER,
    )  # fmt: skip
    nobody = (ClientsState.phase == "ready") & (ClientsState.rows.length() == 0) & ~asked(search)
    return framed(
        page_head(_("Clients"), rx.cond(nobody, rx.fragment(), _add())),
        client_list(
            ClientsState.rows, search, page, state=ClientsState.phase, on_retry=ClientsState.load,
            add=_add(),
        ),
        client_form(ClientsState.form, on_submit=ClientsState.save),
        current=_("Clients"),
        crumbs=((_("Clients"), ""),),
        busy=ClientsState.phase == "loading",
    )  # fmt: skip


def _add() -> rx.Component:
    """At the head, or where no clients are in their place: never twice, so that its name is one button's."""
    return rx.el.button(
        rx.icon("plus"), _("Add Client"), type="button", class_name="btn primary", on_click=ClientsState.open_form,
        data_testid=testids.CLIENT_ADD, custom_attrs=opens(testids.CLIENT_DIALOG, waits=True) | {"data-command": ""},
    )  # fmt: skip
