"""Works out what taking postings back will write, while nobody waits: all but the writing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sqlmodel import Session

from mbp_claims.actions.prepared import MOST
from mbp_claims.actions.put_back import PutBack, put_back
from mbp_claims.db import postings, trail_since
from mbp_claims.db.rows import without_collection
from mbp_claims.domain.family import Family
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

TAKEN_BACK = _("This was taken back already.")


@dataclass(frozen=True)
class PreparedUndo:
    """Postings, the last one first, as they will be taken back, if nothing has changed after `place` of the trail.

    Empty `parts` (by posting) are worked out as they are written.
    """

    kind: Kind
    place: int
    posting_ids: tuple[int, ...]
    parts: dict[int, list[PutBack]] = field(default_factory=dict)

    def holds(self, db: Session, clinician: Clinician) -> bool:
        """Whether it can still be written as it is. Ask it with the write lock."""
        done = trail_since.since(db, clinician, self.place)
        if done.nothing or not self.parts:
            return True
        return not any(done.concerns(*one) for parts in self.parts.values() for part in parts for one in part.families)


def prepare_undo(
    db: Session, clinician: Clinician, posting_ids: Collection[int], kind: Kind = Kind.UNDO, step: Step = silent
) -> PreparedUndo:
    """As `undo_postings` and `reverse_posting` ask for it; changes nothing. `step` tells `undoing`. NotFound when one
    is another practice's."""
    if not posting_ids:
        raise RuleViolation(TAKEN_BACK)
    prepared = PreparedUndo(kind, trail_since.place(db, clinician), tuple(sorted(set(posting_ids), reverse=True)))
    found = [postings.posting(db, clinician, one) for one in prepared.posting_ids]
    count = sum(one.claims for one in found)
    if count <= MOST:
        known: dict[int, Family] = {}
        done = 0
        for posting in found:
            prepared.parts[posting.id or 0] = []
            for part in parts(db, clinician, posting, kind, known):
                prepared.parts[posting.id or 0].append(part)
                done += part.count
                step("undoing", done, count)
    return prepared


def parts(
    db: Session, clinician: Clinician, posting: Posting, kind: Kind, known: dict[int, Family]
) -> Iterator[PutBack]:
    """A thousand claims at a time."""
    with without_collection():
        yield from put_back(db, clinician, postings.lines_of(db, posting.id), kind, known)
