"""Replaces or voids a claim that its payer has, under the payer's own number of it."""

from sqlmodel import Session

from mbp_claims.actions.file_claim import Filed, Sending, send_claim
from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.db import claims, files, payers, plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.domain.answer_entry import AnswerEntry
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.resending import Frequency, payers_number, refuse_resending


def replace_claim(
    db: Session, clinician: Clinician, number: str, reference: str = "", entry: AnswerEntry | None = None,
    anyway: bool = False, seen: int | None = None,
) -> Filed:  # fmt: skip
    """Files it again (frequency 7) as it stands now, a secondary with the primary's answer as it is now.

    `reference` is the payer's own number of the claim, where it is not known; `seen` the version that was looked at.
    RuleViolation with a sentence by field, `reference` among them.
    """
    claim = _known(db, clinician, number, reference, seen)
    sending = Sending(entry, anyway, Frequency.REPLACEMENT, claim.payer_control_number)
    return send_claim(db, clinician, claim, sending)


def void_claim(db: Session, clinician: Clinician, number: str, reference: str = "", seen: int | None = None) -> Filed:
    """Takes it back (frequency 8): says again what was filed, and that the payer should undo it. The same refusals."""
    claim = _known(db, clinician, number, reference, seen)
    filed = files.last_filed(db, claim)
    if filed is not None and filed.cob_id:
        claim.cob_id = filed.cob_id
    return send_claim(db, clinician, claim, Sending(None, True, Frequency.VOID, claim.payer_control_number))


def _known(db: Session, clinician: Clinician, number: str, reference: str, seen: int | None) -> Claim:
    """The claim, which knows its payer's number from now on."""
    one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    refuse_resending(claim)
    refuse_unseen(db, clinician, claim, seen)
    plan = plans.plan(db, clinician, claim.plan_id)
    claim.payer_control_number = payers_number(claim, reference, payers.payer(db, clinician, plan.payer_id).name)
    return claim
