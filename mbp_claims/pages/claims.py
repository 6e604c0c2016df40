"""The claims of the whole practice."""

from functools import reduce
from operator import or_

import reflex as rx

from mbp_claims import testids
from mbp_claims.pages.claim_center import rows
from mbp_claims.pages.claim_dialogs import claim_dialogs, claim_events
from mbp_claims.pages.frame import framed
from mbp_claims.state.batch import BatchState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.ui.batch import batch_result
from mbp_claims.ui.claims_panel import ALL_DONE, NONE_COMPLETED, NONE_OUT, ClaimRows
from mbp_claims.ui.claims_toolbar import ClaimSearch, practice_claims
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _

TABLES = (
    ("pending", ALL_DONE, testids.PENDING_NEWER, testids.PENDING_OLDER),
    ("filed", NONE_OUT, testids.FILED_NEWER, testids.FILED_OLDER),
    ("completed", NONE_COMPLETED, testids.COMPLETED_NEWER, testids.COMPLETED_OLDER),
)


def claims_page() -> rx.Component:
    waiting = _(
        "{pending_count} · {to_bill} to bill", pending_count=ClaimsState.pending_count, to_bill=ClaimsState.to_bill
    )
    count = rx.match(
        ClaimsState.tab, ("filed", ClaimsState.filed_count), ("completed", ClaimsState.completed_count),
        rx.cond(ClaimsState.pending_count != "", waiting, ""),
    )  # fmt: skip
    search = ClaimSearch(
        ClaimsState.search, ClaimsState.status_words, ClaimsState.tab, count,
        ClaimsState.pending_total, ClaimsState.filed_total, ClaimsState.completed_total,
        on_search=ClaimsState.search_for,
        on_status=ClaimsState.filter_status, on_tab=ClaimsState.show_tab, on_file=BatchState.file,
        payer=ClaimsState.payer, payers=ClaimsState.payers, age=ClaimsState.age, on_payer=ClaimsState.filter_payer,
        on_age=ClaimsState.filter_age,
    )  # fmt: skip
    return framed(
        page_head(_("Claims")),
        practice_claims(search, *(_rows(*one) for one in TABLES), claim_events()),
        claim_dialogs(),
        batch_result(BatchState.view),
        current=_("Claims"),
        crumbs=((_("Claims"), ""),),
        busy=ClaimsState.phase == "loading",
    )


def _rows(table: str, none: str, newer: str, older: str) -> ClaimRows:
    told = (ClaimsState.search, ClaimsState.payer, ClaimsState.age, ClaimsState.status_words)
    asked = reduce(or_, (one != "" for one in told))
    return rows(table, none, asked, newer, older)
