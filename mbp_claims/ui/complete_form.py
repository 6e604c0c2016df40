"""Complete Claim: the primary's answer typed in from a paper EOB."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.adjustment_form import lines, total_bar
from mbp_claims.ui.adjustment_row import RowEvents, RowScope
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.field import Entry, check_field, date_field, text_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.adjustment import CompleteClaimView
from mbp_claims.words import _

FORM = "complete-claim-form"
CONTROL_NUMBER = Entry(
    "control_number", _("Payer’s claim number"), testids.COMPLETE_CONTROL_NUMBER, _("On the EOB: claim number or ICN"),
    optional=True,
)  # fmt: skip
EOB_DATE = Entry("eob_date", _("Date of the EOB"), testids.COMPLETE_EOB_DATE, _("When the payer decided"))
LATER = Entry(
    "later", _("I will enter the adjustments when I file the secondary claim"), testids.COMPLETE_LATER,
    _("Now you only enter what was paid."),
)  # fmt: skip


def complete_form(
    view: CompleteClaimView | rx.Var[CompleteClaimView], reasons: str, events: RowEvents, *, on_submit: Any
) -> rx.Component:
    """The dialog `testids.COMPLETE_DIALOG`; rows and lines as in `adjustment_form`.

    `on_submit(form)`: besides the rows `control_number`, `eob_date`, and `later`, "on" when it is checked.
    """
    view = rx.Var.create(view)
    scope = RowScope("complete", reasons, view.errors, events)
    frame = Frame(
        testids.COMPLETE_DIALOG, _("Complete Claim"), view.subtitle, view.badge, view.key,
        discard=_("Discard this answer?"), body_label=_("Answer of the payer"),
    )  # fmt: skip
    form = rx.el.form(
        rx.el.div(
            date_field(EOB_DATE, view.eob_date, view.errors),
            text_field(CONTROL_NUMBER, view.control_number, view.errors),
            check_field(LATER, view.later, view.errors),
            class_name="pf",
        ),
        lines(view, scope, True),
        total_bar(view),
        id=FORM, class_name="complete", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(error_summary(view.errors, testids.ERROR_SUMMARY), failure_note(view.failure, FORM), form),
        foot(
            cancel_button(testids.COMPLETE_DIALOG, testids.COMPLETE_CANCEL),
            submit_button(_("Complete claim"), _("Completing…"), FORM, testids.COMPLETE_SUBMIT),
            total=view.follows,
        ),
    )
