"""What the frame around each page tells: who works here, and how much waits."""

from dataclasses import dataclass

from mbp_claims.domain.practice import Clinician, Practice


@dataclass(frozen=True)
class Shell:
    clinician: Clinician
    practice: Practice
    colleagues: int
    pending: int
    to_review: int
    to_send: int = 0
