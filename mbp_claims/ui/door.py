"""The door: the frame of what is seen before anybody is known, and its forms, which also sign in again over a page.

assets/session.js sends these forms by HTTP, for only an answer by HTTP can set a cookie, and shows what is answered.
"""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.field import Entry
from mbp_claims.words import _


def door(*steps: rx.Component) -> rx.Component:
    """The page with its steps, of which one is shown at a time."""
    brand = rx.el.div(rx.el.div(rx.icon("leaf"), class_name="mark"), rx.el.span("My Best Practice"), class_name="brand")
    return rx.el.div(
        rx.el.main(brand, rx.el.div(*steps, class_name="inner at-door"), id="main"), _scene(), class_name="door",
        custom_attrs={"data-door": ""},
    )  # fmt: skip


def step(name: str, title: str, lead: Any, *content: Any, shown: bool = False, level: Any = rx.el.h1) -> rx.Component:
    """One step: heading, a line below it, and what there is to do."""
    return rx.el.section(
        level(title, id=f"step-{name}", tab_index=-1), rx.el.p(lead, class_name="lead"), *content,
        aria_labelledby=f"step-{name}", hidden=not shown, custom_attrs={"data-step": name},
    )  # fmt: skip


def door_form(action: str, submit: str, test_id: str, *fields: Any, problem: str = "", **marks: str) -> rx.Component:
    """A form that is sent to `action`. `marks` are data attributes that say more to the script."""
    return rx.el.form(
        door_problem(problem),
        *fields,
        rx.el.button(submit, type="submit", class_name="btn primary go", data_testid=test_id),
        # By POST, should the script be missing: no password in an address.
        action=action, method="post", no_validate=True,
        custom_attrs={"data-session": "", **{f"data-{name}": value for name, value in marks.items()}},
    )  # fmt: skip


def door_problem(sentence: str = "") -> rx.Component:
    """What went wrong, which the script fills in; it takes the focus then."""
    return rx.el.div(
        rx.el.h2(_("There is a problem")),
        rx.el.div(sentence, custom_attrs={"data-sentence": ""}),
        class_name="errsum",
        role="alert",
        tab_index=-1,
        hidden=not sentence,
        data_testid=testids.DOOR_PROBLEM,
        custom_attrs={"data-problem": ""},
    )


def door_field(entry: Entry, kind: str, autocomplete: str, **attributes: Any) -> rx.Component:
    """A line of text of the browser's own kind (email, password), which its password manager may fill in."""
    helped = f"{entry.test_id}-help" if entry.help else ""
    described = " ".join(filter(None, (helped, f"{entry.test_id}-error")))
    attributes.setdefault("class_name", "field")
    return rx.el.div(
        rx.el.label(entry.label, html_for=entry.test_id),
        rx.el.p(
            rx.icon("circle-alert"), rx.el.span(), class_name="msg", id=f"{entry.test_id}-error", hidden=True,
            custom_attrs={"data-error": entry.name},
        ),
        rx.el.input(
            type=kind, name=entry.name, auto_complete=autocomplete, data_testid=entry.test_id,
            custom_attrs={"id": entry.test_id}, required=True, aria_describedby=described, **attributes,
        ),
        rx.el.p(entry.help, class_name="help", id=helped) if entry.help else None,
        class_name="entry",
    )  # fmt: skip


def code_field(test_id: str) -> rx.Component:
    """Six digits from an app: one field, so that pasting and filling in work."""
    return door_field(
        Entry("code", _("6-digit code"), test_id), "text", "one-time-code", class_name="field code6",
        input_mode="numeric",
        max_length=7,
    )  # fmt: skip


def set_up_card(test_id: str) -> rx.Component:
    """The picture and the key for an authenticator app, which the script fills in: no state of the page holds them."""
    return rx.el.div(
        rx.el.img(
            alt=_("QR code for your authenticator app"), width="200", height="200", custom_attrs={"data-picture": ""}
        ),
        rx.el.p(_("Cannot scan it? Choose “Enter a setup key” in the app and type:"), class_name="small muted"),
        rx.el.p(class_name="code setup-key", data_testid=test_id, custom_attrs={"data-key": ""}),
        class_name="setup",
    )  # fmt: skip


def codes_card(test_id: str) -> rx.Component:
    """The recovery codes, which the script fills in, and buttons to take them along."""
    return rx.el.div(
        rx.el.ul(class_name="codes code", data_testid=test_id, custom_attrs={"data-codes": ""}),
        rx.el.p(
            rx.el.button(rx.icon("copy"), _("Copy"), type="button", class_name="btn sm",
                custom_attrs={"data-copies": ""}),
            rx.el.button(
                rx.icon("download"), _("Save as a file"), type="button", class_name="btn sm",
                custom_attrs={"data-saves": ""},
            ),
            class_name="take",
        ),
        rx.el.p(class_name="small muted", role="status", custom_attrs={"data-took": ""}),
        class_name="setup",
    )  # fmt: skip


PARTS: Sequence[tuple[str, str, str, int]] = (
    ("gone", _("Write-off"), "$44.00", 4400), ("p", _("Primary paid"), "$92.80", 9280),
    ("open", _("To bill"), "$23.20", 2320),
)  # fmt: skip


def _scene() -> rx.Component:
    bar = [rx.el.span(class_name=f"k-{kind}", style={"flexGrow": width}) for kind, __, __, width in PARTS]
    legend = [
        rx.el.div(rx.el.dt(rx.el.span(class_name=f"key k-{kind}"), label), rx.el.dd(amount))
        for kind, label, amount, __ in PARTS
    ]
    return rx.el.aside(
        rx.el.div(
            rx.el.h2(_("Every cent of every claim, explained.")),
            rx.el.div(
                rx.el.p(_("Where the $160.00 went"), class_name="muted"),
                rx.el.div(*bar, class_name="bar", aria_hidden="true"),
                rx.el.dl(*legend, class_name="legend"),
                class_name="card cent",
            ),
            rx.el.p(
                rx.icon("shield-check"),
                rx.el.span(_("Nothing goes to a payer until you press Submit.")),
                class_name="after",
            ),
        ),
        class_name="scene",
        aria_label=_("What it does"),
    )
