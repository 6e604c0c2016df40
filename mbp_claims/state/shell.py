"""The frame around each page."""

from dataclasses import asdict
from urllib.parse import parse_qsl

import reflex as rx

from mbp_claims.actions.open_shell import open_shell
from mbp_claims.clock import today
from mbp_claims.domain.news import News
from mbp_claims.domain.shell import Shell
from mbp_claims.settings import settings
from mbp_claims.state.base import look
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import ready
from mbp_claims.views.show_client import shell_view, shown_count


class ShellState(rx.State):
    """Who works here, what waits, what a screen reader is told. A ShellView in single words: a count travels alone."""

    clinician: str = ""
    initials: str = ""
    practice: str = ""
    pending: str = ""
    to_review: str = ""
    to_send: str = ""
    test_mode: bool = False
    office: bool = True
    owner: bool = True
    printed: str = ""
    announcement: str = ""
    _at: tuple[str, dict[str, str]] = ("", {})
    """The address of the page that this tab shows: its path, and its query."""

    @rx.event
    def load(self):
        """The last of what a page loads."""
        self._at = self._here()
        self._refresh()

    @rx.event
    def ready(self):
        """Proves to whoever waits for it that the server answers."""
        return ready()

    def _is_back(self) -> bool:
        """Whether the page that loads was here already: the connection or the page came back, and nobody went away.

        What was searched for, ticked or turned to is as it was then.
        """
        return self._at == self._here()

    def _moved(self, address: str) -> None:
        """What the page shows has another address now (`toasts.shown_at`)."""
        path, _, query = address.partition("?")
        self._at = path.strip("/"), dict(parse_qsl(query))

    def _here(self) -> tuple[str, dict[str, str]]:
        return str(self.router.url.path).strip("/"), dict(self.router.url.query_parameters)

    def _refresh(self) -> None:
        opened = look(open_shell)
        if opened.value:
            self._show(opened.value)

    def _hear(self, news: News) -> None:
        if news.of_work or news.practice:
            self._refresh()

    def _count(self, pending: int) -> None:
        tell(self, pending=shown_count(pending))

    def _show(self, shell: Shell) -> None:
        tell(self, **asdict(shell_view(shell, settings.test_mode, today())))
