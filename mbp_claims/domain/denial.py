"""Whether a payer's answer is a denial, told from the money and not from the status code."""

from mbp_claims.domain.answer import PATIENT, Answer
from mbp_claims.domain.codes import CROSSOVER_REMARKS, FIX_THE_PRIMARY, PATIENT_SHARE_REASONS

FORWARDED = ("19", "20", "21")


def denied(answer: Answer) -> bool:
    """Nothing was paid, and nothing went to deductible, coinsurance or copay (5010 reserves status 4 for strangers)."""
    shared = any(r.group == PATIENT and r.reason in PATIENT_SHARE_REASONS for r in answer.reductions)
    return answer.paid_cents == 0 and not shared


def crossed_over(answer: Answer) -> bool:
    """The payer sent the claim on by itself (19, 20, 21, or a remark that says so): nothing is to be filed."""
    return answer.status_code in FORWARDED or any(remark in CROSSOVER_REMARKS for remark in answer.remarks)


def ours_to_mend(answer: Answer) -> bool:
    """A denial for a reason that we can mend (no authorisation, too late, missing facts, wrong order of payers)."""
    return denied(answer) and any(r.reason in FIX_THE_PRIMARY for r in answer.reductions)
