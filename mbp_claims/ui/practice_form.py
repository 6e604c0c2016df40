"""Edit practice: one dialog for whichever section of the Settings page is edited."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.field import Entry, select_field, state_and_zip, text_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.settings import PracticeForm
from mbp_claims.words import _

FORM = "practice-form"


def _entry(name: str, label: str, help: str = "", **more: Any) -> Entry:
    return Entry(name, label, testids.practice_field(name.replace("_", "-")), help, **more)


KIND = _entry("kind", _("Who bills"), wide=True)
NAME = _entry("name", _("Name"), _("As your NPI record has it. For a person, the last name."))
FIRST_NAME = _entry("first_name", _("First name"))
ADDRESS = _entry("address", _("Street address"), _("Where you see clients. Payers refuse a PO box."), wide=True)
CITY = _entry("city", _("City"))
STATE = _entry("state", _("State"))
ZIP = _entry("zip", _("ZIP code"), _("All 9 digits"))
PHONE = _entry("phone", _("Phone"))
CONTACT_NAME = _entry("contact_name", _("Contact for payers"), _("A person or an office"))
NPI = _entry("npi", "NPI", _("The one you bill with, 10 digits"))
TAX_ID_TYPE = _entry("tax_id_type", _("The tax ID is"))
TAX_ID = _entry("tax_id", _("Tax ID"), _("9 digits, as your payers have it"))
TAXONOMY = _entry("taxonomy", _("Taxonomy code"), _("Your specialty, like 1041C0700X"), optional=True)
SUBMITTER_ID = _entry("submitter_id", _("Your submitter ID"), _("As your clearinghouse gave it to you"))
RECEIVER_NAME = _entry("receiver_name", _("Clearinghouse"))
RECEIVER_ID = _entry("receiver_id", _("Clearinghouse ID"), _("As it stands in your clearinghouse’s guide"))
USAGE = _entry("usage", _("Claims go out as"), _("Claims that were filed already stay as they were."), wide=True)

KINDS = (("organization", _("An organization")), ("person", _("A person")))
TAX_IDS = (("EI", _("An employer number (EIN)")), ("SY", _("A social security number (SSN)")))
USAGES = (("T", _("Tests: answered, never paid")), ("P", _("Production: to be paid")))


def practice_form(view: PracticeForm | rx.Var[PracticeForm], *, on_submit: Any) -> rx.Component:
    """The dialog `testids.PRACTICE_DIALOG`. `on_submit(form)` has the names of the entries of `view.part`."""
    view = rx.Var.create(view)
    title = rx.match(
        view.part, ("numbers", _("Edit numbers")), ("sending", _("Edit electronic claims")), _("Edit practice")
    )  # fmt: skip
    frame = Frame(
        testids.PRACTICE_DIALOG, title, _("What claims say of the practice from now on."), key=view.key,
        discard=_("Discard these changes?"), narrow=True, body_label=_("Practice"),
    )  # fmt: skip
    fields = rx.match(
        view.part,
        ("numbers", rx.fragment(*_numbers(view))),
        ("sending", rx.fragment(*_sending(view))),
        rx.fragment(*_identity(view)),
    )
    form = rx.el.form(
        fields, id=FORM, class_name="pf practice-form", no_validate=True, on_submit=on_submit, key=view.key
    )
    return dialog(
        frame,
        rx.fragment(error_summary(view.errors, testids.ERROR_SUMMARY), failure_note(view.failure, FORM), form),
        foot(
            cancel_button(testids.PRACTICE_DIALOG, testids.PRACTICE_CANCEL),
            submit_button(_("Save changes"), _("Saving…"), FORM, testids.PRACTICE_SUBMIT),
        ),
    )


def _identity(view: Any) -> list[rx.Component]:
    errors = view.errors
    return [
        select_field(KIND, view.kind, errors, KINDS),
        rx.el.div(text_field(FIRST_NAME, view.first_name, errors), class_name="when-person"),
        text_field(NAME, view.name, errors),
        text_field(ADDRESS, view.address, errors),
        text_field(CITY, view.city, errors),
        state_and_zip(STATE, ZIP, (view.state, view.zip), errors),
        text_field(PHONE, view.phone, errors, input_mode="tel"),
        text_field(CONTACT_NAME, view.contact_name, errors),
    ]


def _numbers(view: Any) -> list[rx.Component]:
    errors = view.errors
    return [
        text_field(NPI, view.npi, errors, input_mode="numeric"),
        text_field(TAXONOMY, view.taxonomy, errors, spell_check=False),
        select_field(TAX_ID_TYPE, view.tax_id_type, errors, TAX_IDS),
        text_field(TAX_ID, view.tax_id, errors, spell_check=False),
    ]


def _sending(view: Any) -> list[rx.Component]:
    errors = view.errors
    return [
        text_field(SUBMITTER_ID, view.submitter_id, errors, spell_check=False),
        text_field(RECEIVER_NAME, view.receiver_name, errors),
        text_field(RECEIVER_ID, view.receiver_id, errors, spell_check=False),
        select_field(USAGE, view.usage, errors, USAGES),
    ]
