"""New Claim: one session, its services and diagnoses, and who will be billed."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.badge import badge
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.field import Entry, date_field, select_field, text_field
from mbp_claims.ui.new_claim_rows import NewClaimLists, diagnosis_rows, line_rows
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.new_claim import NewClaimView
from mbp_claims.words import _

FORM = "new-claim-form"
DISCARD = _("Discard these entries?")
DATE = Entry("service_date", _("Date of service"), testids.NEW_CLAIM_DATE)
PLACE = Entry("place", _("Place of service"), testids.NEW_CLAIM_PLACE)
RENDERING = Entry("rendering", _("Rendering provider"), testids.NEW_CLAIM_RENDERING)
AUTHORIZATION = Entry("prior_authorization", _("Prior authorization"), testids.NEW_CLAIM_AUTHORIZATION, optional=True)


@dataclass(frozen=True)
class NewClaimEvents:
    """`on_date(value)` when the date was typed (who is billed follows from it); `on_charge(row_id, value)`;

    `on_add_line()`, `on_remove_line(row_id)`, `on_add_diagnosis()`, `on_remove_diagnosis(row_id)`, `on_submit(form)`.
    """

    on_date: Any
    on_charge: Any
    on_add_line: Any
    on_remove_line: Any
    on_add_diagnosis: Any
    on_remove_diagnosis: Any
    on_submit: Any


def new_claim_form(
    view: NewClaimView | rx.Var[NewClaimView], lists: NewClaimLists, events: NewClaimEvents
) -> rx.Component:
    """The dialog `testids.NEW_CLAIM_DIALOG`.

    The form submits the names of the entries above, `diagnosis-<row>`, and for each line `procedure-<row>`,
    `modifiers-<row>`, `units-<row>`, `charge-<row>`, `place-<row>`, `date-<row>`, `pointers-<row>`.
    """
    view = rx.Var.create(view)
    frame = Frame(
        testids.NEW_CLAIM_DIALOG,
        rx.cond(view.number == "", _("New Claim"), _("Edit claim {number}", number=view.number)), view.client,
        key=view.key, discard=DISCARD,
        body_label=_("New claim"),
    )  # fmt: skip
    form = rx.el.form(
        _session(view, lists, events),
        diagnosis_rows(view, lists, events),
        line_rows(view, lists, events),
        id=FORM, no_validate=True, on_submit=events.on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(error_summary(view.errors, testids.ERROR_SUMMARY), failure_note(view.failure, FORM), form),
        foot(
            cancel_button(testids.NEW_CLAIM_DIALOG, testids.NEW_CLAIM_CANCEL),
            submit_button(
                rx.cond(view.number == "", _("Add claim"), _("Save changes")),
                rx.cond(view.number == "", _("Adding…"), _("Saving…")),
                FORM,
                testids.NEW_CLAIM_SUBMIT,
            ),
            total=rx.fragment(_("Charges "), rx.el.b(view.total, data_testid=testids.NEW_CLAIM_TOTAL)),
        ),
    )


def _session(view: Any, lists: NewClaimLists, events: NewClaimEvents) -> rx.Component:
    return rx.el.div(
        date_field(DATE, view.service_date, view.errors, on_blur=events.on_date),
        _plan(view),
        select_field(PLACE, view.place, view.errors, lists.places),
        select_field(RENDERING, view.rendering, view.errors, view.clinicians),
        text_field(AUTHORIZATION, view.prior_authorization, view.errors),
        class_name="pf",
    )


def _plan(view: Any) -> rx.Component:
    """Who will be billed: not a choice, it follows from the date."""
    return rx.el.div(
        rx.el.span(_("Will be billed"), class_name="lbl"),
        rx.el.p(
            rx.cond(view.badge != "", badge(view.badge, mini=True)),
            rx.cond(view.plan != "", rx.el.b(view.plan)),
            rx.el.span(view.plan_note, class_name="muted"),
            role="status",
            class_name="billed",
            data_testid=testids.NEW_CLAIM_PLAN,
        ),
        class_name="entry",
    )
