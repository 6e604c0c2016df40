"""Whether a payer's answer can be posted to a claim of ours, and if not, why not."""

from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.adjudication import Source
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import ANSWERED, PUT_AWAY, ClaimStatus
from mbp_claims.domain.family import Family
from mbp_claims.domain.journal import Answered
from mbp_claims.domain.line_match import NoMatch, answer_of
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.our_claim import OurClaim
from mbp_claims.domain.remit_claim import NO_ANSWER, RemitClaim
from mbp_claims.domain.remittance import Problem

NO_ANSWERS = {"23": "The payer says that the claim is not its own and sent it on", "25": "An estimate, not a payment"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why it is not posted as it is."""

    problem: Problem
    why: str


def decide(
    family: Family, claim: OurClaim, remit: RemitClaim, paid_on: date, imbalance: str = "",
    remittance_id: int | None = None, remittance_claim_id: int | None = None,
) -> Answered | Refusal:  # fmt: skip
    """What to post to `claim`, as the family stands now; a Refusal when it must not be posted."""
    if imbalance:
        return Refusal(Problem.UNBALANCED, imbalance)
    if remit.status in NO_ANSWER:
        return Refusal(Problem.NO_ANSWER, NO_ANSWERS[remit.status])
    if claim.status in PUT_AWAY:
        why = f"{claim.number} is put away. Make it billable again, then look at this answer again."
        return Refusal(Problem.PUT_AWAY, why)
    if claim.status in ANSWERED and not remit.is_reversal:
        return Refusal(Problem.ANSWERED, f"{claim.number} is completed already. Its answer was not changed.")
    if claim.is_secondary and family.primary.status not in ANSWERED and not remit.is_reversal:
        first = family.primary.number
        return Refusal(Problem.OUT_OF_ORDER, f"{first} has no answer of its primary payer yet. Post that one first.")
    if remit.charge_cents != claim.charge_cents and not remit.is_reversal:
        return Refusal(Problem.LINES_DIFFER, f"The charge differs from that of {claim.number}")
    try:
        answer = answer_of(paid_on, remit, family.lines)
    except NoMatch as strange:
        return Refusal(Problem.LINES_DIFFER, strange.why)
    if remit.is_reversal and not takes_back(answer, family.answers.get(claim.id)):
        return Refusal(Problem.NOTHING_TO_REVERSE, _nothing(claim, family, answer))
    return Answered(claim.id, answer, Source.ERA.value, remit.is_reversal, remittance_id, remittance_claim_id)


def takes_back(reversal: Answer, answer: Answer | None) -> bool:
    """Whether a reversal is of this answer: the same payment and adjustments, negated."""
    if answer is None or reversal.paid_cents != -answer.paid_cents:
        return False
    return reversal.adjusted_cents == -answer.adjusted_cents


def _nothing(claim: OurClaim, family: Family, reversal: Answer) -> str:
    if claim.id not in family.answers or claim.status not in (ClaimStatus.COMPLETED, ClaimStatus.DENIED):
        return f"The payer takes back an answer to {claim.number} that was not posted here"
    posted, taken = format_cents(family.answers[claim.id].paid_cents), format_cents(-reversal.paid_cents)
    return (
        f"The payer takes back {taken}, and {posted} was posted to {claim.number}, or its adjustments differ. "
        "Reopen the claim, enter what the payer had said, then look at this line again."
    )
