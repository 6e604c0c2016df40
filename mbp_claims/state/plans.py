"""The insurance plans of the open chart."""

from dataclasses import replace
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.end_plan import deactivate_plan, end_plan, give_back_end
from mbp_claims.actions.open_chart import open_chart, open_plan
from mbp_claims.actions.remove_plan import Removal, remove_plan, restore_plan, weigh_removal
from mbp_claims.clock import today
from mbp_claims.domain.days import show_day
from mbp_claims.domain.news import News
from mbp_claims.domain.plan import SECONDARY_FIRST
from mbp_claims.state.arguments import entries, fresh, numbered, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.chart import client_number
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.plan_questions import NOT_DONE, PlanQuestions
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.plan import DeletePlanView, EndPlanView, PlansView
from mbp_claims.views.show_plan import plans_view
from mbp_claims.words import _, ngettext

NOT_SAVED = _("The plan was not saved. Your entries are still here.")


class PlansState(PlanQuestions, rx.State):
    """Plan cards with their letters, and what the chart asks about them."""

    view: PlansView = PlansView(loading=True)
    ending: EndPlanView = EndPlanView()
    deleting: DeletePlanView = DeletePlanView()
    has_secondary: bool = False
    _client: str = ""
    _id: int = 0
    _seen: int = 0

    @rx.event
    def load(self):
        number = client_number(str(self.router.url.path))
        if number != self._client:
            self.view = PlansView(loading=True)
        self._client = number
        self._show()

    @rx.event
    def open_end(self, plan_id: str):
        """Proposes today."""
        opened = look(open_plan, numbered(plan_id))
        if opened.value is None:
            return [close(testids.PLAN_END_DIALOG), refused(opened.sentence(_("The form did not load. Try again.")))]
        plan, payer, __ = opened.value
        self._seen = plan.version
        self.ending = EndPlanView(fresh(self.ending.key), str(plan.id), payer.name, show_day(plan.ends or today()))
        return None

    @rx.event
    async def end(self, form: dict):
        sent = entries(form)
        plan_id = numbered(sent.get("plan_id"))
        undo = _as_before(plan_id)
        done = await attempt(end_plan, plan_id, sent, self._seen)
        if not done.well:
            self._seen = done.seen(self._seen)
            self.ending = replace(self.ending, errors=done.errors, failure=NOT_SAVED if done.failed else "")
            return problem(testids.PLAN_END_DIALOG)
        payer = self.ending.payer
        self._show()
        return [
            close(testids.PLAN_END_DIALOG),
            said(_("{payer} ends {day}.", payer=payer, day=show_day(done.value.ends)), undo),
        ]

    @rx.event
    async def make_inactive(self, plan_id: str):
        undo = _as_before(numbered(plan_id))
        done = await attempt(deactivate_plan, numbered(plan_id))
        if not done.well:
            return refused(done.sentence(NOT_DONE))
        self._show()
        return said(_("Plan made inactive."), undo)

    @rx.event
    async def give_back(self, plan_id: str, ends: str):
        """Undo of an end: `ends` is the last day before, "" for none."""
        done = await attempt(give_back_end, numbered(plan_id), told(ends, 20))
        if not done.well:
            return refused(done.sentence(NOT_DONE))
        self._show()
        return [said(_("The plan is as it was.")), ClaimsState.refresh]

    @rx.event
    def ask_delete(self, plan_id: str):
        """What deleting would do stands in the question."""
        weighed = look(weigh_removal, numbered(plan_id))
        if weighed.value is None:
            return [close(testids.PLAN_DELETE_ALERT), refused(weighed.sentence(NOT_DONE))]
        self.deleting = _question(weighed.value, fresh(self.deleting.key))
        return None

    @rx.event
    async def delete(self, plan_id: str):
        done = await attempt(remove_plan, numbered(plan_id))
        if done.value is None:
            self.deleting = replace(self.deleting, body=done.sentence(NOT_DONE))
            return None
        self._show()
        gone = said(
            _("{payer} plan deleted.", payer=done.value.payer), undo=PlansState.restore(str(done.value.plan.id))
        )
        return [close(testids.PLAN_DELETE_ALERT, f"[data-testid={testids.PLAN_ADD}]"), gone, ClaimsState.refresh]

    @rx.event
    async def restore(self, plan_id: str):
        """Undo of a deletion."""
        done = await attempt(restore_plan, numbered(plan_id))
        if not done.well:
            return refused(done.sentence(NOT_DONE))
        self._show()
        return [said(_("The plan is back.")), ClaimsState.refresh]

    def _hear(self, news: News) -> str:
        if not self.view.loading and news.of_client(self._id):
            self._show()
        return ""

    def _show(self) -> None:
        opened = look(open_chart, self._client)
        if opened.value:
            self._id = opened.value.client.id or 0
            view = plans_view(opened.value, today())
            tell(self, view=view, has_secondary=any(plan.badge == "S" for plan in view.active))
        else:
            tell(self, view=PlansView(failed=opened.failed))


def _as_before(plan_id: int) -> Any:
    """The event that gives the plan its last day back, asked for before the day is changed."""
    opened = look(open_plan, plan_id)
    return PlansState.give_back(str(plan_id), show_day(opened.value[0].ends) or "") if opened.value else None


def _question(removal: Removal, key: str) -> DeletePlanView:
    plan_id = str(removal.plan.id)
    if removal.blocked_by:
        body = _("{blocked_by} is the active secondary plan.", blocked_by=removal.blocked_by)
        return DeletePlanView(key, plan_id, True, SECONDARY_FIRST, body, str(removal.blocked_by_id))
    filed, pending = removal.filed, removal.pending
    stays = (
        ngettext("Its {count} filed claim stays in the chart.", "Its {count} filed claims stay in the chart.", filed)
        if filed
        else ""
    )
    goes = (
        ngettext("{count} pending claim will be withdrawn.", "{count} pending claims will be withdrawn.", pending)
        if pending
        else ""
    )
    body = " ".join(filter(None, (stays, goes))) or _("It has no claims.")
    return DeletePlanView(key, plan_id, False, _("Delete the {payer} plan?", payer=removal.payer), body)
