"""The secondary claim that follows from a completed primary: exactly one, whatever happens twice."""

from sqlmodel import Session

from mbp_claims.actions.post_one import change_family
from mbp_claims.db import answers, claims, clients, plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.kept_answers import read_answer
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.denial import ours_to_mend
from mbp_claims.domain.effect import Sequel
from mbp_claims.domain.post_answer import follow_up
from mbp_claims.domain.posting import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.secondary import next_plan
from mbp_claims.domain.standing import may_follow
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

MADE = (Sequel.MADE, Sequel.RENEWED, Sequel.CROSSED_OVER)


def make_secondary(db: Session, clinician: Clinician, number: str) -> Claim:
    """Deliberately, by a person. RuleViolation when nothing can follow from the claim."""
    one_at_a_time(db, clinician)
    primary = claims.claim(db, clinician, number)
    there = claims.secondary_of(db, primary)
    if not may_follow(primary, there is not None and there.status != ClaimStatus.WITHDRAWN):
        raise RuleViolation(_("{number} has a secondary claim already, or is not completed.", number=number))
    made = _follow(db, clinician, primary, deliberate=True)
    if made is None:
        raise RuleViolation(_("No secondary plan covers the date of service. Add one first."))
    return made


def make_missing_secondaries(db: Session, clinician: Clinician, client_number: str) -> list[Claim]:
    """For a secondary plan that was added late: the secondaries of the completed claims that it covers."""
    one_at_a_time(db, clinician)
    missing = missing_secondaries(db, clinician, client_number)
    return [made for primary in missing if (made := _follow(db, clinician, primary))]


def missing_secondaries(db: Session, clinician: Clinician, client_number: str) -> list[Claim]:
    """Answered primary claims that a secondary plan covers and that have no secondary yet.

    Without the denials that are ours to mend: nothing follows from them by itself.
    """
    client = clients.client(db, clinician, client_number)
    kept = plans.plans_of(db, client)
    if not any(plan.rank == "secondary" for plan in kept):
        return []
    covered = [primary for primary in claims.answered_without_secondary(db, client) if next_plan(primary, kept)]
    return [primary for primary in covered if not _is_ours_to_mend(db, primary)]


def _is_ours_to_mend(db: Session, primary: Claim) -> bool:
    if primary.status != ClaimStatus.DENIED:
        return False
    kept = answers.latest_adjudication(db, primary.id)
    return kept is not None and ours_to_mend(read_answer(db, kept))


def _follow(db: Session, clinician: Clinician, primary: Claim, deliberate: bool = False) -> Claim | None:
    sequel = change_family(
        db, clinician, Kind.FOLLOW, primary.id or 0, lambda family, journal: follow_up(family, journal, deliberate)
    )
    return claims.secondary_of(db, primary) if sequel in MADE else None
