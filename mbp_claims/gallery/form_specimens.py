"""Forms and dialogs in each of their states, drawn from the cast of Rowan Ellis (R-0412)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import form_cast as cast
from mbp_claims.ui.adjustment_form import adjustment_form, era_banner, lines, total_bar
from mbp_claims.ui.adjustment_line import adjustment_line
from mbp_claims.ui.adjustment_row import RowEvents, RowScope, adjustment_row
from mbp_claims.ui.balance_bar import balance_bar
from mbp_claims.ui.client_form import client_form
from mbp_claims.ui.combobox import combobox_field, option_list
from mbp_claims.ui.complete_form import complete_form
from mbp_claims.ui.dialog import Frame, alert_dialog, cancel_button, dialog, discard_alert, foot, opens, safe_button
from mbp_claims.ui.field import (
    Entry,
    check_field,
    date_field,
    error_summary,
    failure_note,
    money_field,
    select_field,
    submit_button,
    text_field,
)
from mbp_claims.ui.new_claim_form import NewClaimEvents, new_claim_form
from mbp_claims.ui.new_claim_rows import NewClaimLists
from mbp_claims.ui.plan_alerts import delete_plan_alert, end_plan_dialog
from mbp_claims.ui.plan_form import plan_form
from mbp_claims.ui.plan_list import plan_card, plan_list

FormSpecimen = tuple[str, str, Callable[[], rx.Component]]

REASONS, PROCEDURES, DIAGNOSES = "reasons", "procedures", "diagnoses"


def _said(name: str) -> Any:
    """A callback that only says it was called."""
    return lambda *values: rx.console_log(name)


ROWS = RowEvents(*(_said(f"rows.{name}") for name in RowEvents.__dataclass_fields__))
CLAIM = NewClaimEvents(*(rx.console_log(f"new_claim.{name}") if name.startswith("on_add") or name in ("on_date", "on_submit")
                         else _said(f"new_claim.{name}") for name in NewClaimEvents.__dataclass_fields__))  # fmt: skip
LISTS = NewClaimLists(PROCEDURES, DIAGNOSES, cast.PLACES)
CARD = {name: _said(f"plan.{name}") for name in ("on_edit", "on_end", "on_inactive", "on_delete")}
LIST = CARD | {"on_promote": _said("plans.on_promote")} | {
    name: rx.console_log(f"plans.{name}") for name in ("on_add", "on_offer", "on_retry")
}  # fmt: skip
NO_ERRORS: dict[str, str] = {}
WRONG = {"member_id": "Enter the member ID", "copay": "Copay must be an amount, like 25.00"}


def _opened(dialog_id: str, component: rx.Component) -> rx.Component:
    """The dialog, opened as soon as it is there, and the button that opens it again."""
    return rx.el.div(
        option_list(REASONS, cast.REASONS, cast.USUAL),
        option_list(PROCEDURES, cast.PROCEDURES),
        option_list(DIAGNOSES, cast.DIAGNOSES),
        rx.el.button("Open", type="button", class_name="btn", custom_attrs=opens(dialog_id)),
        component,
        on_mount=rx.call_script(f"mbp.open('{dialog_id}')"),
    )


def _file(view: Any) -> Callable[[], rx.Component]:
    return lambda: _opened(testids.FILE_CLAIM_DIALOG, adjustment_form(
        view, REASONS, ROWS, on_submit=rx.console_log("file.on_submit"), on_use_era=rx.console_log("file.on_use_era"),
    ))  # fmt: skip


def _plan(view: Any) -> Callable[[], rx.Component]:
    return lambda: _opened(testids.PLAN_DIALOG, plan_form(
        view, cast.PAYERS, on_submit=rx.console_log("plan.on_submit"), on_check=_said("plan.on_check"),
        on_card_front=_said("plan.on_card_front"), on_card_back=_said("plan.on_card_back"),
    ))  # fmt: skip


def _client(view: Any) -> Callable[[], rx.Component]:
    return lambda: _opened(testids.CLIENT_DIALOG, client_form(view, on_submit=rx.console_log("client.on_submit")))


def _new_claim(view: Any) -> Callable[[], rx.Component]:
    return lambda: _opened(testids.NEW_CLAIM_DIALOG, new_claim_form(view, LISTS, CLAIM))


def _complete(view: Any) -> Callable[[], rx.Component]:
    return lambda: _opened(
        testids.COMPLETE_DIALOG, complete_form(view, REASONS, ROWS, on_submit=rx.console_log("complete.on_submit"))
    )


def _delete(view: Any) -> Callable[[], rx.Component]:
    return lambda: _opened(testids.PLAN_DELETE_ALERT, delete_plan_alert(
        view, on_delete=_said("plan.on_delete"), on_remove_secondary=_said("plan.on_remove_secondary")
    ))  # fmt: skip


def _end(view: Any) -> Callable[[], rx.Component]:
    return lambda: _opened(testids.PLAN_END_DIALOG, end_plan_dialog(view, on_submit=rx.console_log("plan.on_submit")))


def _plans(view: Any) -> Callable[[], rx.Component]:
    return lambda: plan_list(view, **LIST)


def _row(row: Any, errors: dict[str, str]) -> Callable[[], rx.Component]:
    scope = RowScope("specimen", REASONS, errors, ROWS)
    return lambda: rx.el.div(option_list(REASONS, cast.REASONS, cast.USUAL), adjustment_row(rx.Var.create(row), scope))


def _line(line: Any) -> Callable[[], rx.Component]:
    scope = RowScope("specimen", REASONS, NO_ERRORS, ROWS)
    return lambda: rx.el.div(
        option_list(REASONS, cast.REASONS, cast.USUAL),
        adjustment_line(rx.Var.create(line), scope, alone=False, adjusts=True),
    )


def _lines(view: Any) -> rx.Component:
    scope = RowScope("specimen", REASONS, NO_ERRORS, ROWS)
    return rx.el.div(option_list(REASONS, cast.REASONS, cast.USUAL), lines(rx.Var.create(view), scope, True))


def _combobox(**props: Any) -> Callable[[], rx.Component]:
    entry = Entry("payer", "Payer", testids.PLAN_PAYER, "Search by name or payer ID")
    value = props.pop("value", "")
    errors = props.pop("errors", NO_ERRORS)
    return lambda: combobox_field(
        entry, value, errors, options=cast.PAYERS, list_label="Payers", none="No payer matches “{q}”.",
        adds="Add “{q}” as a new payer", option_test_id=testids.PAYER_OPTION, **props,
    )  # fmt: skip


MEMBER = Entry("member_id", "Member ID", testids.PLAN_MEMBER_ID)
COPAY = Entry("copay", "Copay", testids.PLAN_COPAY, optional=True)
EFFECTIVE = Entry("effective", "Effective date", testids.PLAN_EFFECTIVE)
RELATION = Entry("relationship", "Client’s relationship to subscriber", testids.PLAN_RELATIONSHIP)
SECONDARY = Entry("secondary", "Secondary", testids.PLAN_SECONDARY, "Billed after the primary plan has paid.")


def _framed() -> rx.Component:
    frame = Frame("specimen-dialog", "Title", "Subtitle", "S", discard="Discard this plan?", narrow=True)
    return _opened(frame.id, dialog(frame, rx.el.p("What the dialog holds."), foot(
        cancel_button(frame.id, testids.PLAN_CANCEL), submit_button("Save", "Saving…", "none", testids.PLAN_SUBMIT)
    )))  # fmt: skip


def _alert() -> rx.Component:
    keep = safe_button("Keep plan", "specimen-alert")
    return _opened("specimen-alert", alert_dialog("specimen-alert", "Delete the Cigna plan?", keep, body="It goes."))


def _discard() -> rx.Component:
    return _opened(testids.discard("specimen"), discard_alert("specimen", "Discard this plan?"))


SPECIMENS: tuple[FormSpecimen, ...] = (
    ("plan_card", "primary", lambda: plan_card(cast.AETNA, **CARD)),
    ("plan_card", "secondary", lambda: plan_card(cast.CIGNA, **CARD)),
    ("plan_card", "ended", lambda: plan_card(cast.ENDED, **CARD)),
    (
        "plan_card",
        "ending-soon",
        lambda: plan_card(replace(cast.AETNA, status="Ends in 12 days", tone="warning", icon="clock"), **CARD),
    ),
    (
        "plan_card",
        "starts-later",
        lambda: plan_card(
            replace(cast.CIGNA, badge="", status="Starts 01/01/2027", tone="neutral", icon="clock"), **CARD
        ),
    ),
    (
        "plan_card",
        "long-names",
        lambda: plan_card(
            replace(
                cast.AETNA,
                payer="Northern Counties Cooperative Health & Benefit Association",
                name="Comprehensive Preferred Provider Organization, Gold 1500",
                member_id="ZZK-8841-00293-7718-A",
            ),
            **CARD,
        ),
    ),
    ("plan_list", "both", _plans(cast.PLANS)),
    ("plan_list", "none", _plans(replace(cast.PLANS, active=[], past=[]))),
    ("plan_list", "loading", _plans(replace(cast.PLANS, active=[], past=[], loading=True))),
    ("plan_list", "failed", _plans(replace(cast.PLANS, active=[], past=[], failed=True))),
    (
        "plan_list",
        "primary-ended",
        _plans(
            replace(
                cast.PLANS,
                question="Aetna ended 06/30/2026. Is Cigna the primary now?",
                question_yes="Make Cigna the primary",
                question_plan="2",
            )
        ),
    ),
    (
        "plan_list",
        "offer",
        _plans(
            replace(
                cast.PLANS,
                offer="3 completed claims are covered by Cigna. Make their secondary claims?",
                offer_yes="Make 3 secondary claims",
            )
        ),
    ),
    ("plan_form", "add", _plan(cast.BLANK)),
    ("plan_form", "errors", _plan(cast.TYPED)),
    ("plan_form", "edit", _plan(cast.SPOUSE)),
    ("plan_form", "medicare-second", _plan(cast.MEDICARE)),
    ("delete_plan_alert", "blocked", _delete(cast.BLOCKED)),
    ("delete_plan_alert", "delete", _delete(cast.DELETE)),
    ("end_plan_dialog", "today", _end(cast.END)),
    ("end_plan_dialog", "error", _end(cast.END_WRONG)),
    ("adjustment_form", "ready", _file(cast.READY)),
    ("adjustment_form", "off", _file(cast.OFF)),
    ("adjustment_form", "no-era", _file(cast.TYPING)),
    ("adjustment_form", "era-arrived", _file(replace(cast.TYPING, banner=cast.ARRIVED, errors={}))),
    ("adjustment_form", "several-lines", _file(cast.SEVERAL)),
    ("adjustment_form", "primary", _file(cast.PRIMARY)),
    ("complete_form", "typed", _complete(cast.EOB)),
    ("complete_form", "later", _complete(replace(cast.EOB, later=True))),
    ("new_claim_form", "session", _new_claim(cast.SESSION)),
    ("new_claim_form", "errors", _new_claim(cast.SESSION_WRONG)),
    ("client_form", "add", _client(cast.NEW_CLIENT)),
    ("client_form", "error", _client(cast.ROWAN)),
    ("adjustment_row", "empty", _row(replace(cast.EMPTY_ROW, remaining=""), NO_ERRORS)),
    ("adjustment_row", "remaining", _row(cast.EMPTY_ROW, NO_ERRORS)),
    ("adjustment_row", "filled", _row(cast.WRITE_OFF, NO_ERRORS)),
    ("adjustment_row", "edited", _row(cast.EDITED, NO_ERRORS)),
    ("adjustment_row", "error", _row(cast.EMPTY_ROW, {"amount-3": "Enter an amount for adjustment 3"})),
    ("adjustment_line", "balanced", _line(cast.LINE)),
    ("lines", "several", lambda: _lines(cast.SEVERAL)),
    ("total_bar", "short", lambda: total_bar(rx.Var.create(cast.SEVERAL))),
    ("balance_bar", "balanced", lambda: balance_bar(cast.BALANCED, testids.balance(1))),
    ("balance_bar", "short", lambda: balance_bar(cast.SHORT, testids.balance(1))),
    ("balance_bar", "over", lambda: balance_bar(cast.OVER, testids.balance(1))),
    ("era_banner", "era", lambda: era_banner(cast.FROM_ERA, rx.noop())),
    ("era_banner", "none", lambda: era_banner(cast.NO_ERA, rx.noop())),
    ("era_banner", "arrived", lambda: era_banner(cast.ARRIVED, rx.noop())),
    ("combobox_field", "closed", _combobox()),
    ("combobox_field", "chosen", _combobox(value="2")),
    ("combobox_field", "error", _combobox(errors={"payer": "Choose a payer"})),
    ("text_field", "empty", lambda: text_field(MEMBER, "", NO_ERRORS)),
    ("text_field", "error", lambda: text_field(MEMBER, "", WRONG)),
    ("money_field", "filled", lambda: money_field(COPAY, "25.00", NO_ERRORS)),
    ("money_field", "error", lambda: money_field(COPAY, "25.001", WRONG)),
    ("date_field", "filled", lambda: date_field(EFFECTIVE, "07/01/2026", NO_ERRORS)),
    (
        "select_field",
        "chosen",
        lambda: select_field(RELATION, "spouse", NO_ERRORS, (("self", "Self"), ("spouse", "Spouse"))),
    ),
    ("check_field", "checked", lambda: check_field(SECONDARY, True, NO_ERRORS)),
    ("error_summary", "two", lambda: error_summary(WRONG, testids.ERROR_SUMMARY)),
    ("failure_note", "failed", lambda: failure_note("The plan was not saved. Your entries are still here.", "none")),
    ("submit_button", "idle", lambda: submit_button("Submit", "Submitting…", "none", testids.FILE_SUBMIT)),
    ("dialog", "open", _framed),
    ("alert_dialog", "open", _alert),
    ("discard_alert", "open", _discard),
)
