"""Clients and claims as rows, in every state of a list."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import cast_views as cast
from mbp_claims.gallery.specimen import Specimen, heard, heard_with
from mbp_claims.gallery.staged import opened
from mbp_claims.ui.actions_menu import ClaimEvents, actions_menu
from mbp_claims.ui.batch import batch_bar, batch_result, tick, tick_all
from mbp_claims.ui.claims_panel import NO_SECONDARY, NONE_FOUND, ClaimRows, filed_claims, pending_claims
from mbp_claims.ui.claims_toolbar import ClaimSearch, practice_claims
from mbp_claims.ui.client_table import ClientSearch, client_list
from mbp_claims.ui.pager import ONE_PAGE, Pager
from mbp_claims.views.batch import BatchView

EVENTS = ClaimEvents(
    *(
        heard_with(f"claim.{name}")
        for name in ClaimEvents.__dataclass_fields__
    )
)
MANY = Pager("1–50 of 1,204", False, True)


def _search(text: str = "", pending: bool = False, count: str = "8 clients") -> ClientSearch:
    return ClientSearch(
        text, pending, count, heard_with("on_search"), heard_with("on_pending"), heard("client_list.on_clear")
    )


def _clients(rows: list[Any], search: ClientSearch, state: str = "ready", page: Pager = ONE_PAGE) -> rx.Component:
    add = rx.el.button(rx.icon("plus"), "Add Client", type="button", class_name="btn primary")
    return client_list(rows, search, page, state=state, add=add, on_retry=heard("client_list.on_retry"))


def pending(
    rows: list[Any], count: str = "", to_bill: str = "", new: rx.Component | None = None, **more: Any
) -> rx.Component:
    """Pending Claims of these rows; `more` goes to ClaimRows."""
    return pending_claims(ClaimRows(rows, **more), EVENTS, count=count, to_bill=to_bill, new=new)


def filed(rows: list[Any], **more: Any) -> rx.Component:
    """Filed and Completed Claims of these rows; `more` goes to ClaimRows."""
    return filed_claims(ClaimRows(rows, **more), EVENTS, on_status=heard_with("filed_claims.on_status"))


def practice(tab: str) -> rx.Component:
    """The claims of the whole practice, with that tab open."""
    search = ClaimSearch(
        "", "", tab, "5 claims · $473.20 to bill", "5", "4", "3", heard_with("on_search"), heard_with("on_status"),
        heard_with("on_tab"), heard_with("on_file"), payers=("Aetna", "Cigna"), on_payer=heard_with("on_payer"),
        on_age=heard_with("on_age"),
    )  # fmt: skip
    waiting = ClaimRows(cast.ALL_PENDING, empty=NONE_FOUND)
    out, answered = ClaimRows(cast.ALL_OUT, page=MANY), ClaimRows(cast.ALL_ANSWERED, page=MANY)
    return practice_claims(search, waiting, out, answered, EVENTS)


def _batch(view: BatchView) -> Callable[[], rx.Component]:
    return lambda: opened(testids.BATCH_DIALOG, batch_result(view))


SPECIMENS = (
    Specimen("client_list", "list", lambda: _clients(cast.CLIENTS, _search())),
    Specimen("client_list", "many", lambda: _clients(cast.CLIENTS, _search(count="1,204 clients"), page=MANY)),
    Specimen("client_list", "pending", lambda: _clients(cast.CLIENTS[1:3], _search(pending=True, count="2 clients"))),
    Specimen("client_list", "long", lambda: _clients(cast.LONG_CLIENTS, _search(count="2 clients"))),
    Specimen("client_list", "loading", lambda: _clients([], _search(count=""), "loading")),
    Specimen("client_list", "empty", lambda: _clients([], _search(count=""))),
    Specimen("client_list", "none", lambda: _clients([], _search("rowen elis", count="No matches"))),
    Specimen("client_list", "error", lambda: _clients([], _search(count=""), "error")),
    Specimen("pending_claims", "three", lambda: pending(cast.PENDING, "3 claims", "$151.20")),
    Specimen("pending_claims", "primary-and-rejected", lambda: pending(cast.ALL_PENDING, "5 claims", "$471.20")),
    Specimen("pending_claims", "fifty", lambda: pending(cast.FIFTY, "1,204 claims", "$27,932.80", page=MANY)),
    Specimen("pending_claims", "long", lambda: pending(cast.LONG, "1 claim", "$1,234,567.89")),
    Specimen("pending_claims", "loading", lambda: pending([], state="loading")),
    Specimen("pending_claims", "empty-no-secondary", lambda: pending([], empty=NO_SECONDARY)),
    Specimen("pending_claims", "empty-all-done", lambda: pending([])),
    Specimen("pending_claims", "error", lambda: pending([], state="error", on_retry=heard("on_retry"))),
    Specimen("filed_claims", "three", lambda: filed(cast.FILED_CLAIMS)),
    Specimen("filed_claims", "every-status", lambda: filed(cast.ALL_FILED)),
    Specimen("filed_claims", "empty", lambda: filed([], empty="No filed claims yet.")),
    Specimen("practice_claims", "pending", lambda: practice("pending")),
    Specimen("batch_bar", "two", lambda: rx.el.div(batch_bar(heard_with("on_file")), class_name="show-picked")),
    Specimen("batch_result", "some", _batch(cast.BATCH)),
    Specimen("batch_result", "working", _batch(cast.BATCH_WORKING)),
    Specimen("batch_result", "failed", _batch(cast.BATCH_FAILED)),
    Specimen("tick", "ready", lambda: tick("C-1042-S", True)),
    Specimen("tick_all", "none", tick_all),
    Specimen("practice_claims", "filed", lambda: practice("filed")),
    Specimen("practice_claims", "completed", lambda: practice("completed")),
    Specimen(
        "actions_menu",
        "every-item",
        lambda: actions_menu(
            "C-1042-S",
            "file file-paper replace-cob refile edit complete details primary era print reopen - secondary replace "
            "void file-anyway "
            "not-billable billable",
            EVENTS,
        ),
    ),
)
