"""A payer's ledger with the practice."""

import reflex as rx

from mbp_claims.actions.open_payer_ledger import open_payer_ledger
from mbp_claims.domain.news import News
from mbp_claims.state.arguments import numbered, told
from mbp_claims.state.base import look
from mbp_claims.state.telling import tell
from mbp_claims.views.ledger import LedgerView
from mbp_claims.views.show_ledger import ledger_view


class LedgerState(rx.State):
    """Of the payer in the address, one year of it."""

    view: LedgerView = LedgerView()
    phase: str = "loading"
    _year: int = 0

    @rx.event
    def load(self):
        self._show(0)

    @rx.event
    def show_year(self, year: str):
        self._show(numbered(told(year)))

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and news.of_work:
            self._show(self._year)
        return ""

    def _show(self, year: int) -> None:
        payer_id, self._year = ledger_payer(str(self.router.url.path)), year
        opened = look(open_payer_ledger, payer_id, year)
        view = ledger_view(opened.value) if opened.value else LedgerView(payer_id, found=False)
        tell(self, view=view, phase="error" if opened.failed else "ready")


def ledger_payer(path: str) -> str:
    """`/ledger/60054` is 60054."""
    parts = [part for part in path.split("/") if part]
    return told(parts[1], 80) if len(parts) > 1 and parts[0] == "ledger" else ""
