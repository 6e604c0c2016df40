"""Turning the pages of a list that is asked for from a place on."""

import reflex as rx


class Pages(rx.State, mixin=True):
    """Whoever mixes it in shows the page that begins after `_starts[-1]`, and says where it ends (`_last`)."""

    has_older: bool = False
    has_newer: bool = False
    _starts: list[int] = []
    _last: int = 0

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
        """Shows the page anew."""
