"""Whether a payer's answer is a denial, told from the money and not from the status code."""

from enum import StrEnum

from mbp_claims.domain.answer import PATIENT, Answer
from mbp_claims.domain.codes import CROSSOVER_REMARKS, FIX_THE_PRIMARY, PATIENT_SHARE_REASONS, WRONG_ORDER

FORWARDED = ("19", "20", "21")


class Denial(StrEnum):
    """`order`: another payer comes first (22, 109). `mend`: ours to mend. `benefit`: this plan does not cover it."""

    ORDER = "order"
    MEND = "mend"
    BENEFIT = "benefit"


def denied(answer: Answer) -> bool:
    """Nothing was paid, and nothing went to deductible, coinsurance or copay (5010 reserves status 4 for strangers)."""
    if answer.paid_cents != 0:
        return False
    return not any(r.group == PATIENT and r.reason in PATIENT_SHARE_REASONS for r in answer.reductions)


def denial_kind(answer: Answer) -> Denial:
    """Of an answer that is a denial."""
    reasons = {r.reason for r in answer.reductions}
    if reasons & WRONG_ORDER:
        return Denial.ORDER
    return Denial.MEND if reasons & FIX_THE_PRIMARY else Denial.BENEFIT


def crossed_over(answer: Answer) -> bool:
    """The payer sent the claim on by itself (19, 20, 21, or a remark that says so): nothing is to be filed."""
    return answer.status_code in FORWARDED or any(remark in CROSSOVER_REMARKS for remark in answer.remarks)


def ours_to_mend(answer: Answer) -> bool:
    """A denial for a reason that we can mend (no authorisation, too late, missing facts, wrong order of payers)."""
    return denied(answer) and denial_kind(answer) is not Denial.BENEFIT
