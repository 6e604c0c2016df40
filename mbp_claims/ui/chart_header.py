"""The head of a client's chart: who it is, and the tabs."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.feedback import failed
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import NOTHING
from mbp_claims.ui.tabs import Tab, page_tabs, tab_panel
from mbp_claims.words import _

PANEL = "chart-panel"


def chart(client: Any, *content: rx.Component, current: str, on_retry: Any = NOTHING) -> rx.Component:
    """A client's chart: its head, its tabs, and the page of the tab `current` (a test id, TAB_CLAIM_CENTER...).

    on_retry() loads it again, where it did not load."""
    whole = rx.fragment(
        chart_header(client), chart_tabs(client.number, current), tab_panel(*content, panel_id=PANEL, tab_id=current)
    )
    lost = failed(_("The chart did not load"), on_retry=on_retry)
    return rx.cond(client.found, rx.cond(client.failed, lost, whole), client_not_found())


def chart_header(client: Any) -> rx.Component:
    """Avatar, name, and what tells this client from another. `client` is a ClientHeader."""
    return rx.el.div(
        rx.el.div(client.initials, class_name="avatar lg", aria_hidden="true"),
        rx.el.div(
            rx.el.h1(client.name, data_testid=testids.CLIENT_NAME),
            rx.el.div(
                rx.cond(client.born, rx.el.span(_("Born {born}", born=client.born)), rx.fragment()),
                rx.cond(client.pronouns, rx.el.span(client.pronouns), rx.fragment()),
                rx.el.span(_("Client "), rx.el.span(client.number, class_name="code")),
                rx.cond(client.balance, client_balance(client.balance, client.held), rx.fragment()),
                class_name="meta",
            ),
        ),
        class_name="client",
    )


def client_balance(balance: Any, held: Any) -> rx.Component:
    """What the client owes after the last payer, and what waits for a secondary payer; both ready to show."""
    return rx.el.span(
        _("Client balance "),
        rx.el.b(balance),
        rx.cond(held, _(", {held} waits for the secondary", held=held), ""),
        data_testid=testids.CLIENT_BALANCE,
    )


def chart_tabs(client_number: Any, current: str) -> rx.Component:
    """The pages of the chart, each with its own address."""
    tabs = (
        Tab(_("Overview"), testids.TAB_OVERVIEW, routes.overview(client_number)),
        Tab(_("Claim Center"), testids.TAB_CLAIM_CENTER, routes.claim_center(client_number)),
        Tab(_("Documents"), testids.TAB_DOCUMENTS, routes.documents(client_number)),
        Tab(_("Superbills"), testids.TAB_SUPERBILLS, routes.superbills(client_number)),
        Tab(_("Contact Info"), testids.TAB_CONTACT_INFO, routes.contact(client_number)),
        Tab(_("Records"), testids.TAB_RECORDS, routes.records(client_number)),
    )
    return page_tabs(_("Client chart"), tabs, current, PANEL, testids.CHART_TABS)


def client_not_found() -> rx.Component:
    """An address that is no client's of this practice."""
    return rx.el.div(
        rx.el.span(rx.icon("users"), class_name="disc"),
        rx.el.h1(_("Client not found")),
        rx.el.p(_("Check the address, or go back to your clients.")),
        link(_("Clients"), to=routes.CLIENTS, class_name="btn"),
        class_name="empty",
    )
