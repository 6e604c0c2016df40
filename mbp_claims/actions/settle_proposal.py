"""What becomes of an insured that a payer corrected (NM1*74): taken over into the plan, or left."""

from sqlmodel import Session

from mbp_claims.db import claims, plans, remittance_rows
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.claim_match import plain_member
from mbp_claims.domain.kept_remit import read_remit
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Proposal, Remittance, RemittanceClaim
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

NO_CLAIM = _("Match this line to a claim first.")
SETTLED = _("This was decided already.")


def accept_corrected_insured(db: Session, clinician: Clinician, line_id: int) -> RemittanceClaim:
    """The plan of the matched claim takes the member id that the payer has. Claims that were filed keep what they said.

    RuleViolation when the line is matched to no claim of ours, or names no other member id.
    """
    remittance, line = _open(db, clinician, line_id)
    insured = read_remit(line.said).corrected_insured
    if line.claim_id is None:
        raise RuleViolation(NO_CLAIM)
    if insured is None or not insured.identifier:
        raise RuleViolation(_("The payer names no other member ID."))
    claim = claims.claim_by_id(db, clinician, line.claim_id)
    plan = plans.plan(db, clinician, claim.plan_id)
    before, plan.member_id = plan.member_id, plain_member(insured.identifier)
    line.proposal = Proposal.ACCEPTED
    db.flush()
    what = f"Member ID taken over from ERA {remittance.trace}"
    change = (before, plan.member_id)
    record(db, clinician, what, change, client_id=plan.client_id, plan_id=plan.id, remittance_id=remittance.id)
    return line


def dismiss_corrected_insured(db: Session, clinician: Clinician, line_id: int) -> RemittanceClaim:
    """The plan stays as it is; the proposal is not shown again."""
    remittance, line = _open(db, clinician, line_id)
    line.proposal = Proposal.DISMISSED
    db.flush()
    what = f"ERA {remittance.trace}, line {line.position}: corrected insured not taken over"
    record(db, clinician, what, remittance_id=remittance.id)
    return line


def _open(db: Session, clinician: Clinician, line_id: int) -> tuple[Remittance, RemittanceClaim]:
    one_at_a_time(db, clinician)
    remittance, line = remittance_rows.remittance_claim(db, clinician, line_id)
    db.refresh(line)
    if line.proposal != Proposal.OPEN:
        raise RuleViolation(SETTLED)
    return remittance, line
