"""Changes how long is waited for claims that payers have sent on. Those that wait already keep their day."""

from sqlmodel import Session

from mbp_claims.clock import today
from mbp_claims.db import crossovers
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.crossover_terms import CrossoverTerms, Wait, WaitsDraft
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Task, require


def list_waits(db: Session, clinician: Clinician) -> list[Wait]:
    """Of the payers of the practice's plans."""
    require(clinician.role, Task.SETTINGS)
    return crossovers.waits(db, clinician)


def edit_waits(db: Session, clinician: Clinician, form: object) -> list[Wait]:
    """`form` has `days-7` for the payer 7; those that it leaves out stay. RuleViolation with a sentence by field."""
    require(clinician.role, Task.SETTINGS)
    one_at_a_time(db, clinician)
    before = crossovers.waits(db, clinician)
    entries = Entries(form, today())
    draft = WaitsDraft.parse(entries, before)
    entries.settle()
    for wait in before:
        days = draft.days.get(wait.payer_id, wait.days)
        if days != wait.days:
            said = crossovers.terms(db, clinician, wait.payer_id) or CrossoverTerms(
                practice_id=clinician.practice_id, payer_id=wait.payer_id, days=days
            )
            said.days = days
            db.add(said)
            change = f"{wait.days} working days", f"{days} working days"
            record(db, clinician, f"Wait for claims that {wait.payer} sent on changed", change)
    db.flush()
    return crossovers.waits(db, clinician)
