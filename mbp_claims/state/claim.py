"""The page of one claim."""

import reflex as rx

from mbp_claims.actions.open_claim import open_claim
from mbp_claims.state.base import look
from mbp_claims.views.claim import ClaimView
from mbp_claims.views.show_claim_page import claim_view


class ClaimState(rx.State):
    """Everything about one claim, as text."""

    view: ClaimView = ClaimView()
    phase: str = "loading"

    @rx.event
    def load(self):
        number = claim_number(str(self.router.url.path))
        if number != self.view.number:
            self.phase = "loading"
        self._show(number)

    def _show(self, number: str) -> None:
        opened = look(open_claim, number)
        self.view = claim_view(opened.value) if opened.value else ClaimView(number=number, found=False)
        self.phase = "error" if opened.failed else "ready"

    async def _changed(self, number: str) -> None:
        """Somebody did something to a claim; if this tab is on its page or its sibling's, that is shown anew."""
        shown = claim_number(str(self.router.url.path))
        if shown and shown.removesuffix("-S") == number.removesuffix("-S"):
            self._show(shown)


def claim_number(path: str) -> str:
    """`/claims/C-1042-S` is C-1042-S."""
    parts = [part for part in path.split("/") if part]
    return parts[1][:60] if len(parts) > 1 and parts[0] == "claims" else ""
