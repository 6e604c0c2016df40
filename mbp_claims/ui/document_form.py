"""Edit a document: what it is called, what it is, and a note. The file stays as it is."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.field import Entry, area_field, select_field, text_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.document import DocumentForm
from mbp_claims.words import _

FORM = "document-form"
KINDS = (
    ("consent", _("Consent form")), ("release", _("Release of information")), ("intake", _("Intake form")),
    ("photo_id", _("Photo ID")), ("authorization", _("Authorization or referral")),
    ("payer", _("EOB or letter of a payer")), ("assessment", _("Assessment")), ("letter", _("Letter or record")),
    ("other", _("Other")),
)  # fmt: skip


def _entry(name: str, label: str, **more: Any) -> Entry:
    return Entry(name, label, testids.document_field(name), wide=True, **more)


NAME = _entry("name", _("Name"))
KIND = _entry("kind", _("Kind"))
NOTE = _entry("note", _("Note"), optional=True)


def document_form(view: DocumentForm | rx.Var[DocumentForm], *, on_submit: Any) -> rx.Component:
    """The dialog `testids.DOCUMENT_DIALOG` over a DocumentForm. `on_submit(form)` has name, kind and note."""
    view = rx.Var.create(view)
    errors = view.errors
    frame = Frame(
        testids.DOCUMENT_DIALOG, _("Edit document"), view.below, key=view.key, discard=_("Discard your changes?"),
        narrow=True, body_label=_("Document"),
    )  # fmt: skip
    form = rx.el.form(
        text_field(NAME, view.name, errors),
        select_field(KIND, view.kind, errors, KINDS),
        area_field(NOTE, view.note, errors, rows="2"),
        id=FORM, class_name="pf", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(error_summary(errors, testids.ERROR_SUMMARY), failure_note(view.failure, FORM), form),
        foot(
            cancel_button(testids.DOCUMENT_DIALOG, testids.DOCUMENT_CANCEL),
            submit_button(_("Save document"), _("Saving…"), FORM, testids.DOCUMENT_SUBMIT),
        ),
    )
