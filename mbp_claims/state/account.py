"""A person's own account: what it is protected by, and where she is signed in.

Passwords, codes and keys never come here: assets/session.js sends them by HTTP.
"""

import reflex as rx

from mbp_claims.actions.own_account import end_own_session, open_own_account
from mbp_claims.domain.user_session import session_key
from mbp_claims.state.arguments import numbered
from mbp_claims.state.base import asking_session, attempt, look
from mbp_claims.state.toasts import refused, said
from mbp_claims.views.account import AccountView, SessionRow
from mbp_claims.views.show_account import account_view, session_row
from mbp_claims.words import _


class AccountState(rx.State):
    """The account page."""

    view: AccountView = AccountView()
    sessions: list[SessionRow] = []
    phase: str = "loading"

    @rx.event
    def load(self):
        opened = look(open_own_account)
        if opened.value is None:
            self.phase = "error"
            return
        own, here = opened.value, session_key(asking_session())
        self.view = account_view(own.account, own.codes_left, own.asked_for)
        self.sessions = [session_row(one, one.key == here) for one in own.sessions]
        self.phase = "ready"

    @rx.event
    async def end(self, session_id: str):
        done = await attempt(end_own_session, numbered(session_id))
        self.load()
        return said(_("Signed out there.")) if done.well else refused(done.sentence(_("That did not work. Try again.")))
