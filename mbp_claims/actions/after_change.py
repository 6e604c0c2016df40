"""What the screens must know once a claim has changed, read at once: its rows, the counts, what waits."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from sqlmodel import Session

from mbp_claims.actions.list_claims import claim_facts, count_claims
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_facts import ClaimCounts, ClaimFacts
from mbp_claims.domain.practice import Clinician

Does = Callable[[Session, Clinician, str], Claim]


@dataclass(frozen=True)
class AfterChange:
    """The claim and the other one of the same services; the counts of one client's tables, or of all."""

    facts: tuple[ClaimFacts, ...]
    counts: ClaimCounts


def after_change(db: Session, clinician: Clinician, number: str, client_id: int | None) -> AfterChange:
    """NotFound when no claim of this practice has that number."""
    return AfterChange(claim_facts(db, clinician, number), count_claims(db, clinician, client_id))


def and_what_follows(does: Does) -> Callable[[Session, Clinician, str, int | None], tuple[Claim, AfterChange]]:
    """The same action, which then reads in its own transaction what the screens must know."""

    @wraps(does)
    def done(db: Session, clinician: Clinician, number: str, client_id: int | None) -> tuple[Claim, AfterChange]:
        changed = does(db, clinician, number)
        return changed, after_change(db, clinician, number, client_id)

    return done
