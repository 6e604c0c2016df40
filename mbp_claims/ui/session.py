"""What stands over a page when its session ends soon, or has ended. assets/session.js opens it."""

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.door import door_form, step
from mbp_claims.ui.sign_in import code_step, credentials, demo_offer
from mbp_claims.words import _


def sign_out_button(words: str = "") -> rx.Component:
    """Ends the session, in every tab of this browser. Without `words` an icon."""
    said = {} if words else {"aria_label": _("Sign out"), "title": _("Sign out")}
    return rx.el.form(
        rx.el.button(
            rx.icon("log-out"), words, type="submit", class_name="btn" if words else "iconbtn",
            data_testid=testids.SIGN_OUT, **said,
        ),
        action=routes.SESSION_SIGN_OUT, method="post", custom_attrs={"data-session": ""},
    )  # fmt: skip


def session_warning() -> rx.Component:
    """Two minutes before the session ends: the script says in how much time, and why."""
    return rx.el.dialog(
        rx.el.h2(_("Are you still there?"), id="session-warning-title"),
        rx.el.p(
            rx.el.span(custom_attrs={"data-why": ""}), _(" You are signed out in "),
            rx.el.b(_("2 minutes"), custom_attrs={"data-left": ""}, class_name="tab"),
            _(". What you typed stays here either way."),
            id="session-warning-body", class_name="muted",
        ),
        rx.el.footer(
            rx.el.form(
                rx.el.button(_("Sign out"), type="submit", class_name="btn"),
                action=routes.SESSION_SIGN_OUT, method="post", custom_attrs={"data-session": ""},
            ),
            rx.el.button(
                _("Stay signed in"), type="button", class_name="btn primary", data_testid=testids.SESSION_STAY,
                custom_attrs={"data-stays": ""},
            ),
        ),
        id=testids.SESSION_WARNING, role="alertdialog", class_name="dialog alert", data_testid=testids.SESSION_WARNING,
        aria_labelledby="session-warning-title", aria_describedby="session-warning-body",
    )  # fmt: skip


def sign_in_again() -> rx.Component:
    """Over a page whose session has ended by itself: nothing of it is seen, and all that was typed is still there."""
    return rx.el.dialog(
        rx.el.div(
            step(
                "sign-in",
                _("Sign in again"),
                _("You were signed out to keep your clients’ records safe. What you typed is still here."),
                door_form(
                    routes.SESSION_SIGN_IN, _("Sign in"), testids.again(testids.SIGN_IN_SUBMIT),
                    *credentials(testids.again),
                ),
                demo_offer(),
                rx.el.a(_("Leave this page"), href=f"{routes.SIGN_IN}/", class_name="link", reload_document=True),
                shown=True,
                level=rx.el.h2,
            ),
            code_step(testids.again, level=rx.el.h2),
            class_name="at-door",
        ),
        id=testids.SIGN_IN_AGAIN, class_name="again", data_testid=testids.SIGN_IN_AGAIN, aria_label=_("Sign in again"),
        custom_attrs={"data-again": ""},
    )  # fmt: skip
