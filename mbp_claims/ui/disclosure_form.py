"""Record a disclosure, and Export the record: who receives it, when, what, and why."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.field import Entry, area_field, date_field, select_field, text_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.records import DisclosureForm
from mbp_claims.words import _

FORM = "disclosure-form"
PURPOSES = (
    ("client", _("To the client")), ("authorized", _("With the client’s written authorization")),
    ("family", _("To somebody who takes part in the client’s care")), ("treatment", _("Treatment")),
    ("payment", _("Payment")),
    ("operations", _("Health care operations")), ("law", _("Required by law")),
    ("court", _("Court order, subpoena or other legal process")), ("police", _("Law enforcement")),
    ("abuse", _("Report of abuse or neglect")), ("threat", _("A serious threat to health or safety")),
    ("health", _("Public health")), ("oversight", _("Health oversight agency")),
    ("workers", _("Workers’ compensation")),
    ("research", _("Research without authorization")), ("mistake", _("By mistake")), ("other", _("Something else")),
)  # fmt: skip


def _entry(name: str, label: str, **more: Any) -> Entry:
    return Entry(name, label, testids.disclosure_field(name), **more)


DAY = _entry("day", _("Date"))
RECIPIENT = _entry("recipient", _("Who receives it"))
ADDRESS = _entry("address", _("Address, if known"), optional=True, wide=True)
WHAT = _entry("what", _("What is disclosed"), wide=True)
PURPOSE = _entry("purpose", _("Why it may be disclosed"), wide=True)
WHY = _entry(
    "why", _("What for, in a sentence"), wide=True,
    help=_("Needed where the client can ask for it: law, courts, public health, mistakes."),
)  # fmt: skip


def disclosure_form(view: DisclosureForm | rx.Var[DisclosureForm], *, on_submit: Any) -> rx.Component:
    """The dialog `testids.DISCLOSURE_DIALOG` over a DisclosureForm. `on_submit(form)` has the names of the entries."""
    view = rx.Var.create(view)
    errors, exporting = view.errors, view.exporting
    frame = Frame(
        testids.DISCLOSURE_DIALOG, rx.cond(exporting, _("Export the record"), _("Record a disclosure")),
        rx.cond(exporting, _("The whole record of {client}; that it was given stands in the chart", client=view.client),
                _("Something about {client} that left the practice", client=view.client)),
        key=view.key, discard=_("Discard your changes?"), narrow=True, body_label=_("Disclosure"),
    )  # fmt: skip
    form = rx.el.form(
        rx.cond(exporting, rx.fragment(), date_field(DAY, view.day, errors)),
        text_field(RECIPIENT, view.recipient, errors),
        text_field(ADDRESS, view.address, errors),
        rx.cond(exporting, rx.fragment(), area_field(WHAT, view.what, errors, rows="2")),
        select_field(PURPOSE, view.purpose, errors, PURPOSES, blank=_("Choose")),
        area_field(WHY, view.why, errors, rows="2"),
        id=FORM, class_name="pf", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(error_summary(errors, testids.ERROR_SUMMARY), failure_note(view.failure, FORM), form),
        foot(
            cancel_button(testids.DISCLOSURE_DIALOG, testids.DISCLOSURE_CANCEL),
            submit_button(
                rx.cond(exporting, _("Record and export"), _("Record disclosure")),
                rx.cond(exporting, _("Exporting…"), _("Recording…")), FORM, testids.DISCLOSURE_SUBMIT,
            ),
        ),
    )  # fmt: skip
