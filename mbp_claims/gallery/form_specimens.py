"""Every form and dialog in its states, drawn from the cast of Rowan Ellis (R-0412)."""

from collections.abc import Callable

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import answer_specimens, field_specimens, plan_specimens
from mbp_claims.gallery import form_cast as cast
from mbp_claims.gallery.specimen import Specimen, heard
from mbp_claims.gallery.staged import DIAGNOSES, PROCEDURES, choices, opened, said
from mbp_claims.ui.client_form import client_form
from mbp_claims.ui.new_claim_form import NewClaimEvents, new_claim_form
from mbp_claims.ui.new_claim_rows import NewClaimLists, diagnosis_rows, line_rows
from mbp_claims.ui.print_form import print_form
from mbp_claims.views.client_form import ClientFormView
from mbp_claims.views.new_claim import NewClaimView
from mbp_claims.views.printing import PrintView

LISTS = NewClaimLists(PROCEDURES, DIAGNOSES, cast.PLACES)
EVENTS = NewClaimEvents(
    on_date=heard("on_date"), on_charge=said("on_charge"), on_add_line=heard("on_add_line"),
    on_remove_line=said("on_remove_line"), on_add_diagnosis=heard("on_add_diagnosis"),
    on_remove_diagnosis=said("on_remove_diagnosis"), on_submit=heard("on_submit"),
)  # fmt: skip


def _client(view: ClientFormView) -> Callable[[], rx.Component]:
    return lambda: opened(testids.CLIENT_DIALOG, client_form(view, on_submit=heard("client.on_submit")))


def _claim(view: NewClaimView) -> Callable[[], rx.Component]:
    return lambda: opened(testids.NEW_CLAIM_DIALOG, new_claim_form(view, LISTS, EVENTS))


def _print(view: PrintView) -> Callable[[], rx.Component]:
    return lambda: opened(testids.PRINT_DIALOG, print_form(view, on_submit=heard("print.on_submit")))


def _diagnoses() -> rx.Component:
    return rx.el.div(choices(), diagnosis_rows(rx.Var.create(cast.SESSION_WRONG), LISTS, EVENTS))


def _lines() -> rx.Component:
    return rx.el.div(choices(), line_rows(rx.Var.create(cast.SESSION), LISTS, EVENTS))


SPECIMENS: tuple[Specimen, ...] = (
    *plan_specimens.SPECIMENS,
    *answer_specimens.SPECIMENS,
    Specimen("new_claim_form", "session", _claim(cast.SESSION)),
    Specimen("new_claim_form", "errors", _claim(cast.SESSION_WRONG)),
    Specimen("diagnosis_rows", "two", _diagnoses),
    Specimen("line_rows", "one", _lines),
    Specimen("client_form", "add", _client(cast.NEW_CLIENT)),
    Specimen("client_form", "error", _client(cast.ROWAN)),
    Specimen("print_form", "ready", _print(cast.PRINTING)),
    Specimen("print_form", "missing", _print(cast.PRINTING_LACKS)),
    Specimen("print_form", "errors", _print(cast.PRINTING_WRONG)),
    *field_specimens.SPECIMENS,
)
