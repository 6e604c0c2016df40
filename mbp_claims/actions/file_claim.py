"""Files a claim: checks all of it, writes the 837P, and marks it filed. Once, however often it is asked."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from mbp_claims.actions.file_on_paper import file_on_paper
from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.actions.send_file import hand_over, keep_file
from mbp_claims.actions.settle_ledger import settle_ledger
from mbp_claims.clock import now
from mbp_claims.db import answers, claims, paper, payers, plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.filings import filings_of
from mbp_claims.db.kept_answers import read_answer
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.adjudication import Source
from mbp_claims.domain.answer_draft import AnswerEntry, checked_answer, entry_of, refuse
from mbp_claims.domain.claim import SAID, WITH_PAYER, Claim, ClaimStatus, ServiceLine
from mbp_claims.domain.days import show_day
from mbp_claims.domain.filing_rules import missing
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.resending import Frequency, frequency_of
from mbp_claims.domain.secondary import take_answer
from mbp_claims.domain.standing import may_file
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

ZERO = "zero"


@dataclass(frozen=True)
class Sending:
    """How a claim goes: what the form says of the prior payer's answer (None for a primary claim), whether for $0.00
    if need be, as what (CLM05-3), and under which number of its payer if not as an original.
    """

    entry: AnswerEntry | None = None
    anyway: bool = False
    frequency: str = Frequency.ORIGINAL
    reference: str = ""


@dataclass(frozen=True)
class Filed:
    """The claim, to whom it went, and whether it had been filed before this was asked; the form's id if on paper."""

    claim: Claim
    payer: str
    already: bool = False
    form_id: int | None = None


def file_claim(
    db: Session, clinician: Clinician, number: str, entry: AnswerEntry | None = None, anyway: bool = False,
    seen: int | None = None,
) -> Filed:  # fmt: skip
    """`entry` is what the form says of the prior payer's answer (None for a primary claim).

    RuleViolation with a sentence by field; under `zero` when nothing is left to bill and it was not asked for anyway.
    ChangedSince when it is not as it was `seen` (a version) any more.
    """
    one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    if claim.status in WITH_PAYER:
        plan = plans.plan(db, clinician, claim.plan_id)
        return Filed(claim, payers.payer(db, clinician, plan.payer_id).name, already=True)
    if not may_file(claim):
        raise RuleViolation(
            _("{number} is {status}. It cannot be filed.", number=claim.number, status=SAID[ClaimStatus(claim.status)])
        )
    refuse_unseen(db, clinician, claim, seen)
    frequency = frequency_of(claim)
    reference = "" if frequency is Frequency.ORIGINAL else claim.payer_control_number
    return send_claim(db, clinician, claim, Sending(entry, anyway, frequency, reference))


def send_claim(db: Session, clinician: Clinician, claim: Claim, sending: Sending) -> Filed:
    """Writes a claim that may go, and sends it; the same refusals."""
    plan = plans.plan(db, clinician, claim.plan_id)
    payer = payers.payer(db, clinician, plan.payer_id).name
    refuse_uncovered(claim, plan, payer)
    lines = claims.service_lines(db, claim)
    if claim.is_secondary:
        _settle_answer(db, clinician, claim, lines, sending.entry, payer, sending.anyway)
    (filing,) = filings_of(db, clinician, [claim], now())
    filing = replace(filing, frequency=sending.frequency, original_reference=sending.reference)
    claim.frequency, claim.cob_changed = sending.frequency, False
    if plan.payer_id in paper.paper_only(db, clinician.practice_id):
        return Filed(claim, payer, form_id=file_on_paper(db, clinician, filing).id)
    refuse({f"missing-{name}": sentence for name, sentence in missing(filing).items()})
    hand_over(db, clinician, keep_file(db, clinician, [filing]))
    return Filed(claim, payer)


def refuse_uncovered(claim: Claim, plan: InsurancePlan, payer: str) -> None:
    """The plan's dates may have changed since the claim was made."""
    if not plan.covers(claim.service_from):
        day = show_day(claim.service_from)
        mend = _("Correct its dates.") if claim.is_secondary else _("Correct its dates, or change the claim.")
        raise RuleViolation.of(
            {"plan": _("The {payer} plan does not cover {day}. {mend}", payer=payer, day=day, mend=mend)}
        )


def _settle_answer(
    db: Session, clinician: Clinician, claim: Claim, lines: list[ServiceLine], entry: AnswerEntry | None,
    payer: str, anyway: bool,
) -> None:  # fmt: skip
    """What the form says of the primary's answer must add up; where it differs from what was kept, it is kept too."""
    primary = claims.primary_of(db, claim)
    kept = answers.adjudication(db, claim.cob_id)
    known = read_answer(db, kept) if kept else None
    if kept is None or known is None:
        raise RuleViolation(_("{number} has no answer from its payer yet.", number=primary.number))
    charges = {line.position: line.charge_cents for line in lines}
    answer, errors = checked_answer(entry or entry_of(known), charges, known)
    refuse(errors)
    if answer.to_bill_cents(claim.charge_cents) == 0 and not anyway:
        raise RuleViolation.of({ZERO: _("Nothing is left for {payer} to pay. File a $0.00 claim?", payer=payer)})
    if answer != known:
        corrected = answers.save_answer(
            db, clinician, primary, lines, answer, Source.FORM, kept.remittance_id, replaces_id=kept.id
        )
        claim.cob_id = corrected.id
        take_answer(claim, answer)
        record_claim(db, clinician, f"{claim.number}: amounts of the primary changed by hand", claim)
        settle_ledger(db, clinician, claim)
