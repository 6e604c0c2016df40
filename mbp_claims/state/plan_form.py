"""Add Insurance Plan and Edit Insurance Plan."""

import asyncio
from dataclasses import replace

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.add_plan import add_plan, check_plan, edit_plan
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.actions.open_chart import list_payers, open_chart, open_plan
from mbp_claims.domain.card import LARGEST_BYTES, TOO_LARGE, CardPicture
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.state.arguments import entries, fresh, numbered, told, uploads
from mbp_claims.state.base import Done, attempt, calmly, look
from mbp_claims.state.chart import client_number
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.plans import NOT_SAVED, PlansState
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.form import Option
from mbp_claims.views.plan import CardImage, PlanFormView
from mbp_claims.views.show_plan import new_plan_form, plan_form
from mbp_claims.words import _

MEDICARE = ("MA", "MB")
OPENED_BEFORE = _("The program was started anew. Reload the page: what you typed is kept.")
NOT_READ = _("The picture could not be read. Choose it again.")


class PlanFormState(rx.State):
    """The form over a new plan or one that exists. Chosen cards wait here until the plan is saved."""

    view: PlanFormView = PlanFormView()
    payers: list[Option] = []
    _plan: int = 0
    _seen: int = 0
    _cards: dict[str, CardPicture] = {}

    @rx.event
    def open_new(self):
        opened = look(open_chart, client_number(str(self.router.url.path)))
        if opened.value is None:
            return _not_loaded(opened)
        self._begin(0, new_plan_form(opened.value, fresh(self.view.key)))
        return None

    @rx.event
    def open_edit(self, plan_id: str):
        opened = look(open_plan, numbered(plan_id))
        chart = look(open_chart, opened.value[2].number) if opened.value else opened
        if opened.value is None or chart.value is None:
            return _not_loaded(chart)
        plan, payer, __ = opened.value
        self._seen = plan.version
        self._begin(plan.id or 0, plan_form(chart.value, plan, payer, fresh(self.view.key)))
        return None

    @rx.event
    async def choose_front(self, files: list[rx.UploadFile]):
        await self._choose("front", files)

    @rx.event
    async def choose_back(self, files: list[rx.UploadFile]):
        await self._choose("back", files)

    @rx.event
    def check(self, form: dict):
        """After a refusal: what is still wrong while it is being mended."""
        if self.view.errors:
            checked = look(check_plan, client_number(str(self.router.url.path)), self._plan, entries(form))
            self.view = replace(self.view, errors=checked.errors)

    @rx.event
    async def save(self, form: dict):
        sent, number = entries(form), client_number(str(self.router.url.path))
        if not self.view.key:
            # The form was opened before the program began anew: it may have been over a plan that exists.
            return refused(OPENED_BEFORE)
        if self._plan:
            done = await attempt(edit_plan, self._plan, sent, self._seen)
        else:
            done = await attempt(add_plan, number, sent)
        if done.value is None:
            self._seen = done.seen(self._seen)
            self.view = replace(self.view, errors=done.errors, failure=NOT_SAVED if done.failed else "")
            return problem(testids.PLAN_DIALOG)
        plan = done.value
        cards = [(side, await attempt(keep_card, plan.id or 0, side, card)) for side, card in self._cards.items()]
        self._cards = {}
        plans = await self.get_state(PlansState)
        plans._show()
        payer = next((p.payer for p in (*plans.view.active, *plans.view.past) if p.id == str(plan.id)), _("The plan"))
        done_words = _("saved.") if self._plan else _("added as {rank} plan.", rank=_(plan.rank))
        card = testids.PLAN_CARD_SECONDARY if plan.rank == "secondary" else testids.PLAN_CARD_PRIMARY
        shut = close(testids.PLAN_DIALOG, f"[data-testid={card}]")
        lost = [side for side, kept in cards if not kept.well]
        missing = [refused(_("The card’s {side} was not saved. Edit the plan to add it.", side=side)) for side in lost]
        return [shut, said(f"{payer} {done_words}"), *missing, ClaimsState.refresh]

    def _begin(self, plan: int, view: PlanFormView) -> None:
        self._plan, self._cards, self.view = plan, {}, view
        self.payers = [_option(payer) for payer in look(list_payers).value or []]

    async def _choose(self, side: str, files: list[rx.UploadFile]) -> None:
        """Kind and size are looked at once, here; the picture is kept when the plan is saved."""
        file = next(iter(uploads(files)), None)
        if file is None:
            return
        read = await _read(file)
        others = {other: kept for other, kept in self._cards.items() if other != side}
        if read.value is None:
            image, self._cards = CardImage(error=read.sentence(NOT_READ)), others
        else:
            image, self._cards = CardImage(name=told(file.name, 80) or side), {**others, side: read.value}
        self.view = replace(self.view, **{f"card_{side}": image})


async def _read(file: rx.UploadFile) -> Done[CardPicture]:
    """Drawing a picture anew takes a moment, so others go on meanwhile."""
    if file.size is not None and file.size > LARGEST_BYTES:
        return Done(refused=RuleViolation(TOO_LARGE))
    return await asyncio.to_thread(calmly, read_card, await file.read(LARGEST_BYTES + 1))


def _not_loaded(opened: Done) -> list:
    return [close(testids.PLAN_DIALOG), refused(opened.sentence(_("The form did not load. Try again.")))]


def _option(payer: Payer) -> Option:
    medicare = "medicare" if payer.claim_filing in MEDICARE else ""
    return Option(str(payer.id), payer.name, payer.payer_id, medicare)
