"""The Settings page: what claims say of the practice, changed section by section."""

from dataclasses import replace

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.edit_practice import edit_practice
from mbp_claims.actions.edit_waits import edit_waits, list_waits
from mbp_claims.actions.open_settings import open_settings
from mbp_claims.actions.second_factor import ask_for_second_step
from mbp_claims.domain.news import News
from mbp_claims.domain.practice_draft import Part
from mbp_claims.state.arguments import entries, fresh
from mbp_claims.state.base import attempt, look
from mbp_claims.state.shell import ShellState
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.settings import PracticeForm, SettingsView, WaitsView
from mbp_claims.views.show_settings import practice_form, settings_view, waits_view
from mbp_claims.words import _

NOT_SAVED = _("The settings were not saved. Your entries are still here.")
SAVED = _("Settings saved. Claims filed from now on say so.")
SECOND = _("Everybody sets up a second step at the next sign-in.")
NO_SECOND = _("A second step is up to each person.")
WAITS_SAVED = _("Saved. Claims that are sent on from now on wait so long.")
NOT_CHANGED = _("That was not changed. Try again.")


class SettingsState(rx.State):
    """One form at a time."""

    view: SettingsView = SettingsView()
    form: PracticeForm = PracticeForm()
    waits: WaitsView = WaitsView()
    phase: str = "loading"
    why: str = ""
    _seen: int = 0

    @rx.event
    def load(self):
        self._show()
        self.waits = waits_view(look(list_waits).value or (), fresh(self.waits.key))

    @rx.event
    def open_identity(self):
        return self._open(Part.IDENTITY)

    @rx.event
    def open_numbers(self):
        return self._open(Part.NUMBERS)

    @rx.event
    def open_sending(self):
        return self._open(Part.SENDING)

    @rx.event
    async def save(self, form: dict):
        part = Part(self.form.part)
        done = await attempt(edit_practice, part, entries(form), self._seen)
        if done.value is None:
            self._seen = done.seen(self._seen)
            self.form = replace(self.form, errors=done.errors, failure=NOT_SAVED if done.failed else "")
            return problem(testids.PRACTICE_DIALOG)
        self.form = replace(self.form, errors={}, failure="")
        self._show()
        (await self.get_state(ShellState))._refresh()
        return [close(testids.PRACTICE_DIALOG, f"[data-testid={testids.settings_edit(part)}]"), said(SAVED)]

    @rx.event
    async def ask_second_step(self, asked: str):
        """Of everybody: on or off."""
        if asked not in ("on", "off"):
            return refused(NOT_CHANGED)
        done = await attempt(ask_for_second_step, asked == "on")
        self._show()
        return said(SECOND if asked == "on" else NO_SECOND) if done.well else refused(done.sentence(NOT_CHANGED))

    @rx.event
    async def save_waits(self, form: dict):
        """How long is waited for claims that a payer has sent on."""
        done = await attempt(edit_waits, entries(form))
        if done.value is None:
            self.waits = replace(self.waits, errors=done.errors, failure=NOT_SAVED if done.failed else "")
            return None
        self.waits = waits_view(done.value, fresh(self.waits.key))
        return said(WAITS_SAVED)

    def _open(self, part: Part):
        opened = look(open_settings)
        if opened.value is None:
            return [close(testids.PRACTICE_DIALOG), refused(opened.sentence(_("The form did not load. Try again.")))]
        self._seen = opened.value[0].version
        self.form = practice_form(opened.value[0], part, fresh(self.form.key))
        return None

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and (news.practice or news.everything):
            self._show()
        return ""

    def _show(self) -> None:
        opened = look(open_settings)
        tell(self, phase=opened.phase, why=opened.sentence(""))
        if opened.value:
            tell(self, view=settings_view(*opened.value))
