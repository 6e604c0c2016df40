"""The start page of the practice."""

import reflex as rx

from mbp_claims.actions.open_shell import open_shell
from mbp_claims.actions.open_today import open_today
from mbp_claims.clock import now
from mbp_claims.domain.news import News
from mbp_claims.state.base import look
from mbp_claims.state.telling import tell
from mbp_claims.views.show_today import today_view
from mbp_claims.views.today import TodayView


class TodayState(rx.State):
    """What is owed, by whom, and what there is to do."""

    view: TodayView = TodayView()
    phase: str = "loading"

    @rx.event
    def load(self):
        self._show()

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and (news.of_work or news.charts):
            self._show()
        return ""

    def _show(self) -> None:
        work, shell = look(open_today).value, look(open_shell).value
        if work is None or shell is None:
            self.phase = "error"
            return
        tell(self, view=today_view(work, shell.clinician, now()), phase="ready")
