"""The practice's money over time."""

from collections.abc import Mapping

import reflex as rx
from reflex_base.event import Event

from mbp_claims.actions.open_money import open_money
from mbp_claims.clock import today
from mbp_claims.domain.money_over_time import MoneyQuery
from mbp_claims.domain.news import News
from mbp_claims.state.arguments import told
from mbp_claims.state.base import look
from mbp_claims.state.telling import tell
from mbp_claims.views.money import MoneyView
from mbp_claims.views.show_money import money_view


class MoneyState(rx.State):
    """As the address asks, and what is chosen goes into it: Back, reload and a copied link keep it."""

    view: MoneyView = MoneyView()
    phase: str = "loading"

    @rx.event
    def load(self):
        asked = self.router.url.query_parameters
        self._show(asked if isinstance(asked, Mapping) else {})

    @rx.event
    def refresh(self):
        self._ask()

    @rx.event
    def choose_first(self, month: str):
        return self._choose(**{"from": told(month, 7)})

    @rx.event
    def choose_last(self, month: str):
        return self._choose(to=told(month, 7))

    @rx.event
    def choose_payer(self, payer: str):
        return self._choose(payer=told(payer, 100))

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and news.of_work:
            self._ask()
        return ""

    def _choose(self, **changed: str) -> Event | None:
        self._ask(**changed)
        return rx.redirect(self.view.asked.page) if self.phase == "ready" else None  # type: ignore[no-any-return]

    def _ask(self, **changed: str) -> None:
        now = self.view.asked
        self._show({"from": now.first, "to": now.last, "payer": now.payer} | changed)

    def _show(self, asked: Mapping[str, object]) -> None:
        opened = look(open_money, MoneyQuery.parse(asked, today())).value
        if opened is None:
            self.phase = "error"
            return
        tell(self, view=money_view(opened), phase="ready")
