"""Whole screens, as a clinician sees them: for the picture, and for how the parts stand together."""

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import cast_views as cast
from mbp_claims.gallery import claim_cast, era_cast, form_cast
from mbp_claims.gallery.era_specimens import era_page
from mbp_claims.gallery.specimen import Specimen, heard, heard_with
from mbp_claims.gallery.table_specimens import EVENTS, filed, pending, practice
from mbp_claims.ui.chart_header import chart
from mbp_claims.ui.claim_detail import claim_detail
from mbp_claims.ui.client_table import ClientSearch, client_list
from mbp_claims.ui.era_drop import era_drop, import_answers, import_button
from mbp_claims.ui.era_list import era_list
from mbp_claims.ui.pager import ONE_PAGE
from mbp_claims.ui.plan_list import plan_list
from mbp_claims.ui.shell import page_head, shell


def _framed(current: str, here: str, *content: rx.Component) -> rx.Component:
    way = () if here == current else ((current, "/"),)
    return shell(cast.SHELL, *content, current=current, crumbs=(*way, (here, "")))


def _claim_center() -> rx.Component:
    asked = ("on_edit", "on_end", "on_inactive", "on_delete", "on_promote")
    told = ("on_add", "on_offer", "on_retry")
    plans = plan_list(
        form_cast.PLANS, **{name: heard_with(name) for name in asked}, **{name: heard(name) for name in told}
    )
    new = rx.el.button(rx.icon("plus"), "New Claim", type="button", class_name="btn")
    claims = (pending(cast.PENDING, "3 claims", "$151.20", new=new), filed(cast.FILED_CLAIMS))
    return _framed("Clients", "Rowan Ellis", chart(cast.ROWAN, plans, *claims, current=testids.TAB_CLAIM_CENTER))


def _clients() -> rx.Component:
    add = rx.el.button(rx.icon("plus"), "Add Client", type="button", class_name="btn primary")
    search = ClientSearch(count="8 clients", on_search=heard_with("on_search"), on_pending=heard_with("on_pending"))
    return _framed("Clients", "Clients", page_head("Clients", add), client_list(cast.CLIENTS, search, ONE_PAGE))


def _inbox() -> rx.Component:
    words = rx.el.p("ERA (electronic remittance advice): the payer’s answer to your claims.")
    drop = era_drop(heard("era_drop.on_import"))
    answers = import_answers([era_cast.KEPT, era_cast.NOT_AN_835])
    head = page_head("ERA Inbox", import_button(), below=words)
    return _framed("ERA Inbox", "ERA Inbox", head, drop, answers, era_list(era_cast.ERAS))


SPECIMENS = (
    Specimen("screen", "claim-center", _claim_center),
    Specimen("screen", "clients", _clients),
    Specimen("screen", "claims", lambda: _framed("Claims", "Claims", page_head("Claims"), practice("pending"))),
    Specimen("screen", "claim", lambda: _framed("Claims", "C-1042-S", claim_detail(claim_cast.READY_CLAIM, EVENTS))),
    Specimen("screen", "era-inbox", _inbox),
    Specimen("screen", "era", lambda: _framed("ERA Inbox", "88120457", era_page())),
)
