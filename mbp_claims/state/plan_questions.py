"""What the chart asks about its plans: who is the primary now, and the claims that a plan which came late covers."""

import reflex as rx

from mbp_claims.actions.generate_secondary import make_missing_secondaries
from mbp_claims.actions.open_chart import open_plan
from mbp_claims.actions.promote_plan import promote_plan
from mbp_claims.actions.take_back_promotion import take_back_promotion
from mbp_claims.actions.undo_by_hand import undo_all_by_hand
from mbp_claims.state.arguments import numbered, texts, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.toasts import refused, said
from mbp_claims.views.plan import PlansView
from mbp_claims.words import _, ngettext

NOT_DONE = _("That did not work. Nothing was changed.")


class PlanQuestions(rx.State, mixin=True):
    """Each answer is yes, and can be taken back."""

    view: PlansView = PlansView(loading=True)
    _client: str = ""

    @rx.event
    async def promote(self, plan_id: str = ""):
        """Yes: the plan behind the ended primary is the primary now."""
        before = look(open_plan, numbered(plan_id)).value
        done = await attempt(promote_plan, self._client)
        if done.value is None:
            return refused(done.sentence(NOT_DONE))
        self._show()
        primary = next((plan.payer for plan in self.view.active if plan.badge == "P"), _("It"))
        msp_type = before[0].msp_type if before else ""
        undo = type(self).take_back(str(done.value.id), told(plan_id, 20), msp_type)
        return [said(_("{primary} is the primary plan now.", primary=primary), undo), ClaimsState.refresh]

    @rx.event
    async def take_back(self, plan_id: str, secondary_id: str = "", msp_type: str = ""):
        """Undo of a promotion."""
        done = await attempt(take_back_promotion, numbered(plan_id), numbered(secondary_id), told(msp_type, 2))
        if not done.well:
            return refused(done.sentence(NOT_DONE))
        self._show()
        return [said(_("The plan is as it was.")), ClaimsState.refresh]

    @rx.event
    async def make_offered(self):
        """Makes the secondary claims that a plan which was added late covers."""
        done = await attempt(make_missing_secondaries, self._client)
        if done.value is None:
            return refused(done.sentence(NOT_DONE))
        self._show()
        count = len(done.value)
        undo = type(self).take_back_offered([claim.number for claim in done.value]) if count else None
        made = said(ngettext("{count} secondary claim made.", "{count} secondary claims made.", count), undo)
        return [made, ClaimsState.refresh]

    @rx.event
    async def take_back_offered(self, numbers: list[str]):
        """Undo of making them: all, or none."""
        done = await attempt(undo_all_by_hand, texts(numbers))
        if done.value is None:
            return refused(done.sentence(NOT_DONE))
        self._show()
        count = len(done.value)
        return [
            said(ngettext("{count} secondary claim taken back.", "{count} secondary claims taken back.", count)),
            ClaimsState.refresh,
        ]
