"""The practice's money over time."""

from collections.abc import Mapping

import reflex as rx

from mbp_claims.actions.open_money import open_money
from mbp_claims.clock import today
from mbp_claims.domain.money_over_time import MoneyQuery
from mbp_claims.domain.news import News
from mbp_claims.state.base import look, told
from mbp_claims.state.telling import tell
from mbp_claims.views.money import MoneyView
from mbp_claims.views.show_money import money_view


class MoneyState(rx.State):
    """As asked for; the address may ask, too."""

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
        self._ask(**{"from": told(month, 7)})

    @rx.event
    def choose_last(self, month: str):
        self._ask(to=told(month, 7))

    @rx.event
    def choose_payer(self, payer: str):
        self._ask(payer=told(payer, 100))

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and news.of_work:
            self._ask()
        return ""

    def _ask(self, **changed: str) -> None:
        now = self.view.asked
        self._show({"from": now.first, "to": now.last, "payer": now.payer} | changed)

    def _show(self, asked: Mapping[str, object]) -> None:
        opened = look(open_money, MoneyQuery.parse(asked, today())).value
        if opened is None:
            self.phase = "error"
            return
        tell(self, view=money_view(opened), phase="ready")
