"""The ERA Inbox: what came in, newest first."""

import reflex as rx

from mbp_claims.actions.open_era import list_eras
from mbp_claims.state.base import look
from mbp_claims.views.era import EraRow
from mbp_claims.views.show_era import era_row


class ErasState(rx.State):
    """Fifty payments at a time."""

    rows: list[EraRow] = []
    phase: str = "loading"
    has_older: bool = False
    has_newer: bool = False
    _starts: list[int] = []
    _last: int = 0

    @rx.event
    def load(self):
        self._starts = []
        self._show()

    @rx.event
    def older(self):
        if self.has_older:
            self._starts = [*self._starts, self._last]
            self._show()

    @rx.event
    def newer(self):
        self._starts = self._starts[:-1]
        self._show()

    def _show(self) -> None:
        found = look(list_eras, self._starts[-1] if self._starts else None).value
        if found is None:
            self.phase = "error"
            return
        facts, self.has_older = found
        self.rows = [era_row(one) for one in facts]
        self._last = facts[-1].remittance.id or 0 if facts else 0
        self.has_newer, self.phase = bool(self._starts), "ready"
