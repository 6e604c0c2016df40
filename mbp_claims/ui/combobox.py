"""A text box with a list: payers, reason codes, diagnoses, procedures. Typing and keys stay in the browser."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import reflex as rx

from mbp_claims.ui.field import Entry, Errors, field, sentence
from mbp_claims.views.form import Option

LIBRARY = "$/public/combobox.jsx"


class _Combobox(rx.Component):
    """Submits two texts: `<name>`, the value that was chosen, and `<name>_query`, what stands in the box."""

    library = LIBRARY
    tag = "Combobox"
    lib_dependencies: list[str] = ["downshift@9.0.10"]  # noqa: RUF012
    name: rx.Var[str]
    label: rx.Var[str]
    list_label: rx.Var[str]
    list_name: rx.Var[str]
    options: rx.Var[list[Option]]
    value: rx.Var[str]
    text: rx.Var[str]
    lead: rx.Var[str]
    coded: rx.Var[bool]
    free: rx.Var[bool]
    none: rx.Var[str]
    adds: rx.Var[str]
    option_test_id: rx.Var[str]
    test_id: rx.Var[str]
    invalid: rx.Var[bool]
    described_by: rx.Var[str]
    on_pick: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class _OptionList(rx.Fragment):
    """Compiles a list into the page once, outside every component."""

    list_name: str
    list_json: str

    def add_imports(self) -> dict[str, list[rx.ImportVar]]:
        """The registry of lists."""
        return {LIBRARY: [rx.ImportVar(tag="defineOptions")]}

    def add_custom_code(self) -> list[str]:
        """One statement of the module."""
        return [f"defineOptions({json.dumps(self.list_name)}, {self.list_json});"]

    def _exclude_props(self) -> list[str]:
        return [*super()._exclude_props(), "list_name", "list_json"]


def option_list(name: str, options: Iterable[Option], usual: Mapping[str, Sequence[str]] | None = None) -> rx.Component:
    """A long list that comboboxes share by `name`: a constant of the page's script, not of its state.

    `usual` holds, for a key such as a group code, the values that come first. Draws nothing.
    """
    rows = [{k: v for k, v in vars(option).items() if v} for option in options]
    arguments = [json.dumps(rows, separators=(",", ":")), json.dumps(dict(usual or {}))]
    return _OptionList.create(list_name=name, list_json=", ".join(arguments))


def combobox(**props: Any) -> rx.Component:
    """A combobox without a frame. Props, all optional but `id`, `name` and one of the two lists:

    `options` (list of Option, or a Var of it) or `list_name` (of an option_list); `label` where no label element
    names it; `list_label`; `value` and `text` it starts with; `coded` shows values in bold before the labels; `free`
    also takes what is not on the list; `lead` the key of `usual`; `none` and `adds`, copy with {q}; `on_pick(value)`.
    """
    return _Combobox.create(**props)


def combobox_field(entry: Entry, value: Any, errors: Errors, **props: Any) -> rx.Component:
    """A combobox with its label, help and error. Props as in `combobox`; `options` may name an option_list."""
    options = props.pop("options")
    source = {"list_name": options} if isinstance(options, str) else {"options": options}
    said = sentence(errors, entry.name)
    helped = f"{entry.test_id}-help" if entry.help else ""
    return field(entry, errors, combobox(
        id=entry.test_id, test_id=entry.test_id, name=entry.name, value=value, invalid=said != "",
        described_by=rx.cond(said != "", f"{helped} {entry.test_id}-error".strip(), helped), **source, **props,
    ))  # fmt: skip
