"""The page of one claim."""

import reflex as rx

from mbp_claims.actions.decide_rest import decide_rest
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.domain.news import News
from mbp_claims.state.arguments import told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.readings import seen
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import refused, said
from mbp_claims.views.claim import ClaimView
from mbp_claims.views.claim_ledger import ClaimLedgerView
from mbp_claims.views.show_claim_ledger import claim_ledger_view
from mbp_claims.views.show_claim_page import claim_view
from mbp_claims.words import _

NOT_DECIDED = _("That did not work. Nothing was changed.")


class ClaimState(rx.State):
    """Everything about one claim, as text."""

    view: ClaimView = ClaimView()
    ledger: ClaimLedgerView = ClaimLedgerView()
    phase: str = "loading"
    _of: tuple[int, int] = (0, 0)
    """Ids of the client and the claim."""

    @rx.event
    def load(self):
        number = claim_number(str(self.router.url.path))
        if number != self.view.number:
            self.phase = "loading"
        self._show(number)
        if self.view.found and self.phase == "ready":
            seen(f"{number} opened", *self._of)

    def _show(self, number: str) -> None:
        opened = look(open_claim, number)
        tell(self, view=claim_view(opened.value) if opened.value else ClaimView(number=number, found=False))
        if opened.value:
            claim = opened.value.facts.claim
            self._of = claim.client_id, claim.id or 0
        ledger = look(open_ledger, number).value if opened.value else None
        shown = claim_ledger_view(ledger, opened.value) if ledger and opened.value else ClaimLedgerView()
        tell(self, ledger=shown, phase="error" if opened.failed else "ready")

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and self.view.found and news.of_client(self._of[0]):
            self._show(self.view.number)
        return ""

    @rx.event
    async def decide(self, choice: str):
        """What becomes of an amount that the payers left open: write_off, bill_client, or leave."""
        number = self.view.number
        done = await attempt(decide_rest, number, told(choice))
        self._show(number)
        if done.value is None:
            return refused(done.sentence(NOT_DECIDED))
        undo = ClaimState.decide("leave") if told(choice) != "leave" else None
        return said(_("Decided. The ledger shows it.") if undo else _("The decision was taken back."), undo)

    async def _changed(self, number: str) -> None:
        """Somebody did something to a claim; if this tab is on its page or its sibling's, that is shown anew."""
        shown = claim_number(str(self.router.url.path))
        if shown and shown.removesuffix("-S") == number.removesuffix("-S"):
            self._show(shown)


def claim_number(path: str) -> str:
    """`/claims/C-1042-S` is C-1042-S."""
    parts = [part for part in path.split("/") if part]
    return parts[1][:60] if len(parts) > 1 and parts[0] == "claims" else ""
