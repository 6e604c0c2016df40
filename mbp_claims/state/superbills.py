"""The Superbills tab: what is chosen, how it would look, and what was made of it."""

from dataclasses import replace

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.actions.superbills import make_superbill, open_superbill, open_superbills, preview_superbill
from mbp_claims.domain.news import News
from mbp_claims.domain.superbill import Superbill
from mbp_claims.domain.superbill_sheet import sheet
from mbp_claims.state.arguments import entries, fresh, numbered, told
from mbp_claims.state.base import asking, attempt, look
from mbp_claims.state.chart import client_number
from mbp_claims.state.readings import seen
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import fetch, lead_to, print_page, refused, said
from mbp_claims.views.show_superbill import made_sheet, mend_rows, superbills_view
from mbp_claims.views.superbill import PICKS, Sheet, SuperbillsView
from mbp_claims.words import _

NOT_LOADED = _("The sessions did not load. Try again.")
NOT_MADE = _("The superbill was not made. Nothing was lost. Try again.")


class SuperbillsState(rx.State):
    """Of the client in the address: the choice, or one superbill in its place (`sheet`), made or not yet."""

    view: SuperbillsView = SuperbillsView()
    sheet: Sheet = Sheet()
    showing: bool = False
    phase: str = "loading"
    _client: int = 0
    _asked: dict[str, str] = {}
    _chosen: list[int] = []
    _digest: str = ""
    _made: int = 0

    @rx.event
    def load(self):
        """Also after the connection was lost, as a download may do for a moment: then what is shown stays."""
        number = client_number(str(self.router.url.path))
        if number != self.view.number:
            self.phase, self._asked, self._chosen = "loading", {}, []
            self._close()
        self._show(number)

    @rx.event
    def set_first(self, day: str):
        self._ask(first=told(day, 40))

    @rx.event
    def set_last(self, day: str):
        self._ask(last=told(day, 40))

    @rx.event
    def preview(self, form: dict):
        given = entries(form)
        self._asked = {name: told(given.get(name), 40) for name in ("first", "last")}
        self._chosen = [numbered(name.removeprefix(PICKS)) for name in given if name.startswith(PICKS)]
        return self._look_at_it()

    @rx.event
    def back(self):
        """To the choice, as it was."""
        self._close()
        self._show(self.view.number)
        return lead_to(testids.SUPERBILL_PANEL)

    @rx.event
    def open_made(self, superbill_id: str):
        opened = look(open_superbill, numbered(told(superbill_id)))
        if opened.value is None:
            return refused(opened.sentence(NOT_LOADED))
        self._keep(opened.value)
        seen(f"Superbill {opened.value.name} opened", opened.value.client_id)
        return lead_to(testids.SUPERBILL_PANEL)

    @rx.event
    async def download(self):
        return await self._give(lambda made_id: fetch(routes.file_superbill(made_id)))

    @rx.event
    async def print(self):
        return await self._give(lambda _id: print_page(f'[data-testid="{testids.SUPERBILL_SHEET}"][data-made="yes"]'))

    async def _give(self, way):
        """Once it is made, it is given that way. Pressed again, the same is given again."""
        if not self.showing:
            return None
        if self._made:
            return way(self._made)
        done = await attempt(make_superbill, self.view.number, self._asked, self._chosen, self._digest)
        if done.value is None:
            told_why = refused(done.sentence(NOT_MADE))
            return [told_why] if done.failed or done.busy else [self._look_at_it(), told_why]
        self._keep(done.value)
        self._show(self.view.number)
        return [way(self._made), said(_("Superbill {number} made.", number=done.value.name))]

    def _look_at_it(self):
        number = self.view.number
        done = look(preview_superbill, number, self._asked, self._chosen)
        if done.value is None and not done.errors:
            return refused(done.sentence(NOT_LOADED))
        self._close()
        self._show(number)
        if done.value is None:
            self.view = replace(self.view, errors=done.errors, blocked=False)
        elif done.value.bill is None:
            rows = mend_rows(done.value.missing, number, self._role())
            self.view = replace(self.view, missing=rows, blocked=True)
        else:
            self.sheet, self.showing, self._digest = sheet(done.value.bill), True, done.value.bill.digest
        return lead_to(testids.SUPERBILL_PANEL)

    def _keep(self, made: Superbill) -> None:
        self.sheet, self.showing, self._made = made_sheet(made), True, made.id or 0

    def _close(self) -> None:
        self.showing, self._made, self._digest = False, 0, ""

    def _ask(self, **changed: str) -> None:
        self._asked = {"first": self.view.first, "last": self.view.last} | self._asked | changed
        self._chosen = []
        self._show(self.view.number)

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and (news.practice or news.of_client(self._client)):
            self._show(self.view.number)
        return ""

    def _show(self, number: str) -> None:
        """What was typed that cannot stand is told beside its field, and the sessions stay."""
        opened = look(open_superbills, number, self._asked or None)
        if opened.value is None:
            view = replace(self.view, errors=opened.errors) if opened.errors else SuperbillsView(number=number)
            tell(self, view=view, phase="error" if opened.failed else "ready")
            return
        self._client = opened.value.client.id or 0
        key = self.view.key if number == self.view.number else fresh(self.view.key)
        tell(self, view=superbills_view(opened.value, self._role(), key, self._chosen or None), phase="ready")

    def _role(self) -> str:
        who = asking()
        return who.role if who else ""
