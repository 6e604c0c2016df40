"""The first page of a client's chart."""

import reflex as rx

from mbp_claims.actions.open_overview import open_overview
from mbp_claims.clock import today
from mbp_claims.domain.news import News
from mbp_claims.state.base import look
from mbp_claims.state.chart import client_number
from mbp_claims.state.telling import tell
from mbp_claims.views.overview import OverviewView
from mbp_claims.views.show_overview import overview_view


class OverviewState(rx.State):
    """Of the client in the address; whether there is one, and that she was looked at, is `ChartState`'s."""

    view: OverviewView = OverviewView()
    phase: str = "loading"
    _id: int = 0

    @rx.event
    def load(self):
        number = client_number(str(self.router.url.path))
        if number != self.view.number:
            self.phase = "loading"
        self._show(number)

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and news.of_client(self._id):
            self._show(self.view.number)
        return ""

    def _show(self, number: str) -> None:
        opened = look(open_overview, number)
        self._id = opened.value.chart.client.id or 0 if opened.value else 0
        view = overview_view(opened.value, today()) if opened.value else OverviewView(number)
        tell(self, view=view, phase="error" if opened.failed else "ready")
