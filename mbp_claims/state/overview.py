"""The first page of a client's chart."""

import reflex as rx

from mbp_claims.actions.open_overview import open_overview
from mbp_claims.clock import today
from mbp_claims.state.base import look
from mbp_claims.state.chart import client_number
from mbp_claims.views.overview import OverviewView
from mbp_claims.views.show_overview import overview_view


class OverviewState(rx.State):
    """Of the client in the address; whether there is one, and that she was looked at, is `ChartState`'s."""

    view: OverviewView = OverviewView()
    phase: str = "loading"

    @rx.event
    def load(self):
        number = client_number(str(self.router.url.path))
        if number != self.view.number:
            self.phase = "loading"
        opened = look(open_overview, number)
        self.view = overview_view(opened.value, today()) if opened.value else OverviewView(number)
        self.phase = "error" if opened.failed else "ready"
