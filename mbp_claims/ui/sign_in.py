"""The steps of signing in, at the door and over a page."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.door import (
    code_field,
    codes_card,
    door_field,
    door_form,
    door_problem,
    set_up_card,
    step,
)
from mbp_claims.ui.field import Entry
from mbp_claims.words import _

Named = Callable[[str], str]
"""What a test id is called, where the same step may stand twice on a page."""

FORGOT = _("Forgot your password? Ask the owner of your practice for a link to choose a new one.")
LENGTH = _("12 characters or more. A short sentence works well.")


def sign_in_step(problem: str = "", demo: bool = False) -> rx.Component:
    """E-mail and password; below it the demo practice, where the server says that it may be opened."""
    return step(
        "sign-in",
        _("Sign in"),
        _("Your claims are where you left them."),
        _done("password", _("Your password is saved. Sign in with it.")),
        door_form(
            routes.SESSION_SIGN_IN, _("Sign in"), testids.SIGN_IN_SUBMIT, *credentials(), problem=problem,
        ),
        rx.el.p(FORGOT, class_name="tiny"),
        demo_offer(demo),
        shown=True,
    )  # fmt: skip


def credentials(name: Named = str) -> tuple[rx.Component, rx.Component]:
    """E-mail and password; `name` keeps apart what stands twice on a page."""
    return (
        door_field(Entry("email", _("Email"), name(testids.SIGN_IN_EMAIL)), "email", "username"),
        door_field(Entry("password", _("Password"), name(testids.SIGN_IN_PASSWORD)), "password", "current-password"),
    )


def demo_offer(shown: bool = False) -> rx.Component:
    """One button into the demo practice."""
    return rx.el.form(
        rx.el.p(_("or"), class_name=_("or")),
        door_problem(),
        rx.el.button(
            rx.icon("flask-conical"), _("Open the demo practice"), type="submit", class_name="btn",
            data_testid=testids.SIGN_IN_DEMO,
        ),
        rx.el.p(_("Invented clients and claims. Nothing is sent to a payer."), class_name="tiny"),
        action=routes.SESSION_DEMO, method="post", hidden=not shown,
        custom_attrs={"data-session": "", "data-demo": ""},
    )  # fmt: skip


def code_step(name: Named = str, shown: bool = False, level: Any = rx.el.h1) -> rx.Component:
    """The second factor."""
    field = door_field(
        Entry("code", _("6-digit code or recovery code"), name(testids.SIGN_IN_CODE)), "text", "one-time-code",
        class_name="field code6", max_length=24,
    )  # fmt: skip
    return step(
        "code",
        _("Enter your code"),
        _(
            "Open your authenticator app and type the 6 digits for My Best Practice. Without your phone, type one of "
            "your "
            "recovery codes."
        ),
        door_form(routes.SESSION_CODE, _("Continue"), name(testids.SIGN_IN_CODE_SUBMIT), field),
        shown=shown,
        level=level,
    )


def set_up_step(name: Named = str, shown: bool = False, level: Any = rx.el.h1) -> rx.Component:
    """For who has to have a second factor, and has none."""
    return step(
        "set-up",
        _("Protect your account"),
        _("Health records need a second step. Scan this with an authenticator app. It takes a minute."),
        set_up_card(name(testids.SET_UP_KEY)),
        door_form(
            routes.SESSION_SET_UP_CODE, _("Turn on"), name(testids.SET_UP_SUBMIT),
            code_field(name(testids.SET_UP_CODE)),
        ),
        shown=shown,
        level=level,
    )  # fmt: skip


def codes_step(name: Named = str, shown: bool = False, level: Any = rx.el.h1) -> rx.Component:
    """The recovery codes, once."""
    return step(
        "codes",
        _("Keep your recovery codes"),
        _("Each signs you in once, when your phone is not there. They are shown only now."),
        codes_card(name(testids.RECOVERY_CODES)),
        rx.el.button(
            _("I have kept them"), type="button", class_name="btn primary",
            data_testid=name(testids.RECOVERY_KEPT), custom_attrs={"data-goes-on": ""},
        ),
        shown=shown,
        level=level,
    )  # fmt: skip


def first_step(shown: bool = False) -> rx.Component:
    """The first account of all; seen only at the machine itself."""
    return step(
        "first",
        _("Set up your practice"),
        _("You are the first one here. This account can do everything."),
        door_form(
            routes.SESSION_FIRST, _("Create account"), testids.FIRST_SUBMIT,
            door_field(Entry("practice", _("Name of your practice"), testids.FIRST_PRACTICE), "text", "organization"),
            door_field(
                Entry("name", _("Your name and credentials"), testids.FIRST_NAME), "text", "name",
                placeholder="June Marlow, LCSW",
            ),
            door_field(Entry("email", _("Email"), testids.FIRST_EMAIL), "email", "username"),
            door_field(Entry("password", _("Password"), testids.FIRST_PASSWORD, LENGTH), "password", "new-password"),
        ),
        shown=shown,
    )  # fmt: skip


def reset_step() -> rx.Component:
    """A new password, or one's first: by a link that an owner made."""
    return step(
        "reset",
        _("Choose your password"),
        _("You sign in with it from now on. Wherever you are signed in, you are signed out."),
        door_form(
            routes.SESSION_RESET, _("Save password"), testids.RESET_SUBMIT,
            door_field(Entry("password", _("New password"), testids.RESET_PASSWORD, LENGTH), "password",
                "new-password"),
            fragment="link",
        ),
        shown=True,
    )  # fmt: skip


def _done(what: str, sentence: str) -> rx.Component:
    """What was done before this page came, by the word `done` in its address."""
    return rx.el.p(
        rx.icon("circle-check"), sentence, class_name="note success", role="status", hidden=True,
        custom_attrs={"data-done": what},
    )  # fmt: skip
