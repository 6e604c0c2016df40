"""The member ID that a payer says is right (NM1*74): taken over into the plan, or left, each with one click."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.db import claims, plans, remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.claim_match import plain_member
from mbp_claims.domain.kept_remit import read_remit
from mbp_claims.domain.plan_draft import is_member_id
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Proposal, RemittanceClaim
from mbp_claims.domain.violation import RuleViolation

NOTHING = "The payer corrects no member ID here."
SETTLED = "This was decided already."


@dataclass(frozen=True)
class Corrected:
    """What became of the member ID of the plan that the claim `number` is billed to."""

    number: str
    before: str
    after: str


def take_correction(db: Session, clinician: Clinician, line_id: int) -> Corrected:
    """The plan of the claim that the line answers takes the ID. RuleViolation when there is none to be taken."""
    one_at_a_time(db, clinician)
    line = _open(db, clinician, line_id)
    said = read_remit(line.said).corrected_insured if line.said else None
    member_id = plain_member(said.identifier) if said else ""
    if not is_member_id(member_id) or line.claim_id is None:
        raise RuleViolation(NOTHING)
    claim = claims.claim_by_id(db, clinician, line.claim_id)
    plan = plans.plan(db, clinician, claim.plan_id)
    before, plan.member_id = plan.member_id, member_id
    line.proposal = Proposal.ACCEPTED
    record(db, clinician, "Member ID corrected by the payer", (before, member_id), client_id=claim.client_id,
           plan_id=plan.id, claim_id=claim.id, remittance_id=line.remittance_id)  # fmt: skip
    db.flush()
    return Corrected(claim.number, before, member_id)


def leave_correction(db: Session, clinician: Clinician, line_id: int) -> None:
    """The plan stays as it is, and nobody is asked again."""
    one_at_a_time(db, clinician)
    _open(db, clinician, line_id).proposal = Proposal.DISMISSED
    db.flush()


def _open(db: Session, clinician: Clinician, line_id: int) -> RemittanceClaim:
    _, line = remittances.remittance_claim(db, clinician, line_id)
    db.refresh(line)
    if line.proposal != Proposal.OPEN:
        raise RuleViolation(SETTLED)
    return line
