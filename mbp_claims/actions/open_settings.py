"""Loads what the Settings page shows: the practice, and what claims still miss of it."""

from sqlmodel import Session

from mbp_claims.db.clinicians import practice_of
from mbp_claims.domain.filing_rules import missing_from_practice
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import Task, require


def open_settings(db: Session, clinician: Clinician) -> tuple[Practice, list[str]]:
    """The sentences say what to add before a claim can be filed."""
    require(clinician.role, Task.SETTINGS)
    practice = practice_of(db, clinician)
    return practice, [sentence for _, sentence in missing_from_practice(practice)]
