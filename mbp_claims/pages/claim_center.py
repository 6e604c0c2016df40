"""The Claim Center of a client's chart: plans, pending claims, filed and completed claims."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.pages.chart_frame import in_chart
from mbp_claims.pages.claim_dialogs import claim_dialogs, claim_events
from mbp_claims.pages.frame import framed
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.new_claim import NewClaimState
from mbp_claims.state.plan_form import PlanFormState
from mbp_claims.state.plans import PlansState
from mbp_claims.ui.claims_panel import (
    ALL_DONE,
    NO_SECONDARY,
    NONE_FILED,
    NONE_FOUND,
    ClaimRows,
    filed_claims,
    pending_claims,
)
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.pager import Pager
from mbp_claims.ui.plan_alerts import delete_plan_alert, end_plan_dialog
from mbp_claims.ui.plan_form import plan_form
from mbp_claims.ui.plan_list import plan_list
from mbp_claims.words import _


def claim_center_page() -> rx.Component:
    return framed(
        in_chart(_plans(), _pending(), _filed(), current=testids.TAB_CLAIM_CENTER),
        _plan_dialogs(),
        claim_dialogs(),
        current=_("Clients"),
        crumbs=((_("Clients"), routes.CLIENTS), (ChartState.client.name, "")),
        busy=~ChartState.loaded | PlansState.view.loading | (ClaimsState.phase == "loading"),
    )


def rows(table: str, none: Any, asked: rx.Var[bool], newer: str, older: str) -> ClaimRows:
    """A table as the state holds it. `none` is said where it is empty, unless it is narrowed; the last two are test
    ids."""
    held = {name: getattr(ClaimsState, f"{table}_{name}") for name in ("words", "back", "more")}
    page = Pager(
        held["words"], held["back"], held["more"], ClaimsState.turn(table, "newer"), ClaimsState.turn(table, "older"),
        newer, older,
    )  # fmt: skip
    said = rx.cond(asked, NONE_FOUND, none)
    return ClaimRows(getattr(ClaimsState, table), ClaimsState.patch, ClaimsState.phase, said, page, ClaimsState.refresh)


def _plans() -> rx.Component:
    return plan_list(
        PlansState.view, on_add=PlanFormState.open_new, on_edit=PlanFormState.open_edit, on_end=PlansState.open_end,
        on_inactive=PlansState.make_inactive, on_delete=PlansState.ask_delete, on_promote=PlansState.promote,
        on_offer=PlansState.make_offered, on_retry=PlansState.load,
    )  # fmt: skip


def _pending() -> rx.Component:
    new = rx.el.button(
        rx.icon("plus"), _("New Claim"), type="button", class_name="btn", on_click=NewClaimState.open,
        data_testid=testids.CLAIM_NEW, custom_attrs=opens(testids.NEW_CLAIM_DIALOG, waits=True),
    )  # fmt: skip
    none = rx.cond(PlansState.has_secondary, ALL_DONE, NO_SECONDARY)
    return pending_claims(
        rows("pending", none, rx.Var.create(False), testids.PENDING_NEWER, testids.PENDING_OLDER), claim_events(),
        count=ClaimsState.pending_count,
        to_bill=rx.cond(ClaimsState.pending_count != "", ClaimsState.to_bill, ""), new=new,
    )  # fmt: skip


def _filed() -> rx.Component:
    asked = ClaimsState.status_words != ""
    return filed_claims(
        rows("filed", NONE_FILED, asked, testids.COMPLETED_NEWER, testids.COMPLETED_OLDER), claim_events(),
        since=ClaimsState.filed_count, status=ClaimsState.status_words,
        on_status=ClaimsState.filter_status,
    )  # fmt: skip


def _plan_dialogs() -> rx.Component:
    return rx.fragment(
        plan_form(
            PlanFormState.view, PlanFormState.payers, on_submit=PlanFormState.save,
            on_card_front=PlanFormState.choose_front, on_card_back=PlanFormState.choose_back,
            on_check=PlanFormState.check,
        ),
        end_plan_dialog(PlansState.ending, on_submit=PlansState.end),
        delete_plan_alert(PlansState.deleting, on_delete=PlansState.delete, on_remove_secondary=PlansState.ask_delete),
    )  # fmt: skip
