"""Print claim form: what is said of paper is kept, then the PDF is fetched."""

from dataclasses import replace

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.actions.print_claim import keep_paper_terms, open_printing
from mbp_claims.state.arguments import entries, fresh, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.toasts import close, fetch, problem, refused
from mbp_claims.views.printing import PrintView
from mbp_claims.views.show_printing import print_view
from mbp_claims.words import _

NOT_PRINTED = _("Nothing was printed. Your entries are still here.")


class PrintState(rx.State):
    """The print form of one claim."""

    view: PrintView = PrintView()
    _number: str = ""

    @rx.event
    def open(self, number: str):
        opened = look(open_printing, told(number))
        if opened.value is None:
            return [close(testids.PRINT_DIALOG), refused(opened.sentence(_("The claim did not load. Try again.")))]
        self._number = opened.value.paper.filing.claim.number
        self.view = print_view(opened.value.paper, opened.value.missing, fresh(self.view.key))
        return None

    @rx.event
    async def submit(self, form: dict):
        done = await attempt(keep_paper_terms, self._number, entries(form))
        if done.value is None:
            return self._refuse(done.errors, done.failed)
        claim = done.value.claim
        await (await self.get_state(ClaimsState))._changed(claim.number)
        await (await self.get_state(ClaimState))._changed(claim.number)
        # Every claim to the payer says whether it goes on paper.
        rows = [ClaimsState.refresh] if done.value.turned else []
        if done.value.draft.test:
            return [close(testids.PRINT_DIALOG), fetch(routes.FILE_TEST_PAGE), *rows]
        opened = look(open_printing, claim.number)
        if opened.value is None:
            return [self._refuse(opened.errors, opened.failed), *rows]
        if opened.value.missing:
            missing = {f"missing-{n}": words for n, words in enumerate(opened.value.missing)}
            return [self._refuse(missing, False), *rows]
        return [close(testids.PRINT_DIALOG), fetch(routes.file_form(claim.id or 0)), *rows]

    def _refuse(self, errors: dict[str, str], failed: bool):
        self.view = replace(self.view, errors=errors, failure=NOT_PRINTED if failed else "")
        return problem(testids.PRINT_DIALOG)
