"""Claims as rows: of one chart, or of the whole practice."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

import reflex as rx
from reflex_base.event import Event

from mbp_claims import routes
from mbp_claims.actions.list_claims import claim_facts, list_billed_payers, list_claims
from mbp_claims.actions.open_chart import open_client
from mbp_claims.actions.take_back_claim import take_back_claim
from mbp_claims.domain.claim_age import AGES
from mbp_claims.domain.claim_facts import ClaimList, ClaimQuery
from mbp_claims.domain.sections import CHOICES
from mbp_claims.state.arguments import told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.chart import client_number
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.row_actions import NOT_DONE, RowActions
from mbp_claims.state.row_news import RowNews
from mbp_claims.state.shell import ShellState
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import moved_on, refused, shown_at
from mbp_claims.views.show_claim import claim_row
from mbp_claims.words import _, ngettext

PAGE = 50
TABS = ("pending", "filed", "completed")
NOTHING: Mapping[str, str] = MappingProxyType({})
NOBODY = 0
"""The client of an address that could not be opened."""


class ClaimsState(RowActions, RowNews, rx.State):
    """Two tables in a chart, three for the practice, fifty rows each at most."""

    phase: str = "loading"
    pending_words: str = ""
    filed_words: str = ""
    completed_words: str = ""
    pending_more: bool = False
    filed_more: bool = False
    completed_more: bool = False
    pending_back: bool = False
    filed_back: bool = False
    completed_back: bool = False
    status_words: str = ""
    tab: str = "pending"
    payers: list[str] = []

    @rx.event
    async def load_chart(self):
        client = look(open_client, client_number(str(self.router.url.path))).value
        await self._open((client.id or NOBODY) if client else NOBODY)
        if client is None:
            self.phase = "error"

    @rx.event
    async def load_practice(self):
        """The address may name the table to begin with, and what it is narrowed to."""
        self.payers = look(list_billed_payers).value or []
        await self._open(None, self.router.url.query_parameters)

    @rx.event
    def refresh(self):
        """What is shown, anew; after a failure, what should have been shown."""
        if self._client_id == NOBODY:
            return ClaimsState.load_chart
        self._show_all()
        return None

    @rx.event
    async def recall(self, number: str):
        """A claim that waits to be sent comes back, with the others of its file."""
        done = await attempt(take_back_claim, told(number))
        if done.value is None:
            return refused(done.sentence(NOT_DONE))
        first, *others = done.value
        came = [facts for claim in done.value for facts in look(claim_facts, claim.number).value or ()]
        self._show_rows(tuple({facts.claim.number: facts for facts in came}.values()))
        await self._count_everywhere()
        await (await self.get_state(ClaimState))._changed(first.number)
        (await self.get_state(ShellState))._refresh()
        return moved_on(_came_back(first.number, len(others)))

    @rx.event(supersedes=True)
    def search_for(self, text: str):
        self.search = told(text, 100)
        self._from_the_start()

    @rx.event
    async def filter_status(self, status: str):
        """Of the table in front; the others stay as they are."""
        keys = {words: key for key, words in CHOICES[self._section(self._in_front())].items()}
        self._asked = {**self._asked, self._in_front(): keys.get(told(status, 40), "")}
        self._tell_status()
        self._from_the_start()
        return await self._shown_at()

    @rx.event
    async def filter_payer(self, payer: str):
        self.payer = told(payer) if told(payer) in self.payers else ""
        self._from_the_start()
        return await self._shown_at()

    @rx.event
    async def filter_age(self, age: str):
        self.age = told(age) if told(age) in AGES else ""
        self._from_the_start()
        return await self._shown_at()

    @rx.event
    async def show_tab(self, tab: str):
        self.tab = told(tab) if told(tab) in TABS else TABS[0]
        self._tell_status()
        return await self._shown_at()

    @rx.event
    def turn(self, table: str, way: str):
        """`way` is older or newer."""
        table = told(table)
        if table in self._starts:
            starts, following = self._starts[table], self._next.get(table)
            if way == "older" and following:
                starts = [*starts, following]
            elif way == "newer":
                starts = starts[:-1]
            self._starts = {**self._starts, table: starts}
            self._fill(table)
            self._count()

    async def _is_back(self) -> bool:
        return self.phase == "ready" and (await self.get_state(ShellState))._is_back()

    async def _open(self, client_id: int | None, asked: Mapping[str, str] = NOTHING) -> None:
        if client_id == self._client_id and await self._is_back():
            self._show_all()
            return
        if client_id != self._client_id:
            self.phase, self.pending, self.filed, self.completed = "loading", [], [], []
        self._client_id, self.search = client_id, ""
        tab, payer, status, age = (told(asked.get(name)) for name in ("tab", "payer", "status", "age"))
        self.tab = tab if tab in TABS else TABS[0]
        self.payer, self.age = payer if payer in self.payers else "", age if age in AGES else ""
        self._asked = {self._in_front(): status} if status in CHOICES[self._section(self._in_front())] else {}
        self._tell_status()
        self._from_the_start()

    def _from_the_start(self) -> None:
        tables = TABS if self._client_id is None else TABS[:2]
        self._starts = {table: [] for table in tables}
        self._show_all()

    def _in_front(self) -> str:
        """The table whose status is asked for."""
        return self.tab if self._client_id is None else self._last_table()

    def _section(self, table: str) -> str:
        return "settled" if table == "filed" and self._client_id is not None else table

    def _tell_status(self) -> None:
        choices = CHOICES[self._section(self._in_front())]
        self.status_words = choices.get(self._asked.get(self._in_front(), ""), "")

    async def _shown_at(self) -> Event | None:
        if self._client_id is not None:
            return None
        address = routes.claims(self.tab, self.payer, self._asked.get(self.tab, ""), self.age)
        (await self.get_state(ShellState))._moved(address)
        return shown_at(address)

    def _show_all(self) -> None:
        for table in self._starts:
            self._fill(table)
        tell(self, patch=[])
        self._count()

    def _fill(self, table: str) -> None:
        found = look(list_claims, self._query(table)).value
        if found is None:
            self.phase = "error"
            return
        first = PAGE * len(self._starts[table])
        last = found.rows[-1].claim if found.rows else None
        self._next = {**self._next, table: (last.service_from, last.id or 0) if last and found.has_more else None}
        row = partial(claim_row, with_client=self._client_id is None)
        # A claim that was put away is shown in the last table, when it is asked for.
        rows = [replace(row(one), where=table) for one in found.rows]
        if self._laid_over[table]:
            # What lies over the rows goes with the list that they were laid over.
            self._laid_over = {**self._laid_over, table: {}}
            setattr(self, table, rows)
        more, back, words = f"{table}_more", f"{table}_back", f"{table}_words"
        told = {table: rows, more: found.has_more, back: first > 0, words: _range(found, first)}
        tell(self, **told, phase="ready")

    def _query(self, table: str) -> ClaimQuery:
        starts = self._starts[table]
        before = starts[-1] if starts else None
        asked = self._asked.get(table, "")
        return ClaimQuery(self._section(table), self._client_id, asked, self.search, before, self.payer, self.age)


def _came_back(number: str, others: int) -> str:
    if not others:
        return _("{number} was taken back. Nothing was sent.", number=number)
    company = ngettext("another claim", "{count:,} other claims", others)
    return _(
        "{number} was taken back, and with it {company} of the same file. Nothing was sent.",
        number=number,
        company=company,
    )


def _range(found: ClaimList, first: int) -> str:
    return (
        _("{first:,}–{last:,} of {total:,}", first=first + 1, last=first + len(found.rows), total=found.total)
        if found.total > PAGE
        else ""
    )
