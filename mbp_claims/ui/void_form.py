"""Void Claim: asked before a payer is told to undo a claim."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.feedback import note
from mbp_claims.ui.field import Entry, text_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.adjustment import VoidView
from mbp_claims.words import _

FORM = "void-form"
REFERENCE = Entry(
    "reference", _("Payer’s number of this claim"), testids.VOID_REFERENCE, _("On its answer or its acknowledgement"),
    wide=True,
)  # fmt: skip


def void_form(view: VoidView | rx.Var[VoidView], *, on_submit: Any) -> rx.Component:
    """The dialog `testids.VOID_DIALOG`. `on_submit(form)` with `reference`."""
    view = rx.Var.create(view)
    frame = Frame(
        testids.VOID_DIALOG, _("Void Claim"), view.subtitle, view.badge, view.key, discard=_("Discard your changes?"),
        narrow=True, body_label=_("Void claim"),
    )  # fmt: skip
    warning = note(
        _("{payer} will undo this claim and take back what it paid for it.", payer=view.payer),
        _("To correct a claim, replace it instead."), tone="warning", icon="triangle-alert",
    )  # fmt: skip
    form = rx.el.form(
        text_field(REFERENCE, view.reference, view.errors),
        id=FORM, class_name="pf", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(error_summary(view.errors, testids.ERROR_SUMMARY), failure_note(view.failure, FORM), warning, form),
        foot(
            cancel_button(testids.VOID_DIALOG, testids.VOID_CANCEL, _("Keep claim")),
            submit_button(_("Void claim"), _("Voiding…"), FORM, testids.VOID_SUBMIT, "danger"),
        ),
    )
