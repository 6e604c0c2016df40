"""Fields of a form: a label that stays, help, the error beside it, the input. Inputs keep their own text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx

from mbp_claims.words import _

Errors = Mapping[str, str] | rx.Var[dict[str, str]]
KEPT_NOTE: dict[str, Any] = {"aria_live": "polite", "class_name": "kept", "custom_attrs": {"data-kept": ""}}
"""Props of the paragraph in which assets/kept.js says that what was half typed is back."""


@dataclass(frozen=True)
class Entry:
    """One field: the name it is submitted under, its label, and its test id, which is its DOM id too.

    `wide` takes the whole width of the form, `start` begins a new row.
    """

    name: str
    label: str
    test_id: str
    help: str = ""
    optional: bool = False
    wide: bool = False
    start: bool = False


def sentence(errors: Errors, name: Any) -> rx.Var[str]:
    """What is wrong with the field of that name, or ""."""
    return rx.Var.create(errors).to(dict[str, str]).get(name, "").to(str)


def field(entry: Entry, errors: Errors, control: rx.Component) -> rx.Component:
    """Label, help, error and control of one field; the control brings its own id and `described` props."""
    said = sentence(errors, entry.name)
    width = " full" if entry.wide else " start" if entry.start else ""
    return rx.el.div(
        rx.el.label(
            entry.label, optional() if entry.optional else None, html_for=entry.test_id, id=f"{entry.test_id}-label"
        ),
        rx.el.p(entry.help, class_name="help", id=f"{entry.test_id}-help") if entry.help else None,
        message(said, f"{entry.test_id}-error"),
        control,
        class_name=rx.cond(said != "", f"entry err{width}", f"entry{width}"),
    )


def optional() -> rx.Component:
    """The word after a label."""
    return rx.el.span(_(" (optional)"), class_name="opt")


def message(said: rx.Var[str], element_id: Any) -> rx.Component:
    """The error beside a field; nothing while there is none."""
    return rx.cond(said != "", rx.el.p(rx.icon("circle-alert"), said, class_name="msg", id=element_id))


def described(entry: Entry, errors: Errors, mark: str = "") -> dict[str, Any]:
    """What an input says about itself: id, name, and whether and why it is wrong; `mark` is for mbp.js.

    The id goes past Reflex, which would submit the field a second time under it.
    """
    said = sentence(errors, entry.name)
    helped = f"{entry.test_id}-help" if entry.help else ""
    return {
        "custom_attrs": {"id": entry.test_id} | ({mark: ""} if mark else {}),
        "name": entry.name,
        "data_testid": entry.test_id,
        "aria_invalid": rx.cond(said != "", "true", "false"),
        "aria_describedby": rx.cond(said != "", f"{helped} {entry.test_id}-error".strip(), helped),
    }


def text_field(entry: Entry, value: Any, errors: Errors, mark: str = "", **attributes: Any) -> rx.Component:
    """A line of text."""
    return field(entry, errors, rx.el.input(
        type="text", class_name="field", default_value=value, auto_complete="off",
        **described(entry, errors, mark), **attributes,
    ))  # fmt: skip


def area_field(entry: Entry, value: Any, errors: Errors, rows: str, **attributes: Any) -> rx.Component:
    """A few lines of text."""
    return field(entry, errors, rx.el.textarea(
        class_name="field", default_value=value, auto_complete="off", rows=rows, **described(entry, errors),
        **attributes,
    ))  # fmt: skip


def date_field(entry: Entry, value: Any, errors: Errors, **attributes: Any) -> rx.Component:
    """A typed date, rewritten to MM/DD/YYYY when left."""
    return text_field(entry, value, errors, mark="data-date", input_mode="numeric", **attributes)


def money_field(entry: Entry, value: Any, errors: Errors, **attributes: Any) -> rx.Component:
    """An amount, rewritten to 23.20 when left."""
    return field(entry, errors, money_input(value, **described(entry, errors, MONEY), **attributes))


MONEY = "data-money"


def money_input(value: Any, **attributes: Any) -> rx.Component:
    """The amount with its dollar sign outside the value."""
    attributes.setdefault("custom_attrs", {MONEY: ""})
    return rx.el.div(
        rx.el.span("$", aria_hidden="true"),
        rx.el.input(
            type="text", default_value=value, input_mode="decimal", auto_complete="off", **attributes,
        ),
        class_name="field money",
    )  # fmt: skip


def select_field(entry: Entry, value: Any, errors: Errors, options: Any, blank: str = "") -> rx.Component:
    """One of a few choices. `options` are pairs of value and words, or a list of Option; `blank` asks to choose."""
    control = rx.el.select(
        rx.el.option(blank, value="") if blank else None, *choices(options),
        class_name="field", default_value=value, **described(entry, errors),
    )  # fmt: skip
    return field(entry, errors, control)


def choices(options: Any) -> list[rx.Component]:
    """The options of a select."""
    if isinstance(options, Sequence) and all(isinstance(option, tuple) for option in options):
        return [rx.el.option(words, value=value) for value, words in options]
    return [rx.foreach(options, lambda option: rx.el.option(option.label, value=option.value))]


def check_field(entry: Entry, checked: Any, errors: Errors, *below: rx.Component) -> rx.Component:
    """A checkbox in its own frame, its error above it, what it means below its label."""
    said = sentence(errors, entry.name)
    return rx.el.div(
        message(said, f"{entry.test_id}-error"),
        rx.el.div(
            rx.el.input(type="checkbox", default_checked=checked, **described(entry, errors)),
            rx.el.div(
                rx.el.label(entry.label, html_for=entry.test_id),
                rx.el.p(entry.help, id=f"{entry.test_id}-help") if entry.help else None,
                *below,
            ),
            class_name="chk",
        ),
        class_name=rx.cond(said != "", "entry full err", "entry full"),
    )


def state_and_zip(state: Entry, zip_code: Entry, values: tuple[Any, Any], errors: Errors) -> rx.Component:
    """Both on one line; `values` of the state and of the ZIP code."""
    return rx.el.div(
        select_field(state, values[0], errors, states(), blank=_("Choose")),
        text_field(zip_code, values[1], errors, input_mode="numeric"),
        class_name="pair",
    )


def states() -> tuple[tuple[str, str], ...]:
    """The states and territories of the United States, by postal code."""
    return tuple((code, code) for code in _STATES.split())


_STATES = """AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND
OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP"""
