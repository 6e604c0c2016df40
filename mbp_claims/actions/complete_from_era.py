"""Enters by hand a claim of an ERA that cannot be posted as it came: one that does not add up, or could not be read."""

from sqlmodel import Session

from mbp_claims.actions.complete_claim import checked_by_hand
from mbp_claims.actions.post_one import post_one
from mbp_claims.db import claims, remittance_rows
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.adjudication import Source
from mbp_claims.domain.answer_entry import AnswerEntry, entry_of
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.journal import Answered
from mbp_claims.domain.kept_remit import read_remit
from mbp_claims.domain.line_match import NoMatch, answer_of
from mbp_claims.domain.our_claim import OurLine
from mbp_claims.domain.posting import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Outcome
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

POSTED = _("This line was posted already.")


def entry_from_era(db: Session, clinician: Clinician, line_id: int, number: str) -> AnswerEntry | None:
    """The form filled in with what the payer said about the claim, whether it adds up or not; None when it cannot be
    laid over the claim's service lines. NotFound for another practice's line or claim."""
    remittance, line = remittance_rows.remittance_claim(db, clinician, line_id)
    claim = claims.claim(db, clinician, number)
    if not line.said:
        return None
    kept = tuple(
        OurLine(one.id or 0, one.claim_id, one.position, one.control, one.service_date, one.procedure, one.modifiers,
                one.charge_cents)
        for one in claims.service_lines(db, claim)
    )  # fmt: skip
    try:
        return entry_of(answer_of(remittance.paid_on, read_remit(line.said), kept))
    except NoMatch:
        return None


def complete_from_era(
    db: Session, clinician: Clinician, line_id: int, number: str, entry: AnswerEntry, form: object,
    seen: int | None = None,
) -> tuple[Claim, Claim | None]:  # fmt: skip
    """As `complete_by_hand`, and the line of the ERA counts as posted: its payment is where it belongs.

    RuleViolation with a sentence by field, as that; or when the line was posted already.
    """
    one_at_a_time(db, clinician)
    remittance, line = remittance_rows.remittance_claim(db, clinician, line_id)
    db.refresh(line)
    if line.outcome == Outcome.POSTED:
        raise RuleViolation(POSTED)
    claim, answer = checked_by_hand(db, clinician, number, entry, form, False, seen)
    told = Answered(claim.id or 0, answer, Source.FORM, False, remittance.id, line.id)
    effect = post_one(db, clinician, Kind.POST, told)
    line.claim_id, line.outcome, line.problem = claim.id, Outcome.POSTED, ""
    line.why = f"Entered by {clinician.signature}"
    db.flush()
    remittance_rows.recount(db, remittance)
    what = f"ERA {remittance.trace}, line {line.position} entered by hand for {claim.number}"
    record(db, clinician, what, remittance_id=remittance.id, claim_id=claim.id, client_id=claim.client_id)
    return claim, claims.claim(db, clinician, effect.secondary) if effect.secondary else None
