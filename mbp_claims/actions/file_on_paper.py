"""Files a claim on paper: prints it, and keeps the PDF as it was filed."""

from sqlmodel import Session

from mbp_claims.actions.paper_claim import paper_claim
from mbp_claims.clock import now
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.answer_draft import refuse
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.paper_rules import missing_on_paper
from mbp_claims.domain.paper_terms import PrintedForm, form_name
from mbp_claims.domain.practice import Clinician
from mbp_claims.paper.printing import print_claim


def file_on_paper(db: Session, clinician: Clinician, filing: Filing) -> PrintedForm:
    """RuleViolation with a sentence for each thing that is missing; then nothing is kept."""
    claim, printing = filing.claim, paper_claim(db, clinician, filing)
    refuse({f"missing-{name}": sentence for name, sentence in missing_on_paper(printing).items()})
    kept = PrintedForm(
        practice_id=claim.practice_id, claim_id=claim.id or 0, name=form_name(claim), content=print_claim(printing),
        created_at=now(), created_by=clinician.signature,
    )  # fmt: skip
    db.add(kept)
    change = claim.move(ClaimStatus.FILED)
    claim.filed_at, claim.note = now(), ""
    db.flush()
    record_claim(db, clinician, f"{claim.number} filed on paper to {filing.payer.name}", claim, change)
    return kept
