"""The frame, the chart's head, and what the app says about itself."""

from dataclasses import replace

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import cast_views as cast
from mbp_claims.gallery.specimen import Specimen, heard
from mbp_claims.ui.badge import badge, badges, billed_payer, then_payer
from mbp_claims.ui.chart_header import PANEL, chart, chart_header, chart_tabs, client_balance
from mbp_claims.ui.contact import contact_info
from mbp_claims.ui.feedback import CHIP_ICONS, chip, empty, failed, not_yours, note, page_bones
from mbp_claims.ui.link import link
from mbp_claims.ui.pager import Pager, pager
from mbp_claims.ui.search import search_box
from mbp_claims.ui.shell import connection_banner, page_head, section_head, shell
from mbp_claims.ui.tabs import tab_panel
from mbp_claims.views.shell import ShellView

CLIENTS = (("Clients", ""),)
ROWAN = (("Clients", "/clients"), ("Rowan Ellis", ""))
STATUSES = (
    ("Not ready", "neutral", "clock"),
    ("Needs adjustments", "warning", "pencil-line"),
    ("Ready to file", "ready", "file-check"),
    ("Off by $4.00", "danger", "triangle-alert"),
    ("Filed", "info", "send"),
    ("Accepted", "info", "inbox"),
    ("Rejected", "danger", "circle-x"),
    ("Denied", "danger", "ban"),
    ("Completed", "success", "check"),
    ("Crossed over", "neutral", "arrow-right-left"),
)


def _shell(view: ShellView, crumbs: tuple[tuple[str, str], ...] = CLIENTS, busy: bool = False) -> rx.Component:
    words = page_head("Clients", below=rx.el.p("What a page shows comes here."))
    return shell(view, words, current="Clients", crumbs=crumbs, busy=busy, announcement="", on_ready=heard("on_ready"))


def _contact_tabs() -> rx.Component:
    tabs = chart_tabs("R-0412", testids.TAB_CONTACT_INFO)
    return rx.el.div(tabs, tab_panel("…", panel_id=PANEL, tab_id=testids.TAB_CONTACT_INFO))


SPECIMENS = (
    Specimen("shell", "with-counts", lambda: _shell(cast.SHELL, ROWAN)),
    Specimen("shell", "nothing-waits", lambda: _shell(cast.QUIET_SHELL)),
    Specimen("shell", "test-mode-loading", lambda: _shell(cast.TEST_SHELL, busy=True)),
    Specimen("connection_banner", "lost", lambda: connection_banner(True)),
    Specimen("page_head", "plain", lambda: page_head("Clients")),
    Specimen(
        "page_head",
        "with-button",
        lambda: page_head("Clients", rx.el.button("Add Client", type="button", class_name="btn primary")),
    ),
    Specimen("section_head", "plain", lambda: section_head("Insurance Plans", "h-plans", below="Primary plan first.")),
    Specimen(
        "chip",
        "statuses",
        lambda: rx.el.div(*[chip(words, tone, icon) for words, tone, icon in STATUSES], class_name="shelf"),
    ),
    Specimen(
        "chip", "icons", lambda: rx.el.div(*[chip(icon, "neutral", icon) for icon in CHIP_ICONS], class_name="shelf")
    ),
    Specimen(
        "badge",
        "sizes",
        lambda: rx.el.div(badge("P"), badge("S"), badge("P", mini=True), badge("S", mini=True), class_name="shelf"),
    ),
    Specimen(
        "badge",
        "payers",
        lambda: rx.el.div(
            billed_payer("P", "Aetna"), billed_payer("S", "Cigna"), then_payer("Cigna"), class_name="shelf"
        ),
    ),
    Specimen(
        "badges",
        "of-a-client",
        lambda: rx.el.div(
            badges("P", ""), badges("PS", ""), badges("", "Self-pay"), badges("", "No plan yet"), class_name="shelf"
        ),
    ),
    Specimen(
        "note",
        "tones",
        lambda: rx.el.div(
            note("Filled in from the ERA.", "Aetna, 11/12/2026.", end=link("View ERA", to="/era/1")),
            note("2 payments posted.", tone="success", icon="circle-check"),
            note("1 of 3 claims could not be read:", "segment 41.", tone="warning", icon="triangle-alert"),
            note("$4.00 of the charge is not explained.", tone="danger", icon="triangle-alert"),
            note("Already imported on 11/12/2026. Nothing was changed.", tone="neutral", icon="copy"),
        ),
    ),
    Specimen("empty", "with-button", lambda: empty("No clients yet", "Add a client to start billing.", icon="users")),
    Specimen("not_yours", "people", lambda: not_yours("Only an owner of the practice sees its people.")),
    Specimen("empty", "slim", lambda: empty("All caught up. Nothing is waiting to be filed.", slim=True)),
    Specimen("page_bones", "loading", page_bones),
    Specimen("failed", "clients", lambda: failed("Clients did not load", on_retry=heard("failed.on_retry"))),
    Specimen("pager", "in-the-middle", lambda: pager(Pager("51–100 of 1,204", True, True))),
    Specimen("pager", "first-page", lambda: pager(Pager("1–50 of 1,204", False, True))),
    Specimen(
        "search_box",
        "typed",
        lambda: search_box(
            "Search clients", "Search by name", "rowen elis", lambda text: heard("on_search"), testids.CLIENTS_SEARCH
        ),
    ),
    Specimen("chart", "claim-center", lambda: chart(cast.ROWAN, rx.el.p("…"), current=testids.TAB_CLAIM_CENTER)),
    Specimen("chart", "failed", lambda: chart(replace(cast.ROWAN, failed=True), current=testids.TAB_CLAIM_CENTER)),
    Specimen("chart", "not-found", lambda: chart(cast.NOBODY, current=testids.TAB_CLAIM_CENTER)),
    Specimen("contact_info", "rowan", lambda: contact_info(cast.CONTACT, on_edit=heard("contact_info.on_edit"))),
    Specimen(
        "contact_info", "little-known", lambda: contact_info(cast.STRANGER, on_edit=heard("contact_info.on_edit"))
    ),
    Specimen("chart_header", "long-name", lambda: chart_header(cast.LONG_NAME)),
    Specimen("client_balance", "owed", lambda: client_balance("$23.20", "")),
    Specimen("client_balance", "held", lambda: client_balance("$1,240.00", "$92.80")),
    Specimen("chart_tabs", "contact-info", _contact_tabs),
)
