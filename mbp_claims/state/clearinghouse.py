"""The Clearinghouse page: sending what waits, fetching what came, and how the practice is connected."""

import asyncio

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.connect_clearinghouse import (
    connect_clearinghouse,
    open_clearinghouse,
    open_connection,
)
from mbp_claims.domain.news import News
from mbp_claims.settings import settings
from mbp_claims.state.arguments import entries, fresh
from mbp_claims.state.base import attempt, look
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.connecting import sync_now, try_now, with_host_key
from mbp_claims.state.sending import send_now
from mbp_claims.state.shell import ShellState
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.clearinghouse import ClearinghouseView, ConnectionForm
from mbp_claims.views.show_clearinghouse import clearinghouse_view, connection_form, typed_form
from mbp_claims.words import _, ngettext

NOT_SAVED = _("The connection was not saved. Your entries are still here.")
WORKS = _("The connection works: the inbox can be read and the outbox written to.")


class ClearinghouseState(rx.State):
    """What takes its time runs in the background: other clicks are answered meanwhile."""

    view: ClearinghouseView = ClearinghouseView()
    form: ConnectionForm = ConnectionForm()
    phase: str = "loading"
    why: str = ""
    busy: str = ""
    tried: str = ""
    works: bool = False
    _seen: int = 0

    @rx.event
    def load(self):
        """What is on its way goes on, wherever the person was meanwhile."""
        self.tried = ""
        self._show()

    @rx.event(background=True)
    async def sync(self):
        async with self:
            if self.busy:
                return
            self.busy, self.tried = "sync", ""
        done = await asyncio.to_thread(sync_now)
        async with self:
            self.busy = ""
            self._show()
            await self._tell(done.claims)
        yield refused(done.problem) if done.problem else said(done.words)

    @rx.event(background=True)
    async def send(self):
        """All that waits, now: after filing, and when asked."""
        sending = await asyncio.to_thread(send_now)
        async with self:
            self._show()
            await self._tell([*sending.claims, *sending.held_up])
        if sending.problem:
            yield refused(sending.problem)
        elif sending.sent:
            yield said(ngettext("{count:,} file sent.", "{count:,} files sent.", sending.sent))

    @rx.event(background=True)
    async def test(self):
        async with self:
            if self.busy:
                return
            self.busy, self.tried = "test", ""
        sentence = await asyncio.to_thread(try_now)
        async with self:
            self.busy, self.works, self.tried = "", not sentence, sentence or WORKS

    @rx.event
    def open_form(self):
        opened = look(open_connection)
        if opened.value is None:
            return [close(testids.CONNECTION_DIALOG), refused(opened.sentence(_("The form did not load. Try again.")))]
        self._seen = opened.value.version
        self.form = connection_form(opened.value, fresh(self.form.key))
        return None

    @rx.event
    async def save(self, form: dict):
        """A server whose key is not known yet is asked for it; it is pinned only when the person saves again."""
        sent = entries(form)
        done = await attempt(connect_clearinghouse, sent, self._seen)
        self._seen = done.seen(self._seen)
        if done.value is not None:
            self.tried = ""
            self._show()
            shut = close(testids.CONNECTION_DIALOG, f"[data-testid={testids.CLEARINGHOUSE_EDIT}]")
            return [shut, said(_("Connection saved.")), ClearinghouseState.test]
        errors, shown_key = done.errors, ""
        if list(errors) == ["host_key"] and not str(sent.get("host_key", "")).strip():
            sent, errors, shown_key = await with_host_key(sent, errors)
        failure = NOT_SAVED if done.failed else ""
        self.form = typed_form(sent, fresh(self.form.key), errors, shown_key, failure)
        return problem(testids.CONNECTION_DIALOG)

    def _interrupted(self) -> None:
        self.busy = ""

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and (news.of_work or news.practice):
            self._show()
        return ""

    def _show(self) -> None:
        opened = look(open_clearinghouse)
        tell(self, phase=opened.phase, why=opened.sentence(""))
        if opened.value:
            tell(self, view=clearinghouse_view(opened.value, settings.sync_minutes))

    async def _tell(self, numbers: list[str]) -> None:
        """Rows and pages of claims that stand elsewhere now."""
        claims, claim = await self.get_state(ClaimsState), await self.get_state(ClaimState)
        for number in numbers:
            await claims._changed(number)
            await claim._changed(number)
        (await self.get_state(ShellState))._refresh()
