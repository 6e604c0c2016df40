"""The page of a payer's ledger."""

import reflex as rx

from mbp_claims import routes
from mbp_claims.pages.frame import framed
from mbp_claims.state.ledger import LedgerState
from mbp_claims.ui.feedback import failed, page_bones
from mbp_claims.ui.payer_ledger import payer_ledger
from mbp_claims.words import _


def ledger_page() -> rx.Component:
    lost = failed(_("The ledger did not load"), on_retry=LedgerState.load)
    shown = payer_ledger(LedgerState.view, on_year=LedgerState.show_year)
    crumb = _("{payer} ledger", payer=LedgerState.view.payer)
    return framed(
        rx.match(LedgerState.phase, ("ready", shown), ("error", lost), page_bones()),
        current=_("ERA Inbox"),
        crumbs=((_("ERA Inbox"), routes.ERAS), (rx.cond(LedgerState.view.payer != "", crumb, ""), "")),
        busy=LedgerState.phase == "loading",
    )
