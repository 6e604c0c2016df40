"""Prints a claim's form without filing it, an EOB, a test page; and what the practice says of paper."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.actions.list_claims import claim_facts
from mbp_claims.actions.open_file import OpenFile
from mbp_claims.actions.paper_claim import eob_of, paper_claim
from mbp_claims.clock import now, today
from mbp_claims.db import answers, claims, clinicians, paper, payers, plans
from mbp_claims.db.filings import filings_of
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.answer_draft import refuse
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.paper_claim import PaperClaim
from mbp_claims.domain.paper_draft import PaperDraft
from mbp_claims.domain.paper_rules import missing_on_paper
from mbp_claims.domain.paper_terms import form_name
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Seen
from mbp_claims.paper.printing import print_claim, print_eob, print_test

PDF = "application/pdf"


@dataclass(frozen=True)
class Printing:
    """A claim before it is printed, and sentences for what is missing."""

    paper: PaperClaim
    missing: tuple[str, ...]


def open_printing(db: Session, clinician: Clinician, number: str) -> Printing:
    printing = _paper(db, clinician, claims.claim(db, clinician, number))
    return Printing(printing, tuple(missing_on_paper(printing).values()))


@dataclass(frozen=True)
class KeptTerms:
    """`turned`: the payer takes paper only from now on, or no longer, which all claims to it tell."""

    claim: Claim
    draft: PaperDraft
    turned: bool


def keep_paper_terms(db: Session, clinician: Clinician, number: str, form: object) -> KeptTerms:
    """What the print form says of the claim's payer and of the printer; RuleViolation with a sentence by field."""
    clinicians.one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    draft = PaperDraft.parse(form, today())
    payer = payers.payer(db, clinician, plans.plan(db, clinician, claim.plan_id).payer_id)
    terms, printer = paper.paper_terms(db, clinician, payer), paper.form_printer(db, clinician)
    turned = terms.only != draft.only
    terms.only, terms.leaves_29, terms.address = draft.only, draft.leaves_29, draft.address
    printer.lined, printer.right, printer.down = draft.lined, draft.right, draft.down
    db.add_all([terms, printer])
    db.flush()
    return KeptTerms(claim, draft, turned)


def open_form(db: Session, clinician: Clinician, claim_id: int) -> OpenFile:
    """The claim printed as it stands now. RuleViolation with what is missing."""
    claim = claims.claim_by_id(db, clinician, claim_id)
    printing = _paper(db, clinician, claim)
    refuse(missing_on_paper(printing))
    return OpenFile(form_name(claim), PDF, print_claim(printing), seen=_seen(claim, "form printed"))


def open_printed(db: Session, clinician: Clinician, form_id: int) -> OpenFile:
    """A form as it was filed."""
    kept = paper.printed_form(db, clinician, form_id)
    seen = _seen(claims.claim_by_id(db, clinician, kept.claim_id), "filed form downloaded")
    return OpenFile(kept.name, PDF, kept.content, seen=seen)


def open_eob(db: Session, clinician: Clinician, claim_id: int) -> OpenFile:
    """The answer that counts for a claim. NotFound while its payer has not answered."""
    claim = claims.claim_by_id(db, clinician, claim_id)
    second = claims.secondary_of(db, claim)
    kept = answers.adjudication(db, second.cob_id if second else None) or answers.latest_adjudication(db, claim.id)
    if kept is None:
        raise NotFound("no answer")
    next_payer = claim_facts(db, clinician, claim.number)[0].next_payer
    printed = print_eob(eob_of(db, clinician, claim, kept, next_payer))
    return OpenFile(f"{claim.number}-EOB.pdf", PDF, printed, seen=_seen(claim, "EOB printed"))


def open_test_page(db: Session, clinician: Clinician, _nothing: int = 0) -> OpenFile:
    return OpenFile("CMS-1500-test-page.pdf", PDF, print_test(paper.form_printer(db, clinician)))


def _seen(claim: Claim, what: str) -> Seen:
    return Seen(f"{claim.number}: {what}", claim.client_id, claim.id)


def _paper(db: Session, clinician: Clinician, claim: Claim) -> PaperClaim:
    (filing,) = filings_of(db, clinician, [claim], now())
    return paper_claim(db, clinician, filing)
