"""The activity trail: who did what, when, from what to what. It only grows."""

from datetime import datetime

from sqlmodel import Field, Index, SQLModel


class Activity(SQLModel, table=True):
    """One thing that happened. `before` and `after` are words a clinician reads (statuses, dates, amounts)."""

    __table_args__ = (
        Index("ix_activity_claim", "claim_id", "id"),
        Index("ix_activity_client", "client_id", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id", index=True)
    at: datetime
    clinician_id: int | None = Field(default=None, foreign_key="clinician.id")
    who: str
    what: str
    before: str = ""
    after: str = ""
    client_id: int | None = Field(default=None, foreign_key="client.id")
    plan_id: int | None = Field(default=None, foreign_key="plan.id")
    claim_id: int | None = Field(default=None, foreign_key="claim.id")
    remittance_id: int | None = Field(default=None, foreign_key="remittance.id")
