"""The ERA Inbox: what came in, newest first."""

import reflex as rx

from mbp_claims.actions.open_era import list_eras
from mbp_claims.state.base import look
from mbp_claims.state.paging import Pages
from mbp_claims.views.era import EraRow
from mbp_claims.views.show_era import era_row


class ErasState(Pages, rx.State):
    """Fifty payments at a time."""

    rows: list[EraRow] = []
    phase: str = "loading"
    why: str = ""

    @rx.event
    def load(self):
        self._starts = []
        self._show()

    def _show(self) -> None:
        found = look(list_eras, self._starts[-1] if self._starts else None)
        self.phase, self.why = found.phase, found.sentence("")
        if found.value is None:
            return
        facts, self.has_older = found.value
        self.rows = [era_row(one) for one in facts]
        self._last = facts[-1].remittance.id or 0 if facts else 0
        self.has_newer = bool(self._starts)
