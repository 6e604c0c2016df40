"""Writes into the trail who was refused what."""

from collections.abc import Sequence

from sqlmodel import Session

from mbp_claims.db.clinicians import practice_ids
from mbp_claims.db.engine import transaction
from mbp_claims.db.sessions import person_of
from mbp_claims.db.trail import append
from mbp_claims.domain.activity import Deed, Kind
from mbp_claims.domain.refusing import Refusal

STRANGER = "Not signed in"


def write_refusals(refusals: Sequence[Refusal]) -> None:
    """Many at once, in a transaction of their own."""
    with transaction() as db:
        for refusal in refusals:
            _record(db, refusal)


def _record(db: Session, refusal: Refusal) -> None:
    """Into the trail of the caller's practice, or of whose name was used to sign in; what nobody in particular asked,
    into every practice's.

    A practice is not told who of another one knocked: it would learn who works there, and anybody could write into its
    trail. Whoever runs the server reads it in the log.
    """
    who = None if refusal.target else refusal.clinician or person_of(db, refusal.session)
    told = refusal.target or who
    practices = [told.practice_id] if told else practice_ids(db)
    person, name = (who.id, who.signature) if who else (None, STRANGER)
    for practice_id in practices:
        append(db, practice_id, Deed(refusal.at, person, name, refusal.words), Kind.REFUSAL, refusal.address)
