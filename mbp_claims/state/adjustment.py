"""The File Claim form: what the primary paid and why not the rest, kept while somebody works in it."""

from dataclasses import replace
from typing import Any

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.actions.deliver import Sending
from mbp_claims.actions.file_claim import ZERO, Filed, file_claim
from mbp_claims.actions.open_claim import era_answer, open_claim
from mbp_claims.actions.resend_claim import replace_claim
from mbp_claims.clock import today
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.answer_draft import AnswerEntry
from mbp_claims.domain.answer_form import AnswerForm
from mbp_claims.domain.claim_facts import OpenClaim
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.news import News
from mbp_claims.domain.resending import Frequency, may_resend
from mbp_claims.domain.standing import may_file
from mbp_claims.state.answer_rows import AnswerRows
from mbp_claims.state.arguments import entries, fresh, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.sending import send_at_once
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import NEXT, close, close_saying, fetch, open_dialog, problem, refused
from mbp_claims.views.adjustment import FileClaimView
from mbp_claims.views.show_adjustment import arrived_banner, file_claim_view, file_primary_view
from mbp_claims.words import _

NOT_FILED = _("The claim was not filed. Your entries are still here.")


class AdjustmentState(AnswerRows, rx.State):
    """The form of one claim. Amounts come from the ERA if it has come back; typing is never overwritten.

    `_cob` is the primary's answer that filled the form, `_seen` the one that the person knows of.
    """

    view: FileClaimView = FileClaimView()
    _cob: int | None = None
    _seen: int | None = None
    _version: int = 0
    _id: int = 0

    @rx.event
    def open(self, number: str):
        return self._open(number, replaces=False)

    @rx.event
    def open_replacement(self, number: str):
        """The same form, for a claim that its payer has already."""
        return self._open(number, replaces=True)

    def _open(self, number: str, replaces: bool):
        opened = look(open_claim, told(number))
        if opened.value is None:
            return [close(testids.FILE_CLAIM_DIALOG), refused(opened.sentence(_("The claim did not load. Try again.")))]
        claim = opened.value.facts.claim
        self._number, self._id = claim.number, claim.id or 0
        self.view = replace(self.view, replaces=replaces, reference=claim.payer_control_number)
        self._begin(opened.value)
        return None

    @rx.event
    def use_era(self):
        """The ERA that arrived while the form was open may fill it now."""
        if (of := self._claim()) is not None:
            self._begin(of)

    @rx.event
    async def submit(self, form: dict):
        sent = entries(form)
        self._form = self._form.submitted(sent)
        if self._arrived():
            return problem(testids.FILE_CLAIM_DIALOG)
        anyway = sent.get("anyway") == "yes"
        if self.view.replaces:
            self.view = replace(self.view, reference=told(sent.get("reference")))
            known = (self.view.reference, self._entry(), anyway, self._version)
            done = await attempt(replace_claim, self._number, *known)
        else:
            done = await attempt(file_claim, self._number, self._entry(), anyway, self._version)
        if done.value is None:
            self._version = done.seen(self._version)
            return self._refused(done.errors, done.failed)
        form_id = done.value.form_id
        sending = Sending() if form_id else await send_at_once()
        claims = await self.get_state(ClaimsState)
        await claims._changed(self._number)
        await (await self.get_state(ClaimState))._changed(self._number)
        return [
            close_saying(testids.FILE_CLAIM_DIALOG, NEXT, _filed(done.value, sending), routes.claim(self._number)),
            *([fetch(routes.file_printed(form_id))] if form_id else []),
            *([ClearinghouseState.send] if sending is None else []),
        ]

    def _hear(self, news: News) -> str:
        """An answer that comes while the form is open is offered over it. Nothing in the form is touched."""
        of = self._claim() if self._id in news.claims else None
        if of is not None and of.facts.claim.is_secondary and of.facts.claim.cob_id != self._cob:
            tell(self, view=replace(self.view, banner=arrived_banner(of.primary.payer.name, self._era())))
            return self.view.banner.title
        return ""

    def _arrived(self) -> bool:
        """Whether the primary answered anew since the form was opened. Told once; then it is the person's choice."""
        of = self._claim()
        asked = may_resend if self.view.replaces else may_file
        if of is None or not asked(of.facts.claim) or of.facts.claim.cob_id in (self._cob, self._seen):
            return False
        self._seen, self._version = of.facts.claim.cob_id, of.facts.claim.version
        self._show({})
        return True

    def _refused(self, errors: dict[str, str], failed: bool) -> Any:
        if ZERO in errors:
            self._show({})
            return [problem(testids.FILE_CLAIM_DIALOG), open_dialog(testids.FILE_ZERO_ALERT)]
        self._show(errors)
        self.view = replace(self.view, errors=errors, failure=NOT_FILED if failed else "")
        return problem(testids.FILE_CLAIM_DIALOG)

    def _entry(self) -> AnswerEntry | None:
        return self._form.entry if self._cob else None

    def _begin(self, of: OpenClaim) -> None:
        self._cob = self._seen = of.facts.claim.cob_id
        self._version = of.facts.claim.version
        self._form = AnswerForm()
        if of.facts.claim.is_secondary:
            self._form = AnswerForm.of(self._blank(of), self._era())
            if not self._form.rows:
                self._form = self._form.added(min(self._form.paid))
        self._show({}, fresh(self.view.key))

    def _show(self, errors: dict[str, str] | None = None, key: str = "") -> None:
        of = self._claim()
        if of is None:
            return
        before = self.view
        said_wrong = self._wrong(of) if errors is None else errors
        failure = self.view.failure if errors is None else ""
        if of.facts.claim.is_secondary:
            shape, arrived = self._blank(of), of.facts.claim.cob_id != self._cob
            self.view = file_claim_view(of, self._form, shape, self._era(), key or self.view.key, said_wrong, arrived)
        else:
            self.view = file_primary_view(of, key or self.view.key, said_wrong)
        # Typing that was on its way when Submit failed does not wipe out that it failed.
        self.view = replace(self.view, failure=failure, replaces=before.replaces, reference=before.reference)

    def _claim(self) -> OpenClaim | None:
        return look(open_claim, self._number).value

    def _era(self) -> Answer | None:
        return look(era_answer, self._number).value

    def _blank(self, of: OpenClaim) -> Answer:
        return of.primary.answer or Answer(0, today())


def _filed(filed: Filed, sending: Sending | None) -> str:
    """`sending` is None while it goes on in the background."""
    claim = filed.claim
    if filed.already:
        return _("Claim {number} was filed already. It was not filed again.", number=claim.number)
    if sending and sending.problem:
        return _("Claim {number} waits to be sent. {problem}", number=claim.number, problem=sending.problem)
    amount = claim.to_bill_cents if claim.is_secondary else claim.charge_cents
    way = _("filed on paper") if filed.form_id else _("is on its way") if sending is None else _("filed")
    again = _(", as a replacement") if claim.frequency == Frequency.REPLACEMENT else ""
    return _(
        "Claim {number} {way} to {payer} for {amount}{again}.",
        number=claim.number,
        way=way,
        payer=filed.payer,
        amount=format_cents(amount),
        again=again,
    )
