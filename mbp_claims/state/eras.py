"""The ERA Inbox: what came in, newest first."""

import reflex as rx

from mbp_claims.actions.open_era import list_eras
from mbp_claims.domain.news import News
from mbp_claims.state.base import look
from mbp_claims.state.paging import Pages
from mbp_claims.state.shell import ShellState
from mbp_claims.state.telling import tell
from mbp_claims.views.era import EraRow
from mbp_claims.views.show_era import era_row
from mbp_claims.words import _


class ErasState(Pages, rx.State):
    """Fifty payments at a time."""

    rows: list[EraRow] = []
    phase: str = "loading"
    why: str = ""

    @rx.event
    async def load(self):
        if not (await self.get_state(ShellState))._is_back():
            self._starts = []
        self._show()

    def _hear(self, news: News) -> str:
        if self.phase != "ready" or not news.of_work:
            return ""
        known = {row.id for row in self.rows}
        self._show()
        new = [row.payer for row in self.rows if row.id not in known and not self._starts]
        return (
            _("An ERA from {payer} arrived.", payer=new[0])
            if len(new) == 1
            else _("{count} ERAs arrived.", count=len(new))
            if new
            else ""
        )

    def _show(self) -> None:
        found = look(list_eras, self._starts[-1] if self._starts else None)
        tell(self, phase=found.phase, why=found.sentence(""))
        if found.value is None:
            return
        facts, has_older = found.value
        self._last = facts[-1].remittance.id or 0 if facts else 0
        tell(self, rows=[era_row(one) for one in facts], has_older=has_older, has_newer=bool(self._starts))
