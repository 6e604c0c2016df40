"""The claims of the whole practice."""

import reflex as rx

from mbp_claims.pages.claim_center import rows
from mbp_claims.pages.claim_dialogs import claim_dialogs, claim_events
from mbp_claims.pages.frame import framed
from mbp_claims.state.batch import BatchState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.ui.batch import batch_result
from mbp_claims.ui.claims_toolbar import ClaimSearch, practice_claims
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _


def claims_page() -> rx.Component:
    count = rx.cond(
        ClaimsState.tab == "filed", ClaimsState.filed_count,
        rx.cond(ClaimsState.pending_count != "",
            _("{pending_count} · {to_bill} to "
              "bill", pending_count=ClaimsState.pending_count, to_bill=ClaimsState.to_bill), ""),
    )  # fmt: skip
    search = ClaimSearch(
        ClaimsState.search, ClaimsState.status_words, ClaimsState.tab, count,
        ClaimsState.pending_total, ClaimsState.filed_total, on_search=ClaimsState.search_for,
        on_status=ClaimsState.filter_status, on_tab=ClaimsState.show_tab, on_file=BatchState.file,
        payer=ClaimsState.payer, payers=ClaimsState.payers, age=ClaimsState.age, on_payer=ClaimsState.filter_payer,
        on_age=ClaimsState.filter_age,
    )  # fmt: skip
    return framed(
        page_head(_("Claims")),
        practice_claims(search, rows("pending"), rows("filed"), claim_events()),
        claim_dialogs(),
        batch_result(BatchState.view),
        current=_("Claims"),
        crumbs=((_("Claims"), ""),),
        busy=ClaimsState.phase == "loading",
    )
