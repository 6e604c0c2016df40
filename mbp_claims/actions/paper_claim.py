"""A claim with all that its paper form says, and the EOB of an answer."""

from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db import answers, claims, clients, clinicians, paper, payers, plans, remittance_rows, remittances
from mbp_claims.db.kept_answers import read_answer
from mbp_claims.domain.adjudication import Adjudication, Source
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.eob import Check, Eob
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.paper_claim import OtherCoverage, PaperClaim
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.secondary import next_plan


def paper_claim(db: Session, clinician: Clinician, filing: Filing) -> PaperClaim:
    """As it would be printed now."""
    claim = filing.claim
    kept = answers.adjudication(db, claim.cob_id) if claim.is_secondary else None
    primary = claims.primary_of(db, claim)
    return PaperClaim(
        filing, paper.paper_terms(db, clinician, filing.payer), paper.form_printer(db, clinician),
        None if claim.is_secondary else _following(db, clinician, claim),
        eob_of(db, clinician, primary, kept, filing.payer.name) if kept else None,
    )  # fmt: skip


def eob_of(db: Session, clinician: Clinician, claim: Claim, kept: Adjudication, next_payer: str) -> Eob:
    """The answer of the claim's own payer as its EOB."""
    plan = plans.plan(db, clinician, claim.plan_id)
    lines = claims.service_lines(db, claim)
    return Eob(
        clinicians.practice_of(db, clinician), clients.client_by_id(db, clinician, claim.client_id), plan,
        payers.payer(db, clinician, plan.payer_id), read_answer(db, kept), claim.number, tuple(lines),
        next_payer, now(), clinician.signature, _check(db, kept),
        by_hand=kept.source == Source.FORM,
    )  # fmt: skip


def _following(db: Session, clinician: Clinician, claim: Claim) -> OtherCoverage | None:
    """The plan that is asked after this one."""
    kept = plans.plans_of(db, clients.client_by_id(db, clinician, claim.client_id))
    plan = next_plan(claim, [one for one in kept if not one.removed_at])
    return OtherCoverage(plan, payers.payer(db, clinician, plan.payer_id)) if plan else None


def _check(db: Session, kept: Adjudication) -> Check | None:
    paid = remittances.behind(db, kept)
    if paid is None:
        return None
    count = sum(claims for claims, _ in remittance_rows.outcome_sums(db, paid).values())
    return Check(paid.trace, paid.paid_on, paid.total_cents, count)
