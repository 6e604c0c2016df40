"""Void claim: the payer is told to undo what it has, under its own number."""

from dataclasses import replace

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.list_claims import claim_facts
from mbp_claims.actions.resend_claim import void_claim
from mbp_claims.state.arguments import entries, fresh, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.sending import send_at_once
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.adjustment import VoidView
from mbp_claims.views.show_adjustment import subtitle
from mbp_claims.words import _

NOT_FILED = _("The void was not filed. Your entries are still here.")


class VoidState(rx.State):
    """The question, and the number that the void must carry."""

    view: VoidView = VoidView()
    _version: int = 0

    @rx.event
    def open(self, number: str):
        found = look(claim_facts, told(number)).value
        if not found:
            return [close(testids.VOID_DIALOG), refused(_("The claim did not load. Try again."))]
        facts = found[0]
        claim = facts.claim
        self._version = claim.version
        self.view = VoidView(
            fresh(self.view.key), claim.number, "S" if claim.is_secondary else "P", subtitle(facts), facts.payer,
            claim.payer_control_number,
        )  # fmt: skip
        return None

    @rx.event
    async def submit(self, form: dict):
        number, reference = self.view.number, told(entries(form).get("reference"))
        done = await attempt(void_claim, number, reference, self._version)
        if done.value is None:
            self._version = done.seen(self._version)
            failure = NOT_FILED if done.failed else ""
            self.view = replace(self.view, reference=reference, errors=done.errors, failure=failure)
            return problem(testids.VOID_DIALOG)
        sending = await send_at_once()
        await (await self.get_state(ClaimsState))._changed(number)
        await (await self.get_state(ClaimState))._changed(number)
        back = f"[data-testid={testids.claim_actions(number)}]"
        words = _("A void of {number} was filed to {payer}.", number=number, payer=done.value.payer)
        if sending is None or sending.problem:
            words = _(
                "A void of {number} waits to be sent to {payer}. {problem}",
                number=number,
                payer=done.value.payer,
                problem=sending.problem if sending else "",
            )
        more = [ClearinghouseState.send] if sending is None else []
        return [close(testids.VOID_DIALOG, back, "main h1"), said(words.strip()), *more]
