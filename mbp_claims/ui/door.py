"""The door: what is seen before anybody is known. assets/session.js sends its forms and shows what is answered."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.field import Entry


def door(*steps: rx.Component) -> rx.Component:
    """The page with its steps, of which one is shown at a time."""
    brand = rx.el.div(
        rx.el.div(rx.icon("leaf"), class_name="mark"), rx.el.span("My Best Practice"), class_name="brand"
    )
    return rx.el.div(
        rx.el.main(brand, rx.el.div(*steps, class_name="inner"), id="main"), _scene(), class_name="door",
        custom_attrs={"data-door": ""},
    )  # fmt: skip


def step(name: str, title: str, lead: Any, *content: Any, shown: bool = False) -> rx.Component:
    """One step of the door: heading, a line below it, a place for what went wrong, and what there is to do."""
    return rx.el.section(
        rx.el.h1(title, id=f"door-{name}", tab_index=-1), rx.el.p(lead, class_name="lead"), *content,
        aria_labelledby=f"door-{name}", hidden=not shown, custom_attrs={"data-step": name},
    )  # fmt: skip


def door_form(action: str, submit: str, test_id: str, *fields: rx.Component, problem: str = "") -> rx.Component:
    """A form that is sent to `action` by HTTP, for only that can set a cookie."""
    return rx.el.form(
        door_problem(problem),
        *fields,
        rx.el.button(submit, type="submit", class_name="btn primary submit", data_testid=test_id),
        # By POST, should the script be missing: no password in an address.
        action=action, method="post", no_validate=True, custom_attrs={"data-session": ""},
    )  # fmt: skip


def door_problem(sentence: str = "") -> rx.Component:
    """What went wrong, which the script fills in; it takes the focus then."""
    return rx.el.div(
        rx.el.h2("There is a problem"),
        rx.el.p(sentence, custom_attrs={"data-sentence": ""}),
        class_name="errsum",
        role="alert",
        tab_index=-1,
        hidden=not sentence,
        data_testid=testids.DOOR_PROBLEM,
        custom_attrs={"data-problem": ""},
    )


def door_field(entry: Entry, kind: str, autocomplete: str, beside: Any = None, **attributes: Any) -> rx.Component:
    """A line of text of the browser's own kind (email, password), which its password manager may fill in."""
    label = rx.el.label(entry.label, html_for=entry.test_id)
    described = {"aria_describedby": f"{entry.test_id}-help"} if entry.help else {}
    return rx.el.div(
        label if beside is None else rx.el.div(label, beside, class_name="lab"),
        rx.el.input(
            type=kind, name=entry.name, class_name="field", auto_complete=autocomplete, data_testid=entry.test_id,
            custom_attrs={"id": entry.test_id}, required=True, **described, **attributes,
        ),
        rx.el.p(entry.help, class_name="help", id=f"{entry.test_id}-help") if entry.help else None,
    )  # fmt: skip


EMAIL = Entry("email", "Email", testids.SIGN_IN_EMAIL)
PASSWORD = Entry("password", "Password", testids.SIGN_IN_PASSWORD)


def sign_in_step(problem: str = "", demo: bool = False) -> rx.Component:
    """E-mail and password; below it the demo practice, where the server says that it may be opened."""
    return step(
        "sign-in",
        "Sign in",
        "Your claims are where you left them.",
        door_form(
            routes.SESSION_SIGN_IN, "Sign in", testids.SIGN_IN_SUBMIT,
            door_field(EMAIL, "email", "username"), door_field(PASSWORD, "password", "current-password"),
            problem=problem,
        ),
        demo_offer(demo),
        shown=True,
    )  # fmt: skip


def demo_offer(shown: bool = False) -> rx.Component:
    """One button into the demo practice."""
    return rx.el.form(
        rx.el.p("or", class_name="or"),
        door_problem(),
        rx.el.button(
            rx.icon("flask-conical"), "Open the demo practice", type="submit", class_name="btn",
            data_testid=testids.SIGN_IN_DEMO,
        ),
        rx.el.p("Invented clients and claims. Nothing is sent to a payer.", class_name="tiny"),
        action=routes.SESSION_DEMO, method="post", hidden=not shown,
        custom_attrs={"data-session": "", "data-demo": ""},
    )  # fmt: skip


PARTS: Sequence[tuple[str, str, str, int]] = (
    ("gone", "Write-off", "$44.00", 4400), ("p", "Primary paid", "$92.80", 9280), ("open", "To bill", "$23.20", 2320),
)  # fmt: skip


def _scene() -> rx.Component:
    bar = [rx.el.span(class_name=f"k-{kind}", style={"flexGrow": width}) for kind, _, _, width in PARTS]
    legend = [
        rx.el.div(rx.el.dt(rx.el.span(class_name=f"key k-{kind}"), label), rx.el.dd(amount))
        for kind, label, amount, _ in PARTS
    ]
    return rx.el.aside(
        rx.el.div(
            rx.el.h2("Every cent of every claim, explained."),
            rx.el.div(
                rx.el.p("Where the $160.00 went", class_name="muted"),
                rx.el.div(*bar, class_name="bar", aria_hidden="true"),
                rx.el.dl(*legend, class_name="legend"),
                class_name="card cent",
            ),
            rx.el.p(
                rx.icon("shield-check"),
                rx.el.span("Nothing goes to a payer until you press Submit."),
                class_name="after",
            ),
        ),
        class_name="scene",
        aria_label="What it does",
    )
