"""Pending Claims, and Filed and Completed Claims: the two lists of the Claim Center."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.actions_menu import ClaimEvents
from mbp_claims.ui.claim_table import claim_rows, claim_table
from mbp_claims.ui.feedback import empty, failed
from mbp_claims.ui.pager import NOTHING, ONE_PAGE, Pager, pager
from mbp_claims.ui.shell import section_head
from mbp_claims.words import _

NO_SECONDARY = _(
    "No pending claims. A secondary claim appears here when a primary claim is completed "
    "and a secondary plan is on file."
)
ALL_DONE = _("All caught up. Nothing is waiting to be filed.")
NONE_FILED = _("No filed claims yet.")
NONE_OUT = _("No claim waits for a payer.")
NONE_COMPLETED = _("No completed claims yet.")
NONE_FOUND = _("No claims match.")
SINCE = _("Last 90 days")
_OUT = (_("Waiting to send"), _("Filed"), _("Accepted"), _("Crossed over"))
_ANSWERED = (_("Completed"), _("Denied"))
_PUT_AWAY = (_("Withdrawn"), _("Not billable"))
STATUSES = {
    "pending": (_("Ready to file"), _("Needs adjustments"), _("Off by an amount"), _("Rejected")),
    "filed": _OUT, "completed": (*_ANSWERED, *_PUT_AWAY), "settled": (*_OUT, *_ANSWERED, *_PUT_AWAY),
}  # fmt: skip
"""What a table can be narrowed to."""


@dataclass(frozen=True)
class ClaimRows:
    """The claims of one table: `rows` as loaded, `patch` the few that changed since (see claim_table.claim_rows).

    `state` is loading, ready or error; on_retry() loads again; `empty` is said where there is none.
    """

    rows: Any
    patch: Any = None
    state: Any = "ready"
    empty: Any = ALL_DONE
    page: Pager = ONE_PAGE
    on_retry: Any = NOTHING


def pending_claims(
    claims: ClaimRows, events: ClaimEvents, *, count: Any = "", to_bill: Any = "", new: Any = None
) -> rx.Component:
    """What is still to be filed. `count` is "3 claims", `to_bill` "$151.20"; `new` the button New Claim."""
    amount = rx.cond(to_bill, rx.fragment(" · ", rx.el.b(to_bill), _(" still to bill")), rx.fragment())
    said = rx.el.span(count, amount, data_testid=testids.PENDING_COUNT)
    head = section_head(_("Pending Claims"), "h-pending", *([] if new is None else [new]), below=said)
    return rx.el.section(
        head, claims_card(claims, "pending", events), aria_labelledby="h-pending", data_testid=testids.PENDING_CLAIMS
    )


def filed_claims(
    claims: ClaimRows, events: ClaimEvents, *, since: Any = SINCE, status: Any = "", on_status: Any = NOTHING
) -> rx.Component:
    """What was filed. on_status(text) shows one status alone, "" all of them; `since` says how far back."""
    chosen = status_select("settled", status, on_status, testids.COMPLETED_FILTER_STATUS)
    head = section_head(_("Filed and Completed Claims"), "h-filed", chosen, print_button(), below=since)
    return rx.el.section(
        head, claims_card(claims, "filed", events), aria_labelledby="h-filed", data_testid=testids.COMPLETED_CLAIMS
    )


def claims_card(claims: ClaimRows, where: str, events: ClaimEvents, *, wide: bool = False) -> rx.Component:
    """A table of claims, or what is said in its place. `where` is "pending", "filed" or "completed"; `wide`: of the
    practice, with the client."""
    rows = claim_rows(claims.rows, claims.patch, where)
    waiting = rx.Var.create(claims.state).to(str) == "loading"
    table = rx.fragment(claim_table(rows, where, events, wide=wide, waiting=waiting), pager(claims.page))
    shown = rx.cond(waiting | (rows.length() > 0), table, empty(claims.empty, slim=True))
    lost = failed(_("Claims did not load"), on_retry=claims.on_retry)
    return rx.el.div(rx.cond(rx.Var.create(claims.state).to(str) == "error", lost, shown), class_name="card")


def status_select(of: str, status: Any, on_status: Any, test_id: str) -> rx.Component:
    """Which status is shown, `of` those of STATUSES; on_status(text) is called with "" for all."""
    return rx.el.select(
        rx.el.option(_("All statuses"), value=""),
        *[rx.el.option(word, value=word) for word in STATUSES[of]],
        value=status,
        on_change=on_status,
        aria_label=_("Status"),
        class_name="field quiet",
        data_testid=test_id,
    )


def print_button(test_id: str = testids.COMPLETED_PRINT, css: str = "btn sm quiet") -> rx.Component:
    """Prints the page as it stands. `css` is that of the buttons beside it."""
    return rx.el.button(
        rx.icon("printer"),
        _("Print"),
        type="button",
        class_name=css,
        on_click=rx.run_script("window.print()"),
        data_testid=test_id,
    )
