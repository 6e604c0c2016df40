"""Add Client and Edit Client: one dialog, one form."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.field import Entry, date_field, select_field, state_and_zip, text_field
from mbp_claims.ui.rows import listed
from mbp_claims.ui.submission import check_button, error_summary, failure_note, submit_button
from mbp_claims.ui.subscriber_fields import SEXES
from mbp_claims.views.client_form import ClientFormView
from mbp_claims.views.form import Option
from mbp_claims.words import _

FORM = "client-form"


def _entry(name: str, label: str, optional: bool = False, **more: Any) -> Entry:
    return Entry(name, label, testids.client_field(name.replace("_", "-")), optional=optional, **more)


FIRST = _entry("first_name", _("First name"))
MIDDLE = _entry("middle_name", _("Middle name"), optional=True)
LAST = _entry("last_name", _("Last name"))
BORN = _entry("born", _("Date of birth"))
SEX = _entry("sex", _("Sex on file with the payer"))
PRONOUNS = _entry("pronouns", _("Pronouns"), optional=True)
CLINICIAN = _entry("clinician", _("Clinician"))
ADDRESS = _entry("address", _("Address"), optional=True, wide=True)
CITY = _entry("city", _("City"), optional=True)
STATE = _entry("state", _("State"), optional=True)
ZIP = _entry("zip", _("ZIP code"), optional=True)
PHONE = _entry("phone", _("Phone"), optional=True)
EMAIL = _entry("email", _("Email"), optional=True)


def client_form(view: ClientFormView | rx.Var[ClientFormView], *, on_submit: Any, on_check: Any = None) -> rx.Component:
    """The dialog `testids.CLIENT_DIALOG`. `on_submit(form)`, and after a refusal `on_check(form)` on every change.

    `form` has the names of the entries above, and `number`, "" while adding.
    """
    view = rx.Var.create(view)
    adding = view.number == ""
    frame = Frame(
        testids.CLIENT_DIALOG, rx.cond(adding, _("Add Client"), _("Edit Client")),
        rx.cond(adding, _("As the client’s plans know them"), f"{view.first_name} {view.last_name}"), key=view.key,
        discard=_("Discard your changes?"), narrow=True, body_label=_("Client"),
    )  # fmt: skip
    form = rx.el.form(
        _person(view),
        rx.cond(
            view.clinicians.length() > 0,
            select_field(CLINICIAN, view.clinician, view.errors, listed(view.clinicians, Option)),
            rx.fragment(),
        ),
        _reach(view),
        rx.el.input(type="hidden", name="number", default_value=view.number),
        id=FORM, class_name="pf", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(
            error_summary(view.errors, testids.ERROR_SUMMARY),
            failure_note(view.failure, FORM),
            form,
            check_button(on_check, FORM),
        ),
        foot(
            cancel_button(testids.CLIENT_DIALOG, testids.CLIENT_CANCEL),
            submit_button(
                rx.cond(adding, _("Add Client"), _("Save changes")), rx.cond(adding, _("Adding…"), _("Saving…")), FORM,
                testids.CLIENT_SUBMIT,
            ),
        ),
    )  # fmt: skip


def _person(view: Any) -> rx.Component:
    errors = view.errors
    return rx.fragment(
        text_field(FIRST, view.first_name, errors),
        text_field(MIDDLE, view.middle_name, errors),
        text_field(LAST, view.last_name, errors),
        date_field(BORN, view.born, errors),
        select_field(SEX, view.sex, errors, SEXES, blank=_("Choose")),
        text_field(PRONOUNS, view.pronouns, errors),
    )


def _reach(view: Any) -> rx.Component:
    errors = view.errors
    return rx.fragment(
        text_field(ADDRESS, view.address, errors),
        text_field(CITY, view.city, errors),
        state_and_zip(STATE, ZIP, (view.state, view.zip), errors),
        text_field(PHONE, view.phone, errors, input_mode="tel"),
        text_field(EMAIL, view.email, errors, input_mode="email"),
    )
