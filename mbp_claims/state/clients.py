"""The searchable list of clients."""

from dataclasses import replace

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.actions.add_client import add_client
from mbp_claims.actions.assign_client import open_client_form
from mbp_claims.actions.list_clients import list_clients
from mbp_claims.domain.client_line import SORTS, ClientLine, ClientOrder
from mbp_claims.domain.news import News
from mbp_claims.state.arguments import entries, fresh, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.shell import ShellState
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import close, problem
from mbp_claims.views.client import ClientRow
from mbp_claims.views.client_form import ClientFormView
from mbp_claims.views.show_client import client_form, client_row
from mbp_claims.words import _, ngettext

PAGE = 50
NOT_SAVED = _("The client was not saved. Your entries are still here.")


class ClientsState(rx.State):
    """Fifty clients by name, as searched for."""

    rows: list[ClientRow] = []
    phase: str = "loading"
    search: str = ""
    pending_only: bool = False
    cleared: int = 0
    sort: str = "name"
    down: bool = False
    count: str = ""
    words: str = ""
    has_next: bool = False
    has_back: bool = False
    form: ClientFormView = ClientFormView()
    _starts: list[tuple[str, str, int]] = []
    _next: tuple[str, str, int] | None = None

    @rx.event
    async def load(self):
        if (await self.get_state(ShellState))._is_back():
            self._show()
        else:
            self._from_the_start()

    @rx.event(supersedes=True)
    def search_for(self, text: str):
        self.search = told(text, 100)
        self._from_the_start()

    @rx.event
    def show_pending(self, only: bool):
        self.pending_only = only is True
        self._from_the_start()

    @rx.event
    def sort_by(self, column: str):
        """Names and births begin with the first, the rest with the most; the same column again turns it round."""
        column = told(column, 20)
        if column in SORTS:
            self.down = not self.down if column == self.sort else column not in ("name", "born")
            self.sort = column
        self._from_the_start()

    @rx.event
    def clear(self):
        self.search, self.pending_only = "", False
        self.cleared += 1
        self._from_the_start()

    @rx.event
    def next_page(self):
        if self._next:
            self._starts = [*self._starts, self._next]
            self._show()

    @rx.event
    def page_back(self):
        self._starts = self._starts[:-1]
        self._show()

    @rx.event
    def open_form(self):
        opened = look(open_client_form).value
        choices, chosen = (opened.choices, opened.chosen) if opened else ((), 0)
        self.form = client_form(None, fresh(self.form.key), choices, chosen)

    @rx.event
    async def save(self, form: dict):
        done = await attempt(add_client, entries(form))
        if not done.well:
            self.form = replace(self.form, errors=done.errors, failure=NOT_SAVED if done.failed else "")
            return problem(testids.CLIENT_DIALOG)
        return [close(testids.CLIENT_DIALOG), rx.redirect(routes.claim_center(done.value.number))]

    def _from_the_start(self) -> None:
        self._starts = []
        self._show()

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and (news.clients or news.everything):
            self._show()
        return ""

    def _show(self) -> None:
        after = self._starts[-1] if self._starts else None
        order = ClientOrder(self.sort, self.down, PAGE * len(self._starts))
        found = look(list_clients, self.search, self.pending_only, after, order)
        if found.value is None:
            self.phase = "error"
            return
        page, first = found.value, PAGE * len(self._starts)
        self._next = _key(page.lines[-1]) if page.has_more else None
        tell(
            self, rows=[client_row(line) for line in page.lines],
            count=ngettext("{count:,} client", "{count:,} clients", page.total),
            words=_("{first:,}–{last:,} of {total:,}", first=first + 1, last=first + len(page.lines),
                total=page.total) if page.total > PAGE else "",
            has_next=page.has_more, has_back=bool(self._starts), phase="ready",
        )  # fmt: skip


def _key(line: ClientLine) -> tuple[str, str, int]:
    return line.client.last_name, line.client.first_name, line.client.id or 0
