"""The dialogs that any page with claims can open: File, Complete, New, Edit claim, and Print claim form."""

from typing import Any

import reflex as rx

from mbp_claims.pages.lists import NEW_CLAIM_LISTS, REASON_LIST, new_claim_lists, reason_list
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.completion import CompletionState
from mbp_claims.state.new_claim import NewClaimState
from mbp_claims.state.printing import PrintState
from mbp_claims.state.reopening import ReopenState
from mbp_claims.state.swap import SwapState
from mbp_claims.state.void import VoidState
from mbp_claims.ui.actions_menu import ClaimEvents
from mbp_claims.ui.adjustment_form import adjustment_form
from mbp_claims.ui.adjustment_row import RowEvents
from mbp_claims.ui.complete_form import complete_form
from mbp_claims.ui.new_claim_form import NewClaimEvents, new_claim_form
from mbp_claims.ui.print_form import print_form
from mbp_claims.ui.reopen_alert import reopen_alert
from mbp_claims.ui.swap_form import swap_form
from mbp_claims.ui.void_form import void_form


def claim_events() -> ClaimEvents:
    """What the Actions menu of a claim does, wherever the claim is shown."""
    return ClaimEvents(
        on_file=AdjustmentState.open,
        on_edit=NewClaimState.open_again,
        on_complete=CompletionState.open,
        on_era=ClaimsState.view_era,
        on_reopen=ReopenState.ask,
        on_secondary=ClaimsState.follow,
        on_not_billable=ClaimsState.put_away,
        on_billable=ClaimsState.take_back,
        on_print=PrintState.open,
        on_replace=AdjustmentState.open_replacement,
        on_void=VoidState.open,
        on_fix=ClaimsState.fix,
        on_swap=SwapState.open,
        on_take_back=ClaimsState.recall,
    )


def claim_dialogs() -> rx.Component:
    return rx.fragment(
        file_dialog(),
        void_form(VoidState.view, on_submit=VoidState.submit),
        reopen_alert(ReopenState.view, on_confirm=ReopenState.confirm),
        swap_form(SwapState.view, on_submit=SwapState.submit),
        completion_form(CompletionState.submit),
        new_claim_lists(),
        print_form(PrintState.view, on_submit=PrintState.submit),
        new_claim_form(NewClaimState.view, NEW_CLAIM_LISTS, _new_claim_events()),
    )  # fmt: skip


def file_dialog(*then: Any) -> rx.Component:
    """File Claim alone, with the list it chooses from. `then`: what follows once it was submitted, in order."""
    form = adjustment_form(
        AdjustmentState.view, REASON_LIST, _rows(AdjustmentState), on_submit=[AdjustmentState.submit, *then],
        on_use_era=AdjustmentState.use_era,
    )  # fmt: skip
    return rx.fragment(reason_list(), form)


def completion_dialog(on_submit: Any) -> rx.Component:
    """Complete Claim alone, with the list it chooses from. `on_submit`: what the form sets off, in order."""
    return rx.fragment(reason_list(), completion_form(on_submit))


def completion_form(on_submit: Any) -> rx.Component:
    return complete_form(CompletionState.view, REASON_LIST, _rows(CompletionState), on_submit=on_submit)


def _rows(state: type[AdjustmentState] | type[CompletionState]) -> RowEvents:
    return RowEvents(
        on_group=state.set_group, on_reason=state.set_reason, on_amount=state.set_amount, on_remove=state.remove_row,
        on_restore=state.restore_row, on_remaining=state.use_remaining, on_add=state.add_row,
        on_undo=state.undo_remove, on_paid=state.set_paid,
    )  # fmt: skip


def _new_claim_events() -> NewClaimEvents:
    return NewClaimEvents(
        NewClaimState.set_date, NewClaimState.set_charge, NewClaimState.add_line, NewClaimState.remove_line,
        NewClaimState.add_diagnosis, NewClaimState.remove_diagnosis, NewClaimState.submit,
    )  # fmt: skip
