"""Claims as rows: of one chart, or of the whole practice. One row's change travels alone."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import reflex as rx

from mbp_claims import routes
from mbp_claims.actions.complete_claim import reopen_claim
from mbp_claims.actions.generate_secondary import make_secondary
from mbp_claims.actions.list_claims import claim_facts, count_claims, list_claims
from mbp_claims.actions.open_chart import open_client
from mbp_claims.actions.open_era import era_of_claim
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.domain.claim_facts import ClaimList, ClaimQuery
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.standing import WORDS
from mbp_claims.state.base import attempt, look, told
from mbp_claims.state.chart import client_number
from mbp_claims.state.shell import ShellState
from mbp_claims.state.toasts import refused, said
from mbp_claims.views.claim import ClaimRow
from mbp_claims.views.show_claim import claim_row

PAGE = 50
NOT_DONE = "That did not work. Nothing was changed."
Cursor = tuple[date, int]


class ClaimsState(rx.State):
    """Two tables, fifty rows each at most. `patch` holds the rows that changed last; the browser lays them over."""

    pending: list[ClaimRow] = []
    filed: list[ClaimRow] = []
    patch: list[ClaimRow] = []
    phase: str = "loading"
    pending_count: str = ""
    to_bill: str = ""
    pending_words: str = ""
    filed_words: str = ""
    pending_more: bool = False
    filed_more: bool = False
    pending_back: bool = False
    filed_back: bool = False
    search: str = ""
    status_words: str = ""
    tab: str = "pending"
    filed_count: str = ""
    pending_total: str = ""
    filed_total: str = ""
    _status: str = ""
    _client_id: int | None = None
    _starts: dict[str, list[Cursor]] = {"pending": [], "filed": []}
    _next: dict[str, Cursor | None] = {"pending": None, "filed": None}

    @rx.event
    def load_chart(self):
        client = look(open_client, client_number(str(self.router.url.path))).value
        if client is None:
            self.phase = "error"
            return
        self._open(client.id)

    @rx.event
    def load_practice(self):
        self._open(None)

    @rx.event
    def refresh(self):
        self._show("pending", "filed")

    @rx.event(supersedes=True)
    def search_for(self, text: str):
        self.search = told(text, 100)
        self._from_the_start()

    @rx.event
    def filter_status(self, status: str):
        words = {word: key for key, word in WORDS.items()}
        self.status_words = told(status, 20) if told(status, 20) in words else ""
        self._status = words.get(self.status_words, "")
        self._from_the_start()

    @rx.event
    def show_tab(self, tab: str):
        self.tab = "filed" if told(tab) == "filed" else "pending"

    @rx.event
    def turn(self, table: str, way: str):
        """`way` is older or newer."""
        if table in self._starts:
            starts, following = self._starts[table], self._next[table]
            if way == "older" and following:
                starts = [*starts, following]
            elif way == "newer":
                starts = starts[:-1]
            self._starts = {**self._starts, table: starts}
            self._show(table)

    @rx.event
    async def put_away(self, number: str):
        return await self._do(mark_not_billable, told(number), "is marked as not billable.", ClaimsState.take_back)

    @rx.event
    async def take_back(self, number: str):
        return await self._do(mark_billable, told(number), "is billable again.")

    @rx.event
    async def reopen(self, number: str):
        return await self._do(reopen_claim, told(number), "was reopened.")

    @rx.event
    async def follow(self, number: str):
        """Makes the secondary claim deliberately."""
        return await self._do(make_secondary, told(number), "was made.")

    @rx.event
    def view_era(self, number: str):
        found = look(era_of_claim, told(number))
        return rx.redirect(routes.era(found.value)) if found.value else refused("No ERA has come back for this claim.")

    async def _do(self, action: Any, number: str, words: str, undo: Any = None) -> Any:
        done = attempt(action, number)
        if done.value is None:
            return refused(done.sentence(NOT_DONE))
        await self._changed(number, done.value.number, _sibling(number))
        return said(f"{done.value.number} {words}", undo=undo(number) if undo else None)

    async def _changed(self, *numbers: str) -> None:
        """These rows only: what the browser does not know of them goes to it."""
        facts = [f for n in dict.fromkeys(numbers) for f in look(claim_facts, n).value or ()]
        known = {row.number: row for row in (*self.pending, *self.filed, *self.patch)}
        rows = [claim_row(one, self._client_id is None) for one in facts]
        self.patch = [one for one in rows if known.get(one.number) != one]
        self._count()
        shell = await self.get_state(ShellState)
        shell._refresh()

    def _open(self, client_id: int | None) -> None:
        if client_id != self._client_id:
            self.phase = "loading"
        self._client_id, self.search, self.status_words, self._status = client_id, "", "", ""
        self._from_the_start()

    def _from_the_start(self) -> None:
        self._starts = {"pending": [], "filed": []}
        self._show("pending", "filed")

    def _show(self, *tables: str) -> None:
        self.patch = []
        for table in tables:
            self._fill(table)
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
        # A claim that was put away is shown among the filed ones, when it is asked for.
        setattr(self, table, [replace(row(one), where=table) for one in found.rows])
        setattr(self, f"{table}_more", found.has_more)
        setattr(self, f"{table}_back", first > 0)
        setattr(self, f"{table}_words", _range(found, first))
        self.phase = "ready"

    def _query(self, table: str) -> ClaimQuery:
        starts = self._starts[table]
        return ClaimQuery(table, self._client_id, self._status, self.search, starts[-1] if starts else None)

    def _count(self) -> None:
        pending, cents = look(count_claims, ClaimQuery("pending", self._client_id)).value or (0, 0)
        filed, _ = look(count_claims, ClaimQuery("filed", self._client_id)).value or (0, 0)
        self.pending_total, self.filed_total = f"{pending:,}", f"{filed:,}"
        self.pending_count = _claims(pending) if pending else ""
        self.filed_count = _claims(filed)
        self.to_bill = format_cents(cents)


def _claims(count: int) -> str:
    return f"{count:,} claim{'' if count == 1 else 's'}"


def _range(found: ClaimList, first: int) -> str:
    return f"{first + 1:,}–{first + len(found.rows):,} of {found.total:,}" if found.total > PAGE else ""


def _sibling(number: str) -> str:
    """The other claim of the same services, as far as its number tells."""
    return number.removesuffix("-S") if number.endswith("-S") else f"{number}-S"
