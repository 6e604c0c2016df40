"""Completes a claim with its payer's answer; reopens one while nothing that followed was sent."""

from sqlmodel import Session

from mbp_claims.actions.post_one import post_one, reopen_one
from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.clock import today
from mbp_claims.db import claims
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.domain.adjudication import Source
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.answer_draft import AnswerEntry, checked_answer
from mbp_claims.domain.claim import ANSWERED, SAID, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.days import show_day
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.effect import Sequel
from mbp_claims.domain.journal import Answered
from mbp_claims.domain.posting import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.standing import may_complete, may_reopen
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

WAITS = (Sequel.MADE, Sequel.RENEWED, Sequel.CROSSED_OVER)


def complete_by_hand(
    db: Session, clinician: Clinician, number: str, entry: AnswerEntry, form: object, later: bool,
    seen: int | None = None,
) -> tuple[Claim, Claim | None]:  # fmt: skip
    """From a paper EOB: `form` holds `control_number` and `eob_date`. Gives the claim and the secondary that follows.

    RuleViolation with a sentence by field. With `later` the adjustments may still be missing: the secondary
    then cannot be filed before they add up. ChangedSince when it is not as it was `seen` (a version) any more.
    """
    one_at_a_time(db, clinician)
    claim, answer = checked_by_hand(db, clinician, number, entry, form, later, seen)
    return complete_claim(db, clinician, claim, answer, Source.EOB)


def checked_by_hand(
    db: Session, clinician: Clinician, number: str, entry: AnswerEntry, form: object, later: bool,
    seen: int | None = None,
) -> tuple[Claim, Answer]:  # fmt: skip
    """The claim and its payer's answer, as `complete_by_hand` takes them; the same refusals."""
    claim = claims.claim(db, clinician, number)
    if not may_complete(claim):
        said = SAID[ClaimStatus(claim.status)]
        raise RuleViolation(
            _("{number} is {status}. Only a claim that was filed can be completed.", number=claim.number, status=said)
        )
    refuse_unseen(db, clinician, claim, seen)
    lines = claims.service_lines(db, claim)
    entries = Entries(form, today())
    control = entries.text("control_number", longest=50)
    day = entries.day("eob_date", _("Date of the EOB"), "11/12/2026", _("Enter the date of the EOB"))
    if day and not claim.service_from <= day <= today():
        entries.refuse(
            "eob_date", _("Date of the EOB must be between {day} and today", day=show_day(claim.service_from))
        )
    shape = Answer(0, day or today(), control_number=control)
    charges = {line.position: line.charge_cents for line in lines}
    answer, errors = checked_answer(entry, charges, shape, may_be_short=later and not claim.is_secondary)
    for name, sentence in errors.items():
        entries.refuse(name, sentence)
    entries.settle()
    return claim, answer


def complete_claim(
    db: Session, clinician: Clinician, claim: Claim, answer: Answer, source: Source
) -> tuple[Claim, Claim | None]:
    """Keeps the answer, completes (or denies) the claim, and sees to its secondary, all in the caller's transaction.

    Gives the claim and the secondary that now waits for us, if there is one.
    """
    effect = post_one(db, clinician, Kind.HAND, Answered(claim.id or 0, answer, source.value))
    return claim, claims.claim(db, clinician, effect.secondary) if effect.sequel in WAITS else None


def reopen_claim(db: Session, clinician: Clinician, number: str) -> Claim:
    """Back to the payer. The answer stays on record; a secondary that was not sent is withdrawn until the next one."""
    one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    secondary = claims.secondary_of(db, claim)
    if secondary is not None and secondary.status in (*WITH_PAYER, *ANSWERED):
        raise RuleViolation(_("{number} cannot be reopened: what followed from it was sent already.", number=number))
    if not may_reopen(claim, False):
        raise RuleViolation(
            _("{number} cannot be reopened: it is {status}.", number=number, status=SAID[ClaimStatus(claim.status)])
        )
    reopen_one(db, clinician, claim.id or 0)
    return claim
