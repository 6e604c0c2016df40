"""The Records tab: what was disclosed about a client, and the whole record for who may have it."""

from dataclasses import replace

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.actions.disclose import mark_right, mark_wrong, open_accounting, record_disclosure
from mbp_claims.actions.export_record import prepare_export
from mbp_claims.actions.open_chart import open_client
from mbp_claims.clock import today
from mbp_claims.domain.news import News
from mbp_claims.domain.roles import Task, why_not
from mbp_claims.state.arguments import entries, fresh, numbered, told
from mbp_claims.state.base import asking, attempt, look
from mbp_claims.state.chart import client_number
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import close, fetch, problem, refused, said
from mbp_claims.views.records import DisclosureForm, RecordsView
from mbp_claims.views.show_records import disclosure_form, export_form, records_view
from mbp_claims.words import _

NOT_RECORDED = _("Nothing was recorded. Your entries are still here.")
NOT_MARKED = _("That did not work. Nothing was changed.")
NOT_LOADED = _("The form did not load. Try again.")


class RecordsState(rx.State):
    """Of the client in the address."""

    view: RecordsView = RecordsView()
    form: DisclosureForm = DisclosureForm()
    phase: str = "loading"
    _id: int = 0

    @rx.event
    def load(self):
        number = client_number(str(self.router.url.path))
        if number != self.view.number:
            self.phase = "loading"
        self._show(number)

    @rx.event
    def open_form(self):
        return self._open(exporting=False)

    @rx.event
    def open_export(self):
        return self._open(exporting=True)

    @rx.event
    async def submit(self, form: dict):
        verb = prepare_export if self.form.exporting else record_disclosure
        done = await attempt(verb, self.view.number, entries(form))
        if done.value is None:
            self.form = replace(self.form, errors=done.errors, failure=NOT_RECORDED if done.failed else "")
            return problem(testids.DISCLOSURE_DIALOG)
        self._show(self.view.number)
        closed = close(testids.DISCLOSURE_DIALOG)
        if self.form.exporting:
            return [closed, fetch(routes.file_record(done.value.id or 0)), said(_("The record is on its way."))]
        return [closed, said(_("Disclosure recorded."))]

    @rx.event
    async def mark_wrong(self, disclosure_id: str):
        return await self._mark(disclosure_id, wrong=True)

    @rx.event
    async def mark_right(self, disclosure_id: str):
        return await self._mark(disclosure_id, wrong=False)

    async def _mark(self, disclosure_id: str, wrong: bool):
        done = await attempt(mark_wrong if wrong else mark_right, numbered(told(disclosure_id)))
        self._show(self.view.number)
        if done.value is None:
            return refused(done.sentence(NOT_MARKED))
        undo = RecordsState.mark_right(disclosure_id) if wrong else None
        return said(_("Marked as recorded by mistake.") if wrong else _("It counts again."), undo)

    def _open(self, exporting: bool):
        opened = look(open_client, self.view.number)
        if opened.value is None:
            return [close(testids.DISCLOSURE_DIALOG), refused(opened.sentence(NOT_LOADED))]
        key = fresh(self.form.key)
        self.form = export_form(opened.value, key) if exporting else disclosure_form(opened.value, key, today())
        return None

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and news.of_client(self._id):
            self._show(self.view.number)
        return ""

    def _show(self, number: str) -> None:
        opened = look(open_accounting, number)
        if opened.value is None:
            tell(self, view=RecordsView(number=number), phase="error" if opened.failed else "ready")
            return
        found, who = opened.value, asking()
        sees_trail = who is not None and not why_not(who.role, Task.TRAIL)
        self._id = found.client.id or 0
        tell(self, view=records_view(found.client, found.since, found.lines, sees_trail), phase="ready")
