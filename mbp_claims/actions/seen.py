"""What somebody saves she has looked at; meanwhile another may have changed it."""

from sqlmodel import Session

from mbp_claims.clock import local
from mbp_claims.db.versions import NOUNS, last_change
from mbp_claims.domain.changed import ChangedSince
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.document import Document
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician, Practice

Versioned = Claim | Client | Connection | Document | InsurancePlan | Practice


def refuse_unseen(db: Session, clinician: Clinician, row: Versioned, seen: int | None) -> None:
    """ChangedSince when the row is not as it was `seen` (a version) any more; None was looked at by nobody."""
    if seen is not None and seen != row.version:
        last = last_change(db, clinician, row)
        at = local(last.at) if last else None
        raise ChangedSince.of_noun(NOUNS[type(row)], row.version, last, at, clinician.signature)
