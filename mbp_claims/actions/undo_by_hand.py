"""Takes back what a person did to an answered claim by hand: fixing a denied primary, making its secondary."""

from collections.abc import Iterable

from sqlmodel import Session

from mbp_claims.actions.put_back import put_back
from mbp_claims.clock import now
from mbp_claims.db import claims, postings
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

BY_HAND = (Kind.REOPEN, Kind.FOLLOW)


def undo_by_hand(db: Session, clinician: Clinician, number: str) -> Claim:
    """The last of it: the primary `number`, its secondary and the ledger are as before. Appends, as every undo.

    RuleViolation when there is nothing to undo, or one of the claims was changed since.
    """
    one_at_a_time(db, clinician)
    return _taken_back(db, clinician, number)


def undo_all_by_hand(db: Session, clinician: Clinician, numbers: Iterable[str]) -> list[Claim]:
    """The same of several claims, all of them or none."""
    one_at_a_time(db, clinician)
    return [_taken_back(db, clinician, number) for number in numbers]


def _taken_back(db: Session, clinician: Clinician, number: str) -> Claim:
    claim = claims.claim(db, clinician, number)
    posting = postings.last_of_family(db, claim, BY_HAND)
    if posting is None:
        raise RuleViolation(_("Nothing of {number} is left to undo.", number=number))
    lines = postings.lines_of(db, posting.id)
    if changed := postings.changed_since(db, lines):
        raise RuleViolation(_("{number} was changed since. It stays as it is now.", number=changed))
    back = Posting(
        practice_id=posting.practice_id, takes_back_id=posting.id, kind=Kind.UNDO, at=now(), who=clinician.signature,
        claims=posting.claims,
    )  # fmt: skip
    db.add(back)
    db.flush()
    for part in put_back(db, clinician, lines, Kind.UNDO, {}, of_era=False):
        part.save(db, posting.practice_id)
    postings.negate_entries(db, posting, back)
    postings.close_lines(db, posting, back.at)
    claims.refresh(db, {line.claim_id for line in lines} | {claim.id or 0})
    return claim
