"""One adjustment: group, reason, amount, and what it means in plain words."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.combobox import combobox
from mbp_claims.ui.field import Errors, message, money_input, sentence
from mbp_claims.words import _

GROUPS = (
    ("CO", _("Contractual")),
    ("PR", _("Patient responsibility")),
    ("OA", _("Other adjustment")),
    ("PI", _("Payer initiated")),
)
SHORT = {"PR": _("Patient resp.")}
"""Where the words do not fit the closed box."""


@dataclass(frozen=True)
class RowEvents:
    """What a person does in the rows of one form. Values are text as typed.

    `on_group(row_id, value)`, `on_reason(row_id, value)`, `on_amount(row_key, value)` (a quarter of a second after the
    last key, and when the field is left), `on_remove(row_id)`, `on_restore(row_id)`, `on_remaining(row_id)`,
    `on_add(line_key)`, `on_undo(line_key)`, `on_paid(line_key, value)`.
    """

    on_group: Any
    on_reason: Any
    on_amount: Any
    on_remove: Any
    on_restore: Any
    on_remaining: Any
    on_add: Any
    on_undo: Any
    on_paid: Any


@dataclass(frozen=True)
class RowScope:
    """What all rows of a form share: a prefix for ids, the name of the option_list of reasons, errors, events."""

    prefix: str
    reasons: str
    errors: Errors
    events: RowEvents


def adjustment_row(row: Any, scope: RowScope) -> rx.Component:
    """An AdjustmentRow; its inputs submit as `group-<id>`, `reason-<id>`, `amount-<id>`."""
    return rx.el.div(
        _group(row, scope),
        _reason(row, scope),
        _amount(row, scope),
        rx.el.button(
            rx.icon("trash-2"), type="button", class_name="iconbtn",
            aria_label=_("Remove adjustment {number}", number=row.number),
            on_click=scope.events.on_remove(row.id), data_testid=testids.adjustment_remove(row.line, row.place),
            custom_attrs={"data-removes": ""},
        ),
        rx.cond(row.meaning != "", rx.el.p(row.meaning, class_name="hint")),
        *(message(sentence(scope.errors, _name(part, row)), _error_id(part, row, scope)) for part in _PARTS),
        _era_said(row, scope.events),
        _remaining(row, scope.events),
        role="group",
        aria_label=_("Adjustment {number}", number=row.number),
        class_name="adj r",
        data_testid=testids.adjustment(row.line, row.place),
        custom_attrs={"data-row": row.id},
        key=row.key,
    )  # fmt: skip


_PARTS = ("group", "reason", "amount")


def _name(part: str, row: Any) -> Any:
    return f"{part}-{row.id}"


def _error_id(part: str, row: Any, scope: RowScope) -> Any:
    return f"{scope.prefix}-{part}-{row.id}-error"


def _wrong(part: str, row: Any, scope: RowScope) -> rx.Var[bool]:
    return sentence(scope.errors, _name(part, row)) != ""


def _said(part: str, row: Any, scope: RowScope) -> dict[str, Any]:
    wrong = _wrong(part, row, scope)
    return {
        "aria_invalid": rx.cond(wrong, "true", "false"),
        "aria_describedby": rx.cond(wrong, _error_id(part, row, scope), ""),
    }


def _group(row: Any, scope: RowScope) -> rx.Component:
    return rx.el.div(
        rx.el.select(
            rx.el.option(_("Choose"), value=""),
            *(rx.el.option(f"{code} {words}", value=code) for code, words in GROUPS),
            name=_name("group", row), default_value=row.group, class_name="field",
            aria_label=_("Group code, adjustment {number}", number=row.number),
            on_change=lambda value: scope.events.on_group(row.id, value),
            data_testid=testids.adjustment_group(row.line, row.place), **_said("group", row, scope),
        ),
        *(
            rx.el.span(rx.el.b(code), SHORT.get(code, words), class_name=f"shown of-{code}", aria_hidden="true")
            for code, words in GROUPS
        ),
        rx.icon("chevrons-up-down"),
        class_name="pick",
    )  # fmt: skip


def _reason(row: Any, scope: RowScope) -> rx.Component:
    wrong = _wrong("reason", row, scope)
    return combobox(
        id=f"{scope.prefix}-reason-{row.id}", name=_name("reason", row), list_name=scope.reasons, value=row.reason,
        label=_("Reason code, adjustment {number}", number=row.number), list_label=_("Reason codes"), lead=row.group,
        coded=True,
        none=_("No reason code matches “{q}”."), invalid=wrong,
        described_by=rx.cond(wrong, _error_id("reason", row, scope), ""),
        test_id=testids.adjustment_reason(row.line, row.place),
        on_pick=lambda value: scope.events.on_reason(row.id, value),
    )  # fmt: skip


def _amount(row: Any, scope: RowScope) -> rx.Component:
    return money_input(
        row.amount, name=_name("amount", row), aria_label=_("Amount, adjustment {number}", number=row.number),
        on_change=lambda value: scope.events.on_amount(row.key, value).debounce(250),
        on_blur=lambda value: scope.events.on_amount(row.key, value),
        data_testid=testids.adjustment_amount(row.line, row.place), **_said("amount", row, scope),
    )  # fmt: skip


def _era_said(row: Any, events: RowEvents) -> rx.Component:
    restore = rx.el.button(
        rx.icon("undo-2"), _("Restore"), type="button", class_name="btn ghost sm", on_click=events.on_restore(row.id),
        aria_label=_("Restore adjustment {number}", number=row.number),
        data_testid=testids.adjustment_restore(row.line, row.place),
        custom_attrs={"data-refills": _name("amount", row)},
    )  # fmt: skip
    return rx.cond(row.era_said != "", rx.el.p(rx.icon("info"), row.era_said, restore, class_name="said"))


def _remaining(row: Any, events: RowEvents) -> rx.Component:
    return rx.cond(
        row.remaining != "",
        rx.el.p(
            rx.el.button(
                _("Use remaining {remaining}", remaining=row.remaining), type="button", class_name="btn ghost sm",
                on_click=events.on_remaining(row.id), data_testid=testids.adjustment_remainder(row.line, row.place),
                custom_attrs={"data-refills": _name("amount", row)},
            ),
            class_name="said",
        ),
    )  # fmt: skip
