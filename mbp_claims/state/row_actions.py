"""What a person does to one claim of a table. The lists stay as they were sent; only rows that changed follow them."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import reflex as rx

from mbp_claims import routes
from mbp_claims.actions.complete_claim import reopen_claim
from mbp_claims.actions.fix_primary import fix_primary
from mbp_claims.actions.generate_secondary import make_secondary
from mbp_claims.actions.list_claims import claim_facts, count_claims
from mbp_claims.actions.open_era import era_of_claim
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.actions.undo_by_hand import undo_by_hand
from mbp_claims.clock import today
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_age import is_of_age
from mbp_claims.domain.claim_facts import ClaimCounts, ClaimFacts
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.sections import is_asked_for
from mbp_claims.state.arguments import told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.changed_row import ChangedRow, changed_row
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.shell import ShellState
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import moved_on, refused
from mbp_claims.views.claim import ClaimRow
from mbp_claims.views.show_claim import claim_row, where
from mbp_claims.words import _, ngettext

NOT_DONE = _("That did not work. Nothing was changed.")
Cursor = tuple[date, int]


class RowActions(rx.State, mixin=True):
    """`patch` holds the rows that changed last; the browser lays them over the lists and remembers them."""

    pending: list[ClaimRow] = []
    filed: list[ClaimRow] = []
    completed: list[ClaimRow] = []
    patch: list[ClaimRow] = []
    pending_count: str = ""
    filed_count: str = ""
    completed_count: str = ""
    pending_total: str = ""
    filed_total: str = ""
    completed_total: str = ""
    to_bill: str = ""
    search: str = ""
    _laid_over: dict[str, dict[str, ClaimRow]] = {"pending": {}, "filed": {}, "completed": {}}
    _client_id: int | None = None
    _asked: dict[str, str] = {}
    """What each table is narrowed to, a key of `sections.CHOICES`."""
    payer: str = ""
    age: str = ""
    _starts: dict[str, list[Cursor]] = {"pending": [], "filed": []}
    """Of the tables that are shown: a chart has no third."""
    _next: dict[str, Cursor | None] = {}

    @rx.event
    async def put_away(self, number: str):
        async for said in self._do(
            mark_not_billable, told(number), _("is marked as not billable."), type(self).take_back
        ):
            yield said

    @rx.event
    async def take_back(self, number: str):
        async for said in self._do(mark_billable, told(number), _("is billable again.")):
            yield said

    @rx.event
    async def reopen(self, number: str):
        async for said in self._do(reopen_claim, told(number), _("was reopened.")):
            yield said
        (await self.get_state(ChartState))._money_changed()

    @rx.event
    async def fix(self, number: str):
        """A denied claim waits to be corrected and filed again."""
        fixed = _("is to be fixed: edit it, then file it again.")
        async for said in self._do(fix_primary, told(number), fixed, type(self).put_back):
            yield said

    @rx.event
    async def follow(self, number: str):
        """Makes the secondary claim deliberately."""
        async for said in self._do(make_secondary, told(number), _("was made."), type(self).put_back):
            yield said

    @rx.event
    async def put_back(self, number: str):
        """Undoes either."""
        async for said in self._do(undo_by_hand, told(number), _("is as it was.")):
            yield said
        (await self.get_state(ChartState))._money_changed()

    @rx.event
    def view_era(self, number: str):
        found = look(era_of_claim, told(number))
        if found.value is None:
            return refused(NOT_DONE if found.failed else _("No ERA has come back for this claim."))
        return rx.redirect(routes.era(found.value))

    async def _do(self, action: Any, number: str, words: str, undo: Any = None) -> AsyncIterator[Any]:
        done = await attempt(action, number)
        changed = done.value
        if changed is None:
            yield refused(done.sentence(NOT_DONE))
            return
        # The row goes first: nobody waits for what else must be told of it, or for the counts.
        if self._leaves(changed) and any(self._known(table, changed.number) for table in self._starts):
            self._lay_over([_gone(changed)])
            yield
        self._show_rows(look(claim_facts, number).value or ())
        yield
        await self._count_everywhere()
        await (await self.get_state(ClaimState))._changed(number)
        yield moved_on(f"{changed.number} {words}", undo=undo(number) if undo else None)

    async def _changed(self, number: str) -> None:
        """After somebody did something to the claim elsewhere on the page."""
        rows = look(claim_facts, number).value
        if rows is not None:
            self._show_rows(rows)
            await self._count_everywhere()

    def _leaves(self, claim: Claim) -> bool:
        """All tables; one put away stays where it is asked for."""
        return where(claim) == "gone" and claim.status != self._asked.get(self._last_table())

    def _last_table(self) -> str:
        """Where what was put away can be asked for."""
        return "completed" if self._client_id is None else "filed"

    def _show_rows(self, found: Iterable[ClaimFacts]) -> None:
        """What the browser does not know of these rows goes to it."""
        rows = [(one, self._row(one)) for one in found]
        self._lay_over([row for of, row in rows if any(self._misses(table, of, row) for table in self._starts)])

    def _row(self, facts: ClaimFacts) -> ClaimRow:
        if self._leaves(facts.claim):
            return _gone(facts.claim)
        row = claim_row(facts, with_client=self._client_id is None)
        return replace(row, where=self._last_table()) if row.where == "gone" else row

    def _misses(self, table: str, facts: ClaimFacts, row: ClaimRow) -> bool:
        """Whether the browser would show something else in that table, or nothing where the row has its place."""
        known = self._known(table, row.number)
        if known is None:
            return row.where == table and self._is_asked_for(table, facts) and self._is_on_page(table, facts.claim)
        return known != row and not known.where == row.where == "gone"

    def _known(self, table: str, number: str) -> ClaimRow | None:
        """The row as the browser has it in that table, seen or not."""
        # Read as they are kept: Reflex would put each of fifty rows behind a proxy, and they are frozen.
        if laid := self.get_value("_laid_over")[table].get(number):
            return laid  # type: ignore[no-any-return]
        return next((one for one in self.get_value(table) if one.number == number), None)

    def _is_asked_for(self, table: str, facts: ClaimFacts) -> bool:
        """As the database would search and filter."""
        claim, client = facts.claim, facts.client
        named = f"{claim.number} {client.first_name} {client.last_name} {facts.payer}".lower()
        return (
            self._client_id in (None, claim.client_id)
            and is_asked_for(claim, self._asked.get(table, ""))
            and self.payer in ("", facts.payer)
            and is_of_age(self.age, claim.service_from, today())
            and all(word.lower() in named for word in self.search.split())
        )

    def _is_on_page(self, table: str, claim: Claim) -> bool:
        starts, following, key = self._starts[table], self._next.get(table), (claim.service_from, claim.id or 0)
        return (not starts or key < tuple(starts[-1])) and (not following or key >= tuple(following))

    def _lay_over(self, rows: list[ClaimRow]) -> None:
        """The browser keeps them until it is sent a table anew: those in full for all tables."""
        if not rows:
            return
        over = {table: dict(laid) for table, laid in self.get_value("_laid_over").items()}
        patch = []
        for row in rows:
            had = {table: self._known(table, row.number) for table in over}
            elsewhere = (known for table, known in had.items() if known and table != row.where)
            news = changed_row(row, had.get(row.where), elsewhere)
            patch.append(news)
            in_full = row.where != "gone" and not isinstance(news, ChangedRow)
            for table, known in had.items():
                if known and row.where == "gone":
                    # Of a row that leaves the browser keeps the words, should it come back.
                    over[table][row.number] = replace(known, where="gone")
                elif known or in_full:
                    over[table][row.number] = row
        self.patch, self._laid_over = patch, over

    async def _count_everywhere(self) -> None:
        """Here and in the navigation."""
        counts = self._count()
        if counts:
            (await self.get_state(ShellState))._count(counts.practice)

    def _count(self) -> ClaimCounts | None:
        counts = look(count_claims, self._client_id).value
        if counts:
            self._tell_counts(counts)
        return counts

    def _tell_counts(self, counts: ClaimCounts) -> None:
        waiting = _claims(counts.pending) if counts.pending else ""
        tell(self, pending_count=waiting, to_bill=format_cents(counts.to_bill_cents))
        if self._client_id is not None:
            tell(self, filed_count=_claims(counts.settled))
            return
        tell(self, filed_count=_claims(counts.filed), completed_count=_claims(counts.completed))
        tell(
            self, pending_total=f"{counts.pending:,}", filed_total=f"{counts.filed:,}",
            completed_total=f"{counts.completed:,}",
        )  # fmt: skip


def _gone(claim: Claim) -> ClaimRow:
    """Of a row that leaves all tables the browser needs no more."""
    return ClaimRow(claim.number, tone="", icon="", actions="", where="gone")


def _claims(count: int) -> str:
    return ngettext("{count:,} claim", "{count:,} claims", count)
