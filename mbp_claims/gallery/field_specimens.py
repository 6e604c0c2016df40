"""The parts that forms and dialogs are made of."""

from collections.abc import Callable
from functools import partial

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import form_cast as cast
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.gallery.staged import NO_ERRORS, REASONS, choices, opened, said
from mbp_claims.ui.combobox import combobox, combobox_field, option_list
from mbp_claims.ui.dialog import Frame, alert_dialog, cancel_button, dialog, discard_alert, foot, safe_button
from mbp_claims.ui.field import (
    Entry,
    check_field,
    date_field,
    described,
    field,
    message,
    money_field,
    money_input,
    optional,
    select_field,
    sentence,
    text_field,
)
from mbp_claims.ui.submission import check_button, error_summary, failure_note, submit_button

WRONG = {
    "payer": "Choose a payer",
    "member_id": "Enter the member ID",
    "copay": "Copay must be an amount, like 25.00",
    "effective": "Effective date must be a real date, like 07/01/2026",
    "secondary": "There must be an active primary plan to enter a secondary plan.",
}
PAYER = Entry("payer", "Payer", testids.PLAN_PAYER, "Search by name or payer ID")
MEMBER = Entry("member_id", "Member ID", testids.PLAN_MEMBER_ID)
COPAY = Entry("copay", "Copay", testids.PLAN_COPAY, optional=True)
EFFECTIVE = Entry("effective", "Effective date", testids.PLAN_EFFECTIVE)
RELATION = Entry("relationship", "Client’s relationship to subscriber", testids.PLAN_RELATIONSHIP)
SECONDARY = Entry("secondary", "Secondary", testids.PLAN_SECONDARY, "Billed after the primary plan has paid.")
FRAME = Frame("specimen-dialog", "Add Insurance Plan", "Rowan Ellis", "S", discard="Discard this plan?", narrow=True)


def _payer(value: str, errors: dict[str, str]) -> Callable[[], rx.Component]:
    return lambda: combobox_field(
        PAYER, value, errors, options=cast.PAYERS, list_label="Payers", none="No payer matches “{q}”.",
        adds="Add “{q}” as a new payer", option_test_id=testids.PAYER_OPTION,
    )  # fmt: skip


def _reason() -> rx.Component:
    box = combobox(
        id="reason", name="reason", list_name=REASONS, value="45", label="Reason code", list_label="Reason codes",
        none="No reason code matches “{q}”.", coded=True,
    )  # fmt: skip
    return rx.el.div(choices(), box)


def _summary() -> rx.Component:
    return error_summary(WRONG, testids.ERROR_SUMMARY)


def _failure() -> rx.Component:
    return failure_note("The plan was not saved. Your entries are still here.", "none")


def _select() -> rx.Component:
    return select_field(RELATION, "spouse", NO_ERRORS, (("self", "Self"), ("spouse", "Spouse")))


def _dialog() -> rx.Component:
    return opened(FRAME.id, dialog(FRAME, text_field(MEMBER, "U7741 05528", NO_ERRORS), _foot()))


def _foot() -> rx.Component:
    submit = submit_button("Submit", "Submitting…", "none", testids.PLAN_SUBMIT)
    return foot(cancel_button(FRAME.id, testids.PLAN_CANCEL), submit, total="Cigna will be billed $23.20")


def _alert() -> rx.Component:
    keep = safe_button("Keep plan", "specimen-alert")
    return opened("specimen-alert", alert_dialog("specimen-alert", "Delete the Cigna plan?", keep, body="It goes."))


def _discard() -> rx.Component:
    return opened(testids.discard("specimen"), discard_alert("specimen", "Discard this plan?"))


def _bare(errors: dict[str, str]) -> Callable[[], rx.Component]:
    return lambda: field(MEMBER, errors, rx.el.input(class_name="field", **described(MEMBER, errors)))


SPECIMENS: tuple[Specimen, ...] = (
    Specimen("combobox_field", "closed", _payer("", NO_ERRORS)),
    Specimen("combobox_field", "chosen", _payer("2", NO_ERRORS)),
    Specimen("combobox_field", "error", _payer("", WRONG)),
    Specimen("combobox", "reason", _reason),
    Specimen("option_list", "draws-nothing", partial(option_list, REASONS, cast.REASONS)),
    Specimen("field", "plain", _bare(NO_ERRORS)),
    Specimen("field", "error", _bare(WRONG)),
    Specimen("optional", "word", partial(optional)),
    Specimen("message", "error", lambda: message(sentence(WRONG, "copay"), "specimen-error")),
    Specimen("text_field", "empty", partial(text_field, MEMBER, "", NO_ERRORS)),
    Specimen("text_field", "error", partial(text_field, MEMBER, "", WRONG)),
    Specimen("money_field", "filled", partial(money_field, COPAY, "25.00", NO_ERRORS)),
    Specimen("money_field", "error", partial(money_field, COPAY, "25.001", WRONG)),
    Specimen("money_input", "largest", lambda: money_input("1234567.89", aria_label="Amount")),
    Specimen("date_field", "filled", partial(date_field, EFFECTIVE, "07/01/2026", NO_ERRORS)),
    Specimen("date_field", "error", partial(date_field, EFFECTIVE, "13/01/2026", WRONG)),
    Specimen("select_field", "chosen", _select),
    Specimen("check_field", "checked", partial(check_field, SECONDARY, True, NO_ERRORS)),
    Specimen("check_field", "error", partial(check_field, SECONDARY, True, WRONG)),
    Specimen("error_summary", "five", _summary),
    Specimen("failure_note", "failed", _failure),
    Specimen("submit_button", "idle", partial(submit_button, "Submit", "Submitting…", "none", testids.FILE_SUBMIT)),
    Specimen("check_button", "unseen", lambda: check_button(said("on_check"), "none")),
    Specimen("cancel_button", "idle", partial(cancel_button, FRAME.id, testids.PLAN_CANCEL)),
    Specimen("safe_button", "idle", partial(safe_button, "Keep plan", "specimen-alert")),
    Specimen("foot", "with-sum", _foot),
    Specimen("dialog", "open", _dialog),
    Specimen("alert_dialog", "open", _alert),
    Specimen("discard_alert", "open", _discard),
)
