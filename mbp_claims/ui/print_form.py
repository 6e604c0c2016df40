"""Print claim form: on which paper, how this payer wants it, how far the printer is off."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.feedback import note
from mbp_claims.ui.field import Entry, area_field, check_field, text_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.printing import PrintView
from mbp_claims.words import _

FORM = "print-form"
LINED = Entry(
    "lined", _("Draw the form’s lines, for blank paper"), testids.PRINT_LINED,
    _("Leave this off for the red CMS-1500. The drawn form is not the official one; many payers want the red one."),
)  # fmt: skip
ADDRESS = Entry(
    "address", _("Mailing address of the payer"), testids.PRINT_ADDRESS, _("Printed at the top right, below the name"),
    optional=True, wide=True,
)  # fmt: skip
ONLY = Entry(
    "only", _("This payer takes paper claims only"), testids.PRINT_ONLY,
    _("File Claim then prints the form and keeps the PDF, in place of the 837."),
)  # fmt: skip
LEAVES_29 = Entry(
    "leaves_29", _("Leave box 29 empty"), testids.PRINT_LEAVES_29,
    _("For payers that read what the first payer paid from its EOB."),
)  # fmt: skip
RIGHT = Entry("right", _("Move right, mm"), testids.PRINT_RIGHT, _("A minus sign moves it left"), start=True)
DOWN = Entry("down", _("Move down, mm"), testids.PRINT_DOWN, _("A minus sign moves it up"))
TEST = Entry(
    "test", _("Print a test page instead"), testids.PRINT_TEST,
    _("Hold it and a red form against a light. Each X belongs into a box of the form."),
)  # fmt: skip


def print_form(view: PrintView | rx.Var[PrintView], *, on_submit: Any) -> rx.Component:
    """The dialog `testids.PRINT_DIALOG`. `on_submit(form)` with the names of the entries above."""
    view = rx.Var.create(view)
    frame = Frame(
        testids.PRINT_DIALOG, _("Print claim form"), view.subtitle, view.badge, view.key,
        discard=_("Discard your changes?"), body_label=_("Claim form"),
    )  # fmt: skip
    form = rx.el.form(
        check_field(LINED, view.lined, view.errors),
        area_field(ADDRESS, view.address, view.errors, rows="3"),
        check_field(ONLY, view.only, view.errors),
        check_field(LEAVES_29, view.leaves_29, view.errors),
        text_field(RIGHT, view.right, view.errors, input_mode="text"),
        text_field(DOWN, view.down, view.errors, input_mode="text"),
        check_field(TEST, False, view.errors),
        id=FORM, class_name="pf", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(
            error_summary(view.errors, testids.ERROR_SUMMARY), failure_note(view.failure, FORM), _missing(view), form
        ),
        foot(
            cancel_button(testids.PRINT_DIALOG, testids.PRINT_CANCEL),
            submit_button(_("Download PDF"), _("Printing…"), FORM, testids.PRINT_SUBMIT),
            total=view.behind,
        ),
    )


def _missing(view: Any) -> rx.Component:
    """What must be filled in before the form can be printed; once it is asked for, the summary says it."""
    said = note(
        _("Not ready to print."), rx.el.ul(rx.foreach(view.missing, lambda words: rx.el.li(words))), tone="warning",
        icon="triangle-alert", data_testid=testids.PRINT_MISSING,
    )  # fmt: skip
    return rx.cond((view.missing.length() > 0) & (view.errors.length() == 0), said)
