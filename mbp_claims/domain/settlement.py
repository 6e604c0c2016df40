"""What a claim's ledger should say, told from the answers that count: the entries are what is missing to it."""

from mbp_claims.domain.answer import PATIENT, Answer, total
from mbp_claims.domain.cents import CONTRACTUAL, PRIOR_PAYER, gone_with, written_off
from mbp_claims.domain.ledger import Account

Sums = dict[tuple[str, int], int]
"""Cents by account and claim id."""


def settled(charge: int, primary_id: int, primary: Answer | None, secondary_id: int, secondary: Answer | None) -> Sums:
    """As `follow_the_cents` has it: only CO is written off, by the secondary never more than is open; reason 23
    moves nothing; the patient's share is the last payer's, and never more than is open."""
    sums: Sums = {}
    if primary is None and secondary is None:
        return sums
    left = sums[Account.CHARGE, primary_id] = charge
    if primary is not None:
        gone = gone_with(charge, primary, secondary)
        sums[Account.PAID, primary_id] = primary.paid_cents
        sums[Account.WRITTEN_OFF, primary_id] = gone
        left -= primary.paid_cents + gone
        if secondary is None:
            sums[Account.PATIENT, primary_id] = max(min(_patient(primary), left), 0)
            return sums
    assert secondary is not None
    sums[Account.PAID, secondary_id] = secondary.paid_cents
    left -= secondary.paid_cents
    if primary is not None:
        left -= primary_shortfall(charge, primary)
        client = sums[Account.PATIENT, secondary_id] = max(min(_patient(secondary), left), 0)
        sums[Account.WRITTEN_OFF, secondary_id] = max(min(written_off(secondary), left - client), 0)
    return sums


def primary_shortfall(charge: int, answer: Answer) -> int:
    """What an answer that was typed in part has not explained yet."""
    return charge - answer.paid_cents - answer.adjusted_cents


def prior_part_unnamed(secondary: Answer, posted_write_off: int) -> bool:
    """The second payer wrote off more than was open: it did not name the first payer's part (OA-23)."""
    named = any(r.reason == PRIOR_PAYER for r in secondary.reductions)
    return not named and total(r for r in secondary.reductions if r.group == CONTRACTUAL) > posted_write_off


def missing_entries(sums: Sums, target: Sums) -> Sums:
    """What takes the ledger from one state to the other; decisions that a person made on the old one fall away."""
    return {
        key: cents for key in {**target, **sums} if (cents := target.get(key, 0) - sums.get(key, 0))
    }  # fmt: skip


def _patient(answer: Answer) -> int:
    return total(r for r in answer.reductions if r.group == PATIENT)
