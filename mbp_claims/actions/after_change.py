"""What the screens must know once a claim has changed, read at once: its rows, the counts, what waits."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.actions.list_claims import claim_facts, count_claims
from mbp_claims.actions.open_shell import open_shell
from mbp_claims.db import claims
from mbp_claims.domain.claim_facts import ClaimFacts, ClaimQuery
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.shell import Shell


@dataclass(frozen=True)
class AfterChange:
    """The claim and the other one of the same services; counts with cents to bill, of one client or of all."""

    facts: tuple[ClaimFacts, ...]
    pending: tuple[int, int]
    filed: tuple[int, int]
    shell: Shell


def after_change(db: Session, clinician: Clinician, number: str, client_id: int | None) -> AfterChange:
    """NotFound when no claim of this practice has that number."""
    claim = claims.claim(db, clinician, number)
    primary = claims.primary_of(db, claim)
    other = claims.secondary_of(db, primary) if claim is primary else primary
    numbers = [claim.number, *([other.number] if other else [])]
    return AfterChange(
        claim_facts(db, clinician, *numbers), count_claims(db, clinician, ClaimQuery("pending", client_id)),
        count_claims(db, clinician, ClaimQuery("filed", client_id)), open_shell(db, clinician),
    )  # fmt: skip
