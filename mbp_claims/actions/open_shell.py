"""What the frame around each page tells: who works here, and how much waits."""

from sqlmodel import Session

from mbp_claims.db import claims, clinicians, deliveries, remittances
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Task, why_not
from mbp_claims.domain.shell import Shell


def open_shell(db: Session, clinician: Clinician) -> Shell:
    """With the counts of what she has a part in."""
    return Shell(
        clinician, clinicians.practice_of(db, clinician), len(clinicians.people(db, clinician)),
        claims.pending_count(db, clinician),
        0 if why_not(clinician.role, Task.PAYMENTS) else remittances.to_review(db, clinician),
        0 if why_not(clinician.role, Task.CLEARINGHOUSE) else deliveries.waiting_count(db, clinician),
    )  # fmt: skip
