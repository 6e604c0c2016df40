"""Posts to one claim, as a file of thousands is posted: an answer typed from paper, a claim reopened by hand."""

from collections.abc import Callable
from typing import TypeVar

from sqlmodel import Session

from mbp_claims.actions.post_era import open_journal
from mbp_claims.clock import now
from mbp_claims.db import claims, postings
from mbp_claims.db.families import families
from mbp_claims.domain.effect import Effect
from mbp_claims.domain.family import Family
from mbp_claims.domain.journal import Answered, Journal
from mbp_claims.domain.post_answer import post, reopen
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician

T = TypeVar("T")


def post_one(db: Session, clinician: Clinician, kind: Kind, told: Answered) -> Effect:
    """In a posting of its own."""
    return change_family(
        db, clinician, kind, told.claim_id, lambda family, journal: post(family, told, journal), told.remittance_id
    )


def reopen_one(db: Session, clinician: Clinician, claim_id: int) -> None:
    """Its answer stays on record, and the ledger takes it back."""
    change_family(db, clinician, Kind.REOPEN, claim_id, lambda family, journal: reopen(family, claim_id, journal))


def change_family(
    db: Session, clinician: Clinician, kind: Kind, claim_id: int, change: Callable[[Family, Journal], T],
    remittance_id: int | None = None,
) -> T:  # fmt: skip
    """Loads a claim with its family, changes it, saves what was written, and brings loaded claims up to date."""
    db.flush()
    posting = Posting(
        practice_id=clinician.practice_id, remittance_id=remittance_id, kind=kind, at=now(), who=clinician.signature,
        claims=1,
    )  # fmt: skip
    db.add(posting)
    db.flush()
    family = families(db, clinician, [claim_id])[claim_id]
    journal = open_journal(db, clinician, posting, answers=1)
    came = change(family, journal)
    postings.save_journal(db, journal)
    claims.refresh(db, {family.primary.id, *([family.secondary.id] if family.secondary else [])})
    return came
