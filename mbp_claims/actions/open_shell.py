"""What the frame around each page tells: who works here, and how much waits."""

from sqlmodel import Session

from mbp_claims.db import claims, clinicians, deliveries, remittances
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.shell import Shell


def open_shell(db: Session, clinician: Clinician) -> Shell:
    return Shell(
        clinician, clinicians.practice_of(db, clinician), len(clinicians.colleagues(db, clinician)),
        claims.pending_count(db, clinician), remittances.to_review(db, clinician),
        deliveries.waiting_count(db, clinician),
    )  # fmt: skip
