"""The start page."""

import reflex as rx

from mbp_claims.pages.claim_dialogs import claim_events, file_dialog
from mbp_claims.pages.frame import framed
from mbp_claims.state.batch import BatchState
from mbp_claims.state.today import TodayState
from mbp_claims.ui.batch import batch_result
from mbp_claims.ui.feedback import failed, page_bones
from mbp_claims.ui.today import owed_card, today_head, waiting_on_clients, work_lists
from mbp_claims.ui.today_money import money_received, waiting_on_payers
from mbp_claims.words import _

NOT_LOADED = _("Your work did not load")


def today_page() -> rx.Component:
    view = TodayState.view
    content = rx.fragment(
        today_head(view, BatchState.file_ready(view.file_all)),
        owed_card(view),
        rx.el.div(
            rx.el.div(work_lists(view, claim_events().on_file)),
            rx.el.div(money_received(view.received), waiting_on_clients(view)),
            class_name="cols",
        ),
        waiting_on_payers(view),
    )
    broken = failed(NOT_LOADED, on_retry=TodayState.load)
    return framed(
        rx.match(TodayState.phase, ("ready", content), ("error", broken), page_bones()),
        file_dialog(TodayState.load),
        batch_result(BatchState.view),
        current=_("Today"),
        crumbs=((_("Today"), ""),),
        busy=TodayState.phase == "loading",
    )
