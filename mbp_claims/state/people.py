"""The People page, for owners."""

from dataclasses import replace
from typing import Any

import reflex as rx

from mbp_claims import routes
from mbp_claims.actions.people import change_role, disable, enable, invite, make_link, open_people
from mbp_claims.domain.news import News
from mbp_claims.settings import settings
from mbp_claims.state.arguments import entries, fresh, numbered, told
from mbp_claims.state.base import Done, attempt, look
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import pass_on, refused, said
from mbp_claims.views.people import InviteForm, PersonRow
from mbp_claims.views.show_people import person_row
from mbp_claims.words import _

NOT_DONE = _("That did not work. Nothing was changed.")
NOT_INVITED = _("The invitation was not made. Your entries are still here.")


class PeopleState(rx.State):
    """A link is told to the browser once, and kept nowhere."""

    rows: list[PersonRow] = []
    form: InviteForm = InviteForm()
    phase: str = "loading"
    why: str = ""

    @rx.event
    def load(self):
        self._show()

    @rx.event
    async def invite(self, form: dict):
        done = await attempt(invite, entries(form))
        if done.value is None:
            errors = done.errors or {"form": NOT_INVITED}
            self.form = replace(self.form, errors=errors)
            return None if done.errors else refused(NOT_INVITED)
        self.form = InviteForm(key=fresh(self.form.key))
        return self._linked(done.value)

    @rx.event
    async def new_link(self, person_id: str):
        done = await attempt(make_link, numbered(person_id))
        return refused(done.sentence(NOT_DONE)) if done.value is None else self._linked(done.value)

    @rx.event
    async def change_role(self, person_id: str, role: str):
        before = next((row.role for row in self.rows if row.id == told(person_id)), "")
        undo = PeopleState.change_role(told(person_id), before) if before else None
        done = await attempt(change_role, numbered(person_id), told(role, 20))
        return self._told(done, _("has another role now."), undo)

    @rx.event
    async def disable(self, person_id: str):
        done = await attempt(disable, numbered(person_id))
        return self._told(done, _("is disabled, and signed out everywhere."), PeopleState.enable(told(person_id)))

    @rx.event
    async def enable(self, person_id: str):
        return self._told(await attempt(enable, numbered(person_id)), _("may sign in again."))

    def _linked(self, made: tuple):  # type: ignore[type-arg]
        whom, secret = made
        self._show()
        return pass_on(
            _("The link for {whom} is ready.", whom=whom.name), whom.name, f"{settings.address}{routes.RESET}/#{secret}"
        )

    def _told(self, done: Done, words: str, undo: Any = None):
        self._show()
        return refused(done.sentence(NOT_DONE)) if done.value is None else said(f"{done.value.name} {words}", undo)

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and (news.practice or news.charts or news.everything):
            self._show()
        return ""

    def _show(self) -> None:
        found = look(open_people)
        rows = [person_row(one.clinician, one.email, one.clients) for one in found.value or ()]
        tell(self, phase=found.phase, why=found.sentence(""), rows=rows)
