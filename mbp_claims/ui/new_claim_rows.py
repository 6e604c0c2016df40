"""The rows of a new claim: up to twelve diagnoses, up to fifty service lines."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.combobox import combobox_field
from mbp_claims.ui.field import Entry, date_field, message, money_field, select_field, sentence, text_field
from mbp_claims.words import _


@dataclass(frozen=True)
class NewClaimLists:
    """Names of the option_lists of procedures and diagnoses, and the places of service (pairs of code and words)."""

    procedures: str
    diagnoses: str
    places: tuple[tuple[str, str], ...]


def diagnosis_rows(view: Any, lists: NewClaimLists, events: Any) -> rx.Component:
    """The diagnoses, numbered as the lines point at them."""
    return rx.el.fieldset(
        rx.el.legend(_("Diagnoses")),
        rx.el.div(rx.foreach(view.diagnoses, lambda row: _diagnosis(row, view.errors, lists, events)), class_name="pf"),
        rx.cond(
            view.diagnoses.length() < 12,
            _add(_("Add diagnosis"), events.on_add_diagnosis, testids.NEW_CLAIM_ADD_DIAGNOSIS),
        ),
        class_name="rows-of",
        custom_attrs={"data-rows": ""},
    )


def _diagnosis(row: Any, errors: Any, lists: NewClaimLists, events: Any) -> rx.Component:
    entry = Entry(f"diagnosis-{row.id}", _("Diagnosis {number}", number=row.number), testids.new_diagnosis(row.id))
    return rx.el.div(
        combobox_field(
            entry, row.code, errors, options=lists.diagnoses, list_label=_("Diagnosis codes"), coded=True, free=True,
            none=_("“{q}” is not on our short list. It is taken as typed."),
        ),
        _remove(_("Remove diagnosis {number}", number=row.number), events.on_remove_diagnosis(row.id)),
        class_name="removable",
        custom_attrs={"data-row": row.id},
        key=row.id,
    )  # fmt: skip


def line_rows(view: Any, lists: NewClaimLists, events: Any) -> rx.Component:
    """The service lines."""
    return rx.el.div(
        message(sentence(view.errors, "lines"), "new-claim-lines-error"),
        rx.foreach(view.lines, lambda row: _line(row, view.errors, lists, events)),
        rx.cond(view.lines.length() < 50, _add(_("Add service line"), events.on_add_line, testids.NEW_CLAIM_ADD_LINE)),
        class_name="lines",
        custom_attrs={"data-rows": "", "data-field": "lines"},
    )


def _line(row: Any, errors: Any, lists: NewClaimLists, events: Any) -> rx.Component:
    def entry(name: str, label: str, **more: Any) -> Entry:
        return Entry(f"{name}-{row.id}", label, testids.new_line_field(name, row.id), **more)

    return rx.el.section(
        rx.el.div(
            rx.el.h3(_("Service line {number}", number=row.number)),
            _remove(_("Remove service line {number}", number=row.number), events.on_remove_line(row.id)),
            class_name="lh",
        ),
        rx.el.div(
            combobox_field(
                entry("procedure", _("Procedure code")), row.procedure, errors, options=lists.procedures,
                list_label=_("Procedure codes"), coded=True, free=True,
                none=_("“{q}” is not on our short list. It is taken as typed."),
            ),
            text_field(
                entry("modifiers", _("Modifiers"), help=_("Up to 4, like 95 HO"), optional=True), row.modifiers, errors
            ),
            text_field(entry("units", _("Units")), row.units, errors, input_mode="numeric"),
            money_field(
                entry("charge", _("Charge")), row.charge, errors,
                on_change=lambda value: events.on_charge(row.id, value).debounce(250),
                on_blur=lambda value: events.on_charge(row.id, value),
            ),
            text_field(entry("pointers", _("Diagnoses"), help=_("Their numbers, like 1 2")), row.pointers, errors),
            select_field(
                entry("place", _("Place of service"), optional=True), row.place, errors,
                (("", _("As above")), *lists.places)
            ),
            date_field(entry("date", _("Own date"), optional=True), row.date, errors),
            class_name="pf three",
        ),
        aria_label=_("Service line {number}", number=row.number),
        class_name="line new-line",
        data_testid=testids.new_line(row.id),
        custom_attrs={"data-row": row.id},
        key=row.id,
    )  # fmt: skip


def _add(words: str, on_add: Any, test_id: str) -> rx.Component:
    return rx.el.button(
        rx.icon("plus"), words, type="button", class_name="btn ghost sm", on_click=on_add, data_testid=test_id,
        custom_attrs={"data-adds": ""},
    )  # fmt: skip


def _remove(words: Any, on_remove: Any) -> rx.Component:
    return rx.el.button(
        rx.icon("trash-2"), type="button", class_name="iconbtn", aria_label=words, on_click=on_remove,
        custom_attrs={"data-removes": ""},
    )  # fmt: skip
