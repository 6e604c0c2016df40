"""A person's own account."""

import reflex as rx

from mbp_claims.pages.frame import framed
from mbp_claims.state.account import AccountState
from mbp_claims.ui.account import account_done, password_card, second_step_card, sessions_card
from mbp_claims.ui.appearance import appearance_card
from mbp_claims.ui.feedback import failed, note, page_bones
from mbp_claims.ui.session import sign_out_button
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _

DEMO = _("This is the demo practice. It opens at the press of a button, so it has no password.")


def account_page() -> rx.Component:
    state, view = AccountState, AccountState.view
    own = rx.fragment(password_card(view), second_step_card(view))
    shown = rx.fragment(
        rx.cond(view.demo, note(DEMO), own),
        appearance_card(),
        sessions_card(state.sessions, on_end=state.end),
    )
    lost = failed(_("Your account did not load"), on_retry=state.load)
    return framed(
        page_head(_("Your account"), sign_out_button(_("Sign out")), below=rx.el.p(view.email)),
        account_done(),
        rx.match(state.phase, ("ready", shown), ("error", lost), page_bones()),
        current="",
        crumbs=((_("Your account"), ""),),
        busy=state.phase == "loading",
    )
