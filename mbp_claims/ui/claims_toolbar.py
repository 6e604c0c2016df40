"""The claims of the whole practice: search, status, and the tabs Pending, Filed and Completed."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.actions_menu import ClaimEvents
from mbp_claims.ui.batch import batch_bar
from mbp_claims.ui.claims_panel import ClaimRows, claims_card, status_select
from mbp_claims.ui.pager import NOTHING
from mbp_claims.ui.rows import listed
from mbp_claims.ui.search import search_box
from mbp_claims.ui.tabs import Tab, tab_content, tab_list
from mbp_claims.words import _

AGES = ("0–30", "31–60", "61–90", "90+")
"""Days since the service."""


@dataclass(frozen=True)
class ClaimSearch:
    """What was searched for: on_search(text), on_status(text), and the tab, on_tab("pending", "filed" or "completed").

    on_file(numbers): the claims that were ticked are filed together. `payers` are names; `age` is one of AGES, and
    on_payer(text), on_age(text) show those alone.
    """

    text: Any = ""
    status: Any = ""
    tab: Any = "pending"
    count: Any = ""  # 6 claims · $465.80 to bill
    pending: Any = ""  # counts beside the tabs' words
    filed: Any = ""
    completed: Any = ""
    on_search: Any = NOTHING
    on_status: Any = NOTHING
    on_tab: Any = NOTHING
    on_file: Any = NOTHING
    payer: Any = ""
    payers: Any = ()
    age: Any = ""
    on_payer: Any = NOTHING
    on_age: Any = NOTHING


def claims_toolbar(search: ClaimSearch) -> rx.Component:
    """The tools above the table. Each tab has its own statuses."""
    status = [
        (tab, status_select(tab, search.status, search.on_status, testids.CLAIMS_STATUS))
        for tab in ("filed", "completed", "pending")
    ]
    return rx.el.div(
        search_box(
            _("Search claims"), _("Search by claim number, client or payer"), search.text, search.on_search,
            testids.CLAIMS_SEARCH,
        ),
        _select(_("Payer"), _("All payers"), search.payer, search.payers, search.on_payer, testids.CLAIMS_PAYER),
        _select(_("Age"), _("Any age"), search.age, AGES, search.on_age, testids.CLAIMS_AGE),
        rx.match(rx.Var.create(search.tab), *status, status[-1][1]),
        rx.el.span(search.count, class_name="count", role="status", data_testid=testids.CLAIMS_COUNT),
        class_name="toolbar",
        role="search",
    )  # fmt: skip


def _select(name: str, all_of_them: str, chosen: Any, choices: Any, on_choose: Any, test_id: str) -> rx.Component:
    """One of a few, or all; on_choose(text) is called with "" for all."""
    return rx.el.select(
        rx.el.option(all_of_them, value=""),
        rx.foreach(listed(choices, str), lambda one: rx.el.option(one, value=one)),
        value=chosen,
        on_change=on_choose,
        aria_label=name,
        class_name="field quiet",
        data_testid=test_id,
    )


def practice_claims(
    search: ClaimSearch, pending: ClaimRows, filed: ClaimRows, completed: ClaimRows, events: ClaimEvents
) -> rx.Component:
    """The tables behind their tabs, each with the client."""
    tabs = (
        Tab(_("Pending"), testids.CLAIMS_TAB_PENDING, value="pending", count=search.pending),
        Tab(_("Filed"), testids.CLAIMS_TAB_FILED, value="filed", count=search.filed),
        Tab(_("Completed"), testids.CLAIMS_TAB_COMPLETED, value="completed", count=search.completed),
    )
    return rx.tabs.root(
        tab_list(_("Claims"), tabs, testids.CLAIMS_TABS),
        claims_toolbar(search),
        tab_content("pending", batch_bar(search.on_file), claims_card(pending, "pending", events, wide=True)),
        tab_content("filed", claims_card(filed, "filed", events, wide=True)),
        tab_content("completed", claims_card(completed, "completed", events, wide=True)),
        value=search.tab,
        on_change=search.on_tab,
    )
