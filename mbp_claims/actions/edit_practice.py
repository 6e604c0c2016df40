"""Changes what claims say of the practice, from now on. Files that were written stay as they are."""

from dataclasses import asdict

from sqlmodel import Session

from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.clock import today
from mbp_claims.db.clinicians import one_at_a_time, practice_of
from mbp_claims.db.trail import record
from mbp_claims.domain.changes import changes
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.practice_draft import DRAFTS, Part
from mbp_claims.domain.roles import Task, require


def edit_practice(
    db: Session, clinician: Clinician, part: Part, form: object, seen: int | None = None
) -> Practice:
    """One part of it. RuleViolation with a sentence for each field. The trail names no tax ID: it may be an SSN."""
    require(clinician.role, Task.SETTINGS)
    one_at_a_time(db, clinician)
    practice = practice_of(db, clinician)
    refuse_unseen(db, clinician, practice, seen)
    entries = Entries(form, today())
    draft = DRAFTS[part].parse(entries, practice)
    entries.settle()
    told = asdict(draft)
    change = changes({name: getattr(practice, name) for name in told}, told)
    for name, value in told.items():
        setattr(practice, name, value)
    if any(change):
        record(db, clinician, "Practice settings changed", change)
    db.flush()
    return practice
