"""What follows for the secondary claim when its primary is answered, answered anew, or taken back."""

from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import ANSWERED, WITH_PAYER, ClaimStatus
from mbp_claims.domain.deadline import working_days_after
from mbp_claims.domain.denial import crossed_over, ours_to_mend
from mbp_claims.domain.effect import Sequel
from mbp_claims.domain.family import Family
from mbp_claims.domain.journal import Journal
from mbp_claims.domain.our_claim import OurClaim, OurPlan
from mbp_claims.domain.plan import Rank
from mbp_claims.domain.secondary import SUFFIX, take_answer
from mbp_claims.words import N_

CHANGED = N_("The primary’s answer has changed since this was filed")
TAKEN_BACK_SINCE = N_("The primary’s answer was taken back after this was filed")
SENT = (*WITH_PAYER, *ANSWERED)


def follow(family: Family, answer: Answer, kept: int, journal: Journal, deliberate: bool = False) -> Sequel:
    """The one secondary of an answered primary: made, renewed, or marked when it went out with other amounts.

    Nothing follows when no secondary plan covers the date of service; a denial that is ours to mend makes none
    unless it is deliberate.
    """
    there = family.secondary
    if there is not None and there.status != ClaimStatus.WITHDRAWN:
        return _renew(family, there, answer, kept, journal)
    plan = secondary_plan(family)
    if plan is None:
        return Sequel.NONE
    if ours_to_mend(answer) and not deliberate:
        return Sequel.LEFT
    if there is not None:
        journal.touch(there)
        there.plan_id = plan.id
        change = there.move(ClaimStatus.PENDING)
        there.note = ""
        journal.record(there, f"{there.number} is back", change)
        sequel = _renew(family, there, answer, kept, journal, said=True)
        return Sequel.MADE if sequel is Sequel.RENEWED else sequel
    return _make(family, plan, answer, kept, journal)


def reopened(family: Family, journal: Journal) -> Sequel:
    """The primary's answer is gone: a secondary that was not sent is withdrawn until the next one comes."""
    claim = family.secondary
    if claim is None or claim.status == ClaimStatus.WITHDRAWN:
        return Sequel.NONE
    journal.touch(claim)
    if claim.status in SENT:
        return _mark(claim, TAKEN_BACK_SINCE, journal)
    change = claim.move(ClaimStatus.WITHDRAWN)
    claim.note = f"{family.primary.number} was reopened"
    claim.follow_up_on = None
    journal.record(claim, f"{claim.number} withdrawn: {claim.note}", change)
    return Sequel.WITHDRAWN


def secondary_plan(family: Family) -> OurPlan | None:
    """The secondary plan that covers the first date of service; the later effective date wins. Not the plan that has
    answered already, when the order of the payers was swapped since."""
    day = family.primary.service_from
    first = family.plans[family.primary.plan_id]
    covering = [
        plan for plan in family.plans.values()
        if plan.rank == Rank.SECONDARY and plan.covers(day)
        and (plan.payer, plan.member_id) != (first.payer, first.member_id)
    ]  # fmt: skip
    return max(covering, key=lambda plan: (plan.effective, plan.id), default=None)


def _renew(family: Family, claim: OurClaim, answer: Answer, kept: int, journal: Journal, said: bool = False) -> Sequel:
    journal.touch(claim)
    if claim.status in SENT:
        says_so_already = not claim.cob_changed or claim.note == TAKEN_BACK_SINCE
        if says_so_already and family.filed_with is not None and same_amounts(family.filed_with, answer):
            claim.cob_changed, claim.cob_id = False, kept
            claim.note = "" if claim.note == TAKEN_BACK_SINCE else claim.note
            return Sequel.NONE
        take_answer(claim, answer)
        claim.cob_id = kept
        return _mark(claim, CHANGED, journal)
    take_answer(claim, answer)
    claim.cob_id = kept
    if not said:
        journal.record(claim, f"{claim.number} took the new amounts")
    if claim.status == ClaimStatus.PENDING and crossed_over(answer):
        return _cross_over(family, claim, journal)
    return Sequel.RENEWED


def _mark(claim: OurClaim, said: str, journal: Journal) -> Sequel:
    """A claim that was filed with other amounts stays filed, until a replacement says the new ones."""
    if not claim.cob_changed or said == CHANGED:
        claim.note = said if claim.status in WITH_PAYER else claim.note
        journal.record(claim, f"{claim.number}: {said[0].lower()}{said[1:]}")
    claim.cob_changed = True
    return Sequel.COB_CHANGED


def _make(family: Family, plan: OurPlan, answer: Answer, kept: int, journal: Journal) -> Sequel:
    """Same client, services, units and full original charges; asks the secondary plan for what is left."""
    primary = family.primary
    claim = OurClaim(
        journal.new_claim_id(), primary.practice_id, primary.client_id, plan.id, primary.number + SUFFIX,
        Rank.SECONDARY.value, primary.id, ClaimStatus.PENDING.value, primary.service_from, primary.service_to,
        primary.charge_cents, 0, 0, None, 0, primary.place_of_service, primary.diagnoses, primary.rendering_id,
        primary.prior_authorization, kept, 0, "", "", "", False, None, None, None, journal.now, 0,
    )  # fmt: skip
    take_answer(claim, answer)
    family.secondary = claim
    journal.made(claim)
    sequel = _cross_over(family, claim, journal, told=False) if crossed_over(answer) else Sequel.MADE
    journal.record(claim, f"{claim.number} was created", ("", claim.status))
    return sequel


def _cross_over(family: Family, claim: OurClaim, journal: Journal, told: bool = True) -> Sequel:
    """What its primary payer has sent on is not to be filed by hand before its payer had time to answer."""
    sender, receiver = family.plans[family.primary.plan_id], family.plans[claim.plan_id]
    change = claim.move(ClaimStatus.CROSSED_OVER)
    claim.note = f"{sender.payer} sent it to {receiver.payer}"
    claim.follow_up_on = working_days_after(journal.today, sender.forwards_days)
    if told:
        journal.record(claim, f"{claim.number} crossed over", change)
    return Sequel.CROSSED_OVER


def same_amounts(one: Answer, other: Answer) -> bool:
    """Whether a claim that was filed with one answer says the same with the other."""
    return (
        one.paid_cents == other.paid_cents
        and sorted((r.line, r.code, r.cents) for r in one.reductions)
        == sorted((r.line, r.code, r.cents) for r in other.reductions)
        and [(p.line, p.cents) for p in one.payments] == [(p.line, p.cents) for p in other.payments]
        and one.control_number == other.control_number
    )
