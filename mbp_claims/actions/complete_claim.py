"""Completes a claim with its payer's answer; reopens one while nothing that followed was sent."""

from sqlmodel import Session

from mbp_claims.actions.generate_secondary import generate_secondary
from mbp_claims.clock import now, today
from mbp_claims.db import answers, claims
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.adjudication import Adjudication, Source
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.answer_draft import AnswerEntry, checked_answer
from mbp_claims.domain.claim import ANSWERED, WITH_PAYER, Claim, ClaimStatus, ServiceLine
from mbp_claims.domain.days import show_day
from mbp_claims.domain.denial import denied
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.standing import may_complete, may_reopen
from mbp_claims.domain.violation import RuleViolation


def complete_by_hand(
    db: Session, clinician: Clinician, number: str, entry: AnswerEntry, form: object, later: bool
) -> tuple[Claim, Claim | None]:
    """From a paper EOB: `form` holds `control_number` and `eob_date`. Gives the claim and the secondary that follows.

    RuleViolation with a sentence by field. With `later` the adjustments may still be missing: the secondary
    then cannot be filed before they add up.
    """
    one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    if not may_complete(claim):
        said = claim.status.replace("_", " ")
        raise RuleViolation(f"{claim.number} is {said}. Only a claim that was filed can be completed.")
    lines = claims.service_lines(db, claim)
    entries = Entries(form, today())
    control = entries.text("control_number", longest=50)
    day = entries.day("eob_date", "Date of the EOB", "11/12/2026", "Enter the date of the EOB")
    if day and not claim.service_from <= day <= today():
        entries.refuse("eob_date", f"Date of the EOB must be between {show_day(claim.service_from)} and today")
    shape = Answer(0, day or today(), control_number=control)
    charges = {line.position: line.charge_cents for line in lines}
    answer, errors = checked_answer(entry, charges, shape, may_be_short=later and not claim.is_secondary)
    for name, sentence in errors.items():
        entries.refuse(name, sentence)
    entries.settle()
    return complete_claim(db, clinician, claim, lines, answer, Source.EOB)[1:]


def complete_claim(
    db: Session, clinician: Clinician, claim: Claim, lines: list[ServiceLine], answer: Answer, source: Source,
    remittance_id: int | None = None,
) -> tuple[Adjudication, Claim, Claim | None]:  # fmt: skip
    """Keeps the answer, completes (or denies) the claim, and makes the secondary, all in the caller's transaction."""
    kept = answers.save_answer(db, clinician, claim, lines, answer, source, remittance_id)
    # An answer that is typed in part tells no denial yet: what is missing may be the client's share.
    refused = denied(answer) and answer.adjusted_cents == claim.charge_cents
    change = claim.move(ClaimStatus.DENIED if refused else ClaimStatus.COMPLETED)
    claim.paid_cents, claim.completed_at = answer.paid_cents, now()
    claim.payer_control_number = answer.control_number
    claim.note = _why(answer) if refused else ""
    db.flush()
    word = "denied" if refused else "completed"
    record_claim(db, clinician, f"{claim.number} {word}", claim, change)
    secondary = None if claim.is_secondary else generate_secondary(db, clinician, claim, answer, kept)
    return kept, claim, secondary


def reopen_claim(db: Session, clinician: Clinician, number: str) -> Claim:
    """Back to the payer. The answer stays on record; a secondary that was not sent is withdrawn until the next one."""
    one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    secondary = claims.secondary_of(db, claim)
    if secondary is not None and secondary.status in (*WITH_PAYER, *ANSWERED):
        raise RuleViolation(f"{number} cannot be reopened: what followed from it was sent already.")
    if not may_reopen(claim, False):
        raise RuleViolation(f"{number} cannot be reopened: it is {claim.status.replace('_', ' ')}.")
    if secondary is not None and secondary.status != ClaimStatus.WITHDRAWN:
        withdrawn = secondary.move(ClaimStatus.WITHDRAWN)
        secondary.note = f"{number} was reopened"
        record_claim(db, clinician, f"{secondary.number} withdrawn: {secondary.note}", secondary, withdrawn)
    change = claim.move(ClaimStatus.FILED if claim.filed_at else ClaimStatus.PENDING)
    claim.paid_cents = claim.completed_at = None
    claim.note = ""
    db.flush()
    record_claim(db, clinician, f"{number} was reopened", claim, change)
    return claim


def _why(answer: Answer) -> str:
    return ", ".join(dict.fromkeys(r.code for r in answer.reductions))
