"""The page of the activity trail."""

import reflex as rx

from mbp_claims import testids
from mbp_claims.pages.frame import framed
from mbp_claims.state.audit import AuditState
from mbp_claims.ui.audit import AuditEvents, audit_sheet, audit_toolbar, audit_trail
from mbp_claims.ui.pager import Pager
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _

WHAT = _("Who did what, when, and from where. Nothing here can be changed or deleted.")


def audit_page() -> rx.Component:
    state = AuditState
    events = AuditEvents(
        state.choose_person, state.choose_kind, state.search_client, state.choose_first, state.choose_last, state.clear
    )
    page = Pager(
        "", state.has_newer, state.has_older, state.newer, state.older, testids.AUDIT_NEWER, testids.AUDIT_OLDER
    )
    return framed(
        page_head(_("Activity"), audit_sheet(state.asked.sheet), below=rx.el.p(WHAT)),
        audit_toolbar(state.asked, state.people, events, cleared=state.cleared),
        audit_trail(state.rows, page, state=state.phase, why=state.why, on_retry=state.refresh, on_clear=state.clear),
        current=_("Activity"),
        crumbs=((_("Activity"), ""),),
        busy=state.phase == "loading",
    )
