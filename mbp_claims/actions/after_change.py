"""What the screens must know once a claim has changed: its rows at once, the counts with them or after them."""

from collections.abc import Callable
from functools import wraps

from sqlmodel import Session

from mbp_claims.actions.list_claims import claim_facts
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.domain.practice import Clinician

Does = Callable[[Session, Clinician, str], Claim]
Rows = tuple[ClaimFacts, ...]
"""Of the claim, and of the other one of the same services."""


def with_its_rows(does: Does) -> Callable[[Session, Clinician, str], tuple[Claim, Rows]]:
    """The same action, which then reads in its own transaction what the rows tell."""

    @wraps(does)
    def done(db: Session, clinician: Clinician, number: str) -> tuple[Claim, Rows]:
        changed = does(db, clinician, number)
        return changed, claim_facts(db, clinician, number)

    return done
