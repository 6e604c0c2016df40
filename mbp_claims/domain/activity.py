"""The activity trail: who did what, when, from where, on whom, from what to what. It only grows, and is chained."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlmodel import Field, Index, SQLModel

from mbp_claims.words import _


class Kind(StrEnum):
    """What an entry tells of. Only changes stand in a claim's own history."""

    CHANGE = "change"
    READ = "read"
    DISCLOSURE = "disclosure"
    SIGN_IN = "sign_in"
    REFUSAL = "refusal"


KINDS = {
    Kind.CHANGE: _("Change"), Kind.READ: _("Opened"), Kind.DISCLOSURE: _("Disclosure"), Kind.SIGN_IN: _("Sign-in"),
    Kind.REFUSAL: _("Refused"),
}  # fmt: skip
"""In words."""


def kind_words(kind: str) -> str:
    """Any other as it stands."""
    return KINDS[Kind(kind)] if kind in list(Kind) else kind


class Activity(SQLModel, table=True):
    """One thing that happened. `before` and `after` are words a clinician reads (statuses, dates, amounts).

    `place` counts the practice's entries from 1; `digest` chains each to the one before (domain/chain.py).
    """

    __table_args__ = (
        Index("uq_activity_place", "practice_id", "place", unique=True),
        Index("ix_activity_when", "practice_id", "at", "place"),
        Index("ix_activity_kind", "practice_id", "kind", "at", "place"),
        Index("ix_activity_person", "clinician_id", "at", "place"),
        Index("ix_activity_client", "client_id", "at", "place"),
        Index("ix_activity_claim", "claim_id", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    place: int
    at: datetime
    clinician_id: int | None = Field(default=None, foreign_key="clinician.id")
    who: str
    address: str = ""
    kind: str = Kind.CHANGE
    what: str
    before: str = ""
    after: str = ""
    client_id: int | None = Field(default=None, foreign_key="client.id")
    plan_id: int | None = Field(default=None, foreign_key="plan.id")
    claim_id: int | None = Field(default=None, foreign_key="claim.id")
    remittance_id: int | None = Field(default=None, foreign_key="remittance.id")
    digest: str


class Deed(NamedTuple):
    """What is added to the trail: who did what, from what to what, on whom."""

    at: datetime
    clinician_id: int | None
    who: str
    what: str
    before: str = ""
    after: str = ""
    client_id: int | None = None
    plan_id: int | None = None
    claim_id: int | None = None
    remittance_id: int | None = None


class TrailHead(SQLModel, table=True):
    """The last entry of a practice's trail, so that a tail cut off is missed. Whoever appends holds this row."""

    __tablename__ = "trail_head"

    practice_id: int = Field(foreign_key="practice.id", primary_key=True)
    place: int = 0
    digest: str = ""
