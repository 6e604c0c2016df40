"""The secondary claim: what follows from a completed primary claim, exactly once."""

from datetime import datetime

from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import ANSWERED, Claim
from mbp_claims.domain.our_claim import OurClaim
from mbp_claims.domain.plan import InsurancePlan, Rank, plan_for

SUFFIX = "-S"


def next_plan(primary: Claim, plans: list[InsurancePlan]) -> InsurancePlan | None:
    """The secondary plan that covers the primary claim's (first) date of service, if there is one."""
    return plan_for(plans, Rank.SECONDARY, primary.service_from)


def secondary_claim(primary: Claim, plan: InsurancePlan, answer: Answer | None, created_at: datetime) -> Claim:
    """Same client, services, units and full original charges; asks the secondary plan for what is left.

    ValueError when the primary has not been answered: nothing follows from a claim that is still open.
    """
    if primary.status not in ANSWERED or primary.is_secondary:
        raise ValueError("only an answered primary claim has a secondary")
    claim = Claim(
        practice_id=primary.practice_id, client_id=primary.client_id, plan_id=plan.id or 0,
        number=primary.number + SUFFIX, rank=Rank.SECONDARY, primary_claim_id=primary.id,
        service_from=primary.service_from, service_to=primary.service_to, charge_cents=primary.charge_cents,
        place_of_service=primary.place_of_service, diagnoses=primary.diagnoses, rendering_id=primary.rendering_id,
        prior_authorization=primary.prior_authorization, created_at=created_at,
    )  # fmt: skip
    take_answer(claim, answer)
    return claim


def take_answer(claim: Claim | OurClaim, answer: Answer | None) -> None:
    """Puts the primary's answer on a secondary that is still pending: what to bill, and by how much it is off."""
    if answer is None:
        claim.to_bill_cents, claim.off_cents, claim.cob_amounts = claim.charge_cents, claim.charge_cents, 0
        return
    claim.to_bill_cents = answer.to_bill_cents(claim.charge_cents)
    claim.off_cents = claim.charge_cents - answer.paid_cents - answer.adjusted_cents
    claim.cob_amounts = max(len(answer.payments), 1) + len(answer.reductions)
