"""The account page: password, second step, and where one is signed in."""

from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.ui.door import code_field, codes_card, door_field, door_form, set_up_card, step
from mbp_claims.ui.feedback import note
from mbp_claims.ui.field import Entry
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.ui.sign_in import LENGTH
from mbp_claims.views.account import SessionRow
from mbp_claims.words import _

ASKED = _("Your practice asks everybody for it.")
WHAT = _("With a second step nobody gets in who only knows your password. You need an authenticator app on your phone.")


def account_done() -> rx.Component:
    """What was done before this page came, by the word `done` in its address."""
    said = {
        "password": _("Your password is changed. You are signed out everywhere else."),
        "codes": _("The second step is on. Keep your recovery codes in a safe place."),
        "off": _("The second step is off."),
    }
    return rx.fragment(
        *(
            rx.el.div(
                note(sentence, tone="success", icon="circle-check"), hidden=True, custom_attrs={"data-done": what}
            )
            for what, sentence in said.items()
        )
    )


def password_card(view: Any) -> rx.Component:
    """Change the password; every other browser is signed out by it."""
    form = door_form(
        routes.SESSION_CHANGE, _("Change password"), testids.ACCOUNT_SAVE,
        _old(testids.ACCOUNT_OLD, _("Your password now")),
        door_field(Entry("password", _("New password"), testids.ACCOUNT_NEW, LENGTH), "password", "new-password"),
    )  # fmt: skip
    return _card("password", _("Password"), view.password, form, testids.ACCOUNT_PASSWORD)


def second_step_card(view: Any) -> rx.Component:
    """Turn the second step on, make new recovery codes, turn it off."""
    off = _small_form(routes.SESSION_SECOND_OFF, _("Turn off"), testids.SECOND_OFF, testids.SECOND_OFF_OLD)
    on = rx.fragment(
        note(_("The second step is on."), view.codes, tone="success", icon="shield-check"),
        _folded(
            _("Make new recovery codes"),
            _small_form(routes.SESSION_NEW_CODES, _("Make new codes"), testids.SECOND_CODES, testids.SECOND_CODES_OLD),
        ),
        rx.cond(view.asked_for, rx.el.p(ASKED, class_name="muted gap"), _folded(_("Turn off the second step"), off)),
    )
    begin = _small_form(routes.SESSION_SECOND, _("Set up"), testids.SECOND_BEGIN, testids.SECOND_OLD)
    steps = rx.el.div(
        rx.el.div(rx.cond(view.second, on, rx.fragment(rx.el.p(WHAT), begin)), custom_attrs={"data-step": "begin"}),
        second_set_up(),
        second_codes(),
        custom_attrs={"data-steps": ""},
    )
    return _card("second-step", _("Second step"), "", steps, testids.ACCOUNT_SECOND)


def second_set_up(shown: bool = False) -> rx.Component:
    """The picture for the app, and the first code of it."""
    return step(
        "set-up",
        _("Scan this with your authenticator app"),
        _("Then type the 6 digits that it shows."),
        set_up_card(testids.SET_UP_KEY),
        door_form(
            routes.SESSION_SECOND_CODE, _("Turn on"), testids.SET_UP_SUBMIT, code_field(testids.SET_UP_CODE)
        ),
        shown=shown,
        level=rx.el.h3,
    )  # fmt: skip


def second_codes(shown: bool = False) -> rx.Component:
    """The recovery codes, once."""
    return step(
        "codes",
        _("Keep your recovery codes"),
        _("Each signs you in once, when your phone is not there. They are shown only now."),
        codes_card(testids.RECOVERY_CODES),
        rx.el.button(
            _("I have kept them"), type="button", class_name="btn primary", data_testid=testids.RECOVERY_KEPT,
            custom_attrs={"data-goes-on": ""},
        ),
        shown=shown,
        level=rx.el.h3,
    )  # fmt: skip


def sessions_card(sessions: Any, *, on_end: Any) -> rx.Component:
    """Where one is signed in. `on_end(id)` signs out there."""
    everywhere = rx.el.form(
        rx.el.button(
            _("Sign out everywhere"), type="submit", class_name="btn", data_testid=testids.ACCOUNT_OUT_EVERYWHERE
        ),
        action=routes.SESSION_OUT_EVERYWHERE, method="post", custom_attrs={"data-session": ""},
    )  # fmt: skip
    rows = rx.foreach(listed(sessions, SessionRow), lambda one: _session(one, on_end))
    return rx.el.section(
        section_head(_("Where you are signed in"), "h-sessions", everywhere),
        rx.el.div(rx.el.ul(rows, class_name="files signed-in"), class_name="card"),
        class_name="gap",
        aria_labelledby="h-sessions",
        data_testid=testids.ACCOUNT_SESSIONS,
    )


def _session(one: Any, on_end: Any) -> rx.Component:
    end = rx.el.button(
        _("Sign out"), type="button", class_name="btn sm", aria_label=_("Sign out of {where}", where=one.where),
        on_click=on_end(one.id),
        data_testid=testids.session_end(one.id),
    )  # fmt: skip
    return rx.el.li(
        rx.icon("monitor"),
        rx.el.div(rx.el.b(one.where), rx.el.p(one.since, class_name="muted small")),
        rx.el.span(rx.cond(one.here, rx.el.span(_("This browser"), class_name="muted"), end), class_name="end"),
        data_testid=testids.session_row(one.id),
    )


def _card(key: str, title: str, below: Any, content: rx.Component, test_id: str) -> rx.Component:
    return rx.el.section(
        section_head(title, f"h-{key}", below=below),
        rx.el.div(content, class_name="card pad account"),
        class_name="gap",
        aria_labelledby=f"h-{key}",
        data_testid=test_id,
    )


def _small_form(action: str, submit: str, test_id: str, old_id: str) -> rx.Component:
    return door_form(action, submit, test_id, _old(old_id, _("Your password")))


def _old(test_id: str, label: str) -> rx.Component:
    return door_field(Entry("old", label, test_id), "password", "current-password")


def _folded(title: str, content: rx.Component) -> rx.Component:
    return rx.el.details(rx.el.summary(title), content)
