"""The page of one claim."""

import reflex as rx

from mbp_claims import routes
from mbp_claims.pages.claim_dialogs import claim_dialogs, claim_events
from mbp_claims.pages.frame import framed
from mbp_claims.state.claim import ClaimState
from mbp_claims.ui.claim_detail import claim_detail
from mbp_claims.ui.claim_ledger import claim_ledger
from mbp_claims.ui.feedback import failed, page_bones
from mbp_claims.words import _


def claim_page() -> rx.Component:
    lost = failed(_("The claim did not load"), on_retry=ClaimState.load)
    ledger = claim_ledger(ClaimState.ledger, on_decide=ClaimState.decide)
    shown = claim_detail(ClaimState.view, claim_events(), ledger)
    return framed(
        rx.match(ClaimState.phase, ("ready", shown), ("error", lost), page_bones()),
        claim_dialogs(),
        current=_("Claims"),
        crumbs=((_("Claims"), routes.CLAIMS), (ClaimState.view.number, "")),
        busy=ClaimState.phase == "loading",
    )
