"""Reopen claim…: asked before an answer is put aside, as only the payer, or typing, brings one back."""

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.list_claims import claim_facts
from mbp_claims.domain.claim import PUT_AWAY
from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.state.arguments import fresh, told
from mbp_claims.state.base import look
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.toasts import close, refused
from mbp_claims.views.claim import ReopenView
from mbp_claims.words import _

STAYS = _("Its answer stays on record. The claim waits for {payer} again.")


class ReopenState(rx.State):
    """The question about one claim."""

    view: ReopenView = ReopenView()

    @rx.event
    def ask(self, number: str):
        found = look(claim_facts, told(number)).value
        if not found:
            return [close(testids.REOPEN_ALERT), refused(_("The claim did not load. Try again."))]
        self.view = ReopenView(fresh(self.view.key), found[0].claim.number, _body(*found))
        return None

    @rx.event
    def confirm(self):
        return [close(testids.REOPEN_ALERT), ClaimsState.reopen(self.view.number)]


def _body(facts: ClaimFacts, *others: ClaimFacts) -> str:
    gone = [one.claim.number for one in others if one.claim.status not in PUT_AWAY]
    withdrawn = _(" {claim} is withdrawn until then.", claim=gone[0]) if gone else ""
    return STAYS.format(payer=facts.payer) + withdrawn
