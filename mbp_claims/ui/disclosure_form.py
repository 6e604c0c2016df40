"""Record a disclosure, and Export the record: who receives it, when, what, and why."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.field import Entry, area_field, date_field, select_field, text_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.records import DisclosureForm

FORM = "disclosure-form"
PURPOSES = (
    ("client", "To the client"), ("authorized", "With the client’s written authorization"),
    ("family", "To somebody who takes part in the client’s care"), ("treatment", "Treatment"), ("payment", "Payment"),
    ("operations", "Health care operations"), ("law", "Required by law"),
    ("court", "Court order, subpoena or other legal process"), ("police", "Law enforcement"),
    ("abuse", "Report of abuse or neglect"), ("threat", "A serious threat to health or safety"),
    ("health", "Public health"), ("oversight", "Health oversight agency"), ("workers", "Workers’ compensation"),
    ("research", "Research without authorization"), ("mistake", "By mistake"), ("other", "Something else"),
)  # fmt: skip


def _entry(name: str, label: str, **more: Any) -> Entry:
    return Entry(name, label, testids.disclosure_field(name), **more)


DAY = _entry("day", "Date")
RECIPIENT = _entry("recipient", "Who receives it")
ADDRESS = _entry("address", "Address, if known", optional=True, wide=True)
WHAT = _entry("what", "What is disclosed", wide=True)
PURPOSE = _entry("purpose", "Why it may be disclosed", wide=True)
WHY = _entry(
    "why", "What for, in a sentence", wide=True,
    help="Needed where the client can ask for it: law, courts, public health, mistakes.",
)  # fmt: skip


def disclosure_form(view: DisclosureForm | rx.Var[DisclosureForm], *, on_submit: Any) -> rx.Component:
    """The dialog `testids.DISCLOSURE_DIALOG` over a DisclosureForm. `on_submit(form)` has the names of the entries."""
    view = rx.Var.create(view)
    errors, exporting = view.errors, view.exporting
    frame = Frame(
        testids.DISCLOSURE_DIALOG, rx.cond(exporting, "Export the record", "Record a disclosure"),
        rx.cond(exporting, f"The whole record of {view.client}; that it was given stands in the chart",
                f"Something about {view.client} that left the practice"),
        key=view.key, discard="Discard your changes?", narrow=True, body_label="Disclosure",
    )  # fmt: skip
    form = rx.el.form(
        rx.cond(exporting, rx.fragment(), date_field(DAY, view.day, errors)),
        text_field(RECIPIENT, view.recipient, errors),
        text_field(ADDRESS, view.address, errors),
        rx.cond(exporting, rx.fragment(), area_field(WHAT, view.what, errors, rows="2")),
        select_field(PURPOSE, view.purpose, errors, PURPOSES, blank="Choose"),
        area_field(WHY, view.why, errors, rows="2"),
        id=FORM, class_name="pf", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(error_summary(errors, testids.ERROR_SUMMARY), failure_note(view.failure, FORM), form),
        foot(
            cancel_button(testids.DISCLOSURE_DIALOG, testids.DISCLOSURE_CANCEL),
            submit_button(
                rx.cond(exporting, "Record and export", "Record disclosure"),
                rx.cond(exporting, "Exporting…", "Recording…"), FORM, testids.DISCLOSURE_SUBMIT,
            ),
        ),
    )  # fmt: skip
