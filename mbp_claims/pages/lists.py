"""The long lists that comboboxes share: compiled into the pages that need them, not kept in any state."""

import reflex as rx

from mbp_claims.state.lists import DIAGNOSES, PLACES, PROCEDURES, REASONS, USUAL_REASONS
from mbp_claims.ui.combobox import option_list
from mbp_claims.ui.new_claim_rows import NewClaimLists

REASON_LIST = "reasons"
NEW_CLAIM_LISTS = NewClaimLists("procedures", "diagnoses", PLACES)


def reason_list() -> rx.Component:
    return option_list(REASON_LIST, REASONS, USUAL_REASONS)


def new_claim_lists() -> rx.Component:
    return rx.fragment(option_list("procedures", PROCEDURES), option_list("diagnoses", DIAGNOSES))
