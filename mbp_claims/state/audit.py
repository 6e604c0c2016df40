"""The activity trail: who did what, when, from where, on whom."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import reflex as rx

from mbp_claims.actions.read_trail import list_people, read_trail
from mbp_claims.clock import today
from mbp_claims.domain.trail_query import TrailQuery
from mbp_claims.state.arguments import told
from mbp_claims.state.base import look
from mbp_claims.views.audit import AuditAsked, AuditRow
from mbp_claims.views.form import Option
from mbp_claims.views.show_audit import asked, audit_row, people_options


class AuditState(rx.State):
    """Fifty entries, newest first, as asked for."""

    rows: list[AuditRow] = []
    people: list[Option] = []
    asked: AuditAsked = AuditAsked()
    phase: str = "loading"
    why: str = ""
    has_older: bool = False
    has_newer: bool = False
    cleared: int = 0
    _starts: list[tuple[datetime, int]] = []
    _last: tuple[datetime, int] | None = None

    @rx.event
    def load(self):
        """A chart leads here with its client in the address."""
        client = _parameter(self.router.url.query_parameters, "client")
        self.asked = asked("", "", client, "", "")
        self.cleared += 1
        self.people = people_options(look(list_people).value or [])
        self._from_the_start()

    @rx.event
    def refresh(self):
        self._from_the_start()

    @rx.event
    def choose_person(self, person: str):
        self._ask(person=told(person, 10))

    @rx.event
    def choose_kind(self, kind: str):
        self._ask(kind=told(kind, 20))

    @rx.event(supersedes=True)
    def search_client(self, client: str):
        self._ask(client=told(client, 100))

    @rx.event
    def choose_first(self, day: str):
        self._ask(first=told(day, 10))

    @rx.event
    def choose_last(self, day: str):
        self._ask(last=told(day, 10))

    @rx.event
    def clear(self):
        self.cleared += 1
        self._ask(person="", kind="", client="", first="", last="")

    @rx.event
    def older(self):
        if self.has_older and self._last:
            self._starts = [*self._starts, self._last]
            self._show()

    @rx.event
    def newer(self):
        self._starts = self._starts[:-1]
        self._show()

    def _ask(self, **changed: str) -> None:
        now = replace(self.asked, **changed)
        self.asked = asked(now.person, now.kind, now.client, now.first, now.last)
        self._from_the_start()

    def _from_the_start(self) -> None:
        self._starts = []
        self._show()

    def _show(self) -> None:
        query = TrailQuery.parse(vars(self.asked), today())
        found = look(read_trail, replace(query, before=self._starts[-1] if self._starts else None))
        if found.value is None:
            self.rows, self.phase, self.why = [], "error" if found.failed else "refused", found.sentence("")
            return
        lines, self.has_older = found.value
        self.rows = [audit_row(line) for line in lines]
        self._last = (lines[-1].entry.at, lines[-1].entry.place) if lines else None
        self.has_newer, self.phase = bool(self._starts), "ready"


def _parameter(told_of: object, name: str) -> str:
    return told(told_of.get(name), 100) if isinstance(told_of, Mapping) else ""
