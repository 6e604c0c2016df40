"""Add Insurance Plan and Edit Insurance Plan: one dialog, one form."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.card_upload import card_upload
from mbp_claims.ui.combobox import combobox_field
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.field import Entry, check_field, date_field, money_field, select_field, text_field
from mbp_claims.ui.submission import check_button, error_summary, failure_note, submit_button
from mbp_claims.ui.subscriber_fields import subscriber_fields
from mbp_claims.views.plan import PlanFormView
from mbp_claims.words import _

FORM = "plan-form"
MEDICARE = "medicare"
"""The `kind` of a payer option that makes the form ask why Medicare pays second."""

NEW_PAYER = _(
    "A new payer needs its payer ID behind the name, like Blue Spruce Health BSH01. "
    "Without one its claims cannot be filed."
)
PAYER = Entry("payer", _("Payer"), testids.PLAN_PAYER, _("Search by name or payer ID"), wide=True)
NAME = Entry("name", _("Plan name"), testids.PLAN_NAME, optional=True)
MEMBER_ID = Entry("member_id", _("Member ID"), testids.PLAN_MEMBER_ID)
GROUP = Entry("group_number", _("Group number"), testids.PLAN_GROUP, optional=True)
COPAY = Entry("copay", _("Copay"), testids.PLAN_COPAY, optional=True)
RELATIONSHIP = Entry("relationship", _("Client’s relationship to subscriber"), testids.PLAN_RELATIONSHIP)
EFFECTIVE = Entry("effective", _("Effective date"), testids.PLAN_EFFECTIVE, start=True)
ENDS = Entry("ends", _("End date"), testids.PLAN_END, optional=True)
SECONDARY = Entry(
    "secondary", _("Secondary"), testids.PLAN_SECONDARY,
    _("Billed after the primary plan has paid. Marked with the letter S."),
)  # fmt: skip
MSP_TYPE = Entry(
    "msp_type", _("Why Medicare pays second"), testids.PLAN_MSP_TYPE,
    _("Medicare refuses a claim without the right reason. Ask the client which of these is true."), wide=True,
)  # fmt: skip

RELATIONSHIPS = (("self", _("Self")), ("spouse", _("Spouse")), ("child", _("Child")), ("other", _("Other")))
MSP_TYPES = (
    ("12", _("65 or older, and works (or the spouse does): plan of an employer with 20 or more people")),
    ("13", _("Kidney failure, in its first 30 months, with an employer’s plan")),
    ("14", _("After an accident: car or no-fault insurance pays first")),
    ("15", _("Hurt at work: workers’ compensation pays first")),
    ("16", _("Public Health Service or another federal agency pays first")),
    ("41", _("Black lung program pays first")),
    ("42", _("Veterans Affairs pays first")),
    ("43", _("Under 65 and disabled: plan of an employer with 100 or more people")),
    ("47", _("Somebody else’s liability insurance pays first")),
)
"""Insurance type codes of 005010X222A1, SBR05; the words are ours."""


def plan_form(
    view: PlanFormView | rx.Var[PlanFormView], payers: Any, *, on_submit: Any, on_card_front: Any, on_card_back: Any,
    on_check: Any = None,
) -> rx.Component:  # fmt: skip
    """The dialog `testids.PLAN_DIALOG`. `payers`: a list of Option (or a Var of it), or the name of an option_list.

    `on_submit(form)` and, after a refusal, `on_check(form)` whenever a field was changed. `form` has the names of the
    entries above and in subscriber_fields; `payer` is an option's value, or "new:" and a name; `payer_query` is what
    stands in the box; checkboxes are "on" or missing. `on_card_front(files)`, `on_card_back(files)` as for rx.upload.
    """
    view = rx.Var.create(view)
    adding = view.plan_id == ""
    title = rx.cond(adding, _("Add Insurance Plan"), _("Edit Insurance Plan"))
    submit = rx.cond(adding, _("Add Insurance Plan"), _("Save changes"))
    frame = Frame(
        testids.PLAN_DIALOG, title, view.client, key=view.key, discard=_("Discard this plan?"), narrow=True,
        body_label=_("Insurance plan"),
    )  # fmt: skip
    form = rx.el.form(
        _plan_fields(view, payers),
        subscriber_fields(view),
        _rank_fields(view),
        card_upload("front", view.card_front, on_card_front),
        card_upload("back", view.card_back, on_card_back),
        rx.el.input(type="hidden", name="plan_id", default_value=view.plan_id),
        id=FORM, class_name="pf plan-form", no_validate=True, on_submit=on_submit, key=view.key,
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
            cancel_button(testids.PLAN_DIALOG, testids.PLAN_CANCEL),
            submit_button(submit, rx.cond(adding, _("Adding…"), _("Saving…")), FORM, testids.PLAN_SUBMIT),
        ),
    )


def _plan_fields(view: Any, payers: Any) -> rx.Component:
    return rx.fragment(
        combobox_field(
            PAYER, view.payer, view.errors, options=payers, text=view.payer_text, list_label=_("Payers"),
            none=_("No payer matches “{q}”."), adds=_("Add “{q}” as a new payer"), option_test_id=testids.PAYER_OPTION,
        ),
        rx.el.p(NEW_PAYER, class_name="help full when-new-payer", role="status"),
        text_field(NAME, view.name, view.errors),
        text_field(MEMBER_ID, view.member_id, view.errors),
        text_field(GROUP, view.group_number, view.errors),
        money_field(COPAY, view.copay, view.errors),
        select_field(RELATIONSHIP, view.relationship, view.errors, RELATIONSHIPS),
    )  # fmt: skip


def _rank_fields(view: Any) -> rx.Component:
    first = rx.cond(view.no_primary, rx.el.p(_("Add the primary plan first.")))
    return rx.fragment(
        date_field(EFFECTIVE, view.effective, view.errors),
        date_field(ENDS, view.ends, view.errors),
        check_field(SECONDARY, view.secondary, view.errors, first),
        rx.el.div(
            select_field(MSP_TYPE, view.msp_type, view.errors, MSP_TYPES, blank=_("Choose a reason")),
            class_name="full when-medicare-second",
        ),
    )
