"""How payers take paper, how the practice prints, and the forms that were filed."""

from sqlmodel import Session, col, select

from mbp_claims.db.own import mine, own
from mbp_claims.domain.paper_terms import FormPrinter, PaperTerms, PrintedForm
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician


def paper_terms(db: Session, clinician: Clinician, payer: Payer) -> PaperTerms:
    """What the practice has said of the payer, else what is usual."""
    said = select(PaperTerms).where(*mine(clinician, PaperTerms), PaperTerms.payer_id == payer.id)
    return db.exec(said).first() or PaperTerms.usual(payer, clinician.practice_id)


def paper_only(db: Session, practice_id: int) -> set[int]:
    """Ids of the payers that take this practice's claims on paper alone."""
    only = select(PaperTerms.payer_id).where(PaperTerms.practice_id == practice_id, col(PaperTerms.only).is_(True))
    return set(db.exec(only))


def plans_on_paper(db: Session, practice_id: int) -> set[int]:
    """Ids of the plans of those payers."""
    kept = select(InsurancePlan.id).join(PaperTerms, col(PaperTerms.payer_id) == InsurancePlan.payer_id)
    ours = kept.where(InsurancePlan.practice_id == practice_id, PaperTerms.practice_id == practice_id)
    return {one or 0 for one in db.exec(ours.where(col(PaperTerms.only).is_(True)))}


def form_printer(db: Session, clinician: Clinician) -> FormPrinter:
    return db.get(FormPrinter, clinician.practice_id) or FormPrinter(practice_id=clinician.practice_id)


def printed_forms(db: Session, claim_id: int | None) -> list[PrintedForm]:
    """The forms of a claim that was loaded through the clinician, newest first."""
    kept = select(PrintedForm).where(PrintedForm.claim_id == claim_id)
    return list(db.exec(kept.order_by(col(PrintedForm.id).desc())))


def printed_form(db: Session, clinician: Clinician, form_id: int) -> PrintedForm:
    """NotFound when the form is not of a claim of hers."""
    return own(db, clinician, PrintedForm, form_id)
