"""Swap payers' order: after a payer said that another one comes first."""

from dataclasses import replace

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.list_claims import claim_facts
from mbp_claims.actions.swap_payers import swap_payers, weigh_swap
from mbp_claims.state.arguments import entries, fresh, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.plans import PlansState
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.show_swap import swap_view
from mbp_claims.views.swap import SwapView
from mbp_claims.words import _

NOT_SWAPPED = _("The order was not changed.")


class SwapState(rx.State):
    """The question, for the client of one claim."""

    view: SwapView = SwapView()

    @rx.event
    def open(self, number: str):
        found = look(claim_facts, told(number)).value
        weighed = look(weigh_swap, found[0].client.number) if found else None
        if not found or weighed is None or weighed.value is None:
            words = weighed.sentence(NOT_SWAPPED) if weighed else _("The claim did not load. Try again.")
            return [close(testids.SWAP_DIALOG), refused(words)]
        self.view = swap_view(weighed.value, found[0], fresh(self.view.key))
        return None

    @rx.event
    async def submit(self, form: dict):
        number = self.view.number
        done = await attempt(swap_payers, self.view.client_number, told(entries(form).get("msp_type")))
        if done.value is None:
            self.view = replace(self.view, errors=done.errors, failure=NOT_SWAPPED if done.failed else "")
            return problem(testids.SWAP_DIALOG)
        swap = done.value
        await (await self.get_state(ClaimState))._changed(number)
        back = f"[data-testid={testids.claim_actions(number)}]"
        words = _("{first} pays first now, {second} second.", first=swap.first, second=swap.second)
        plans = [PlansState.load] if "claim-center" in str(self.router.url.path) else []
        return [close(testids.SWAP_DIALOG, back, "main h1"), said(words), ClaimsState.refresh, *plans]
