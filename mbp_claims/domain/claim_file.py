"""The 837P that was written for a claim, kept as it was filed."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint


class ClaimFile(SQLModel, table=True):
    """`control_number` is the interchange control number (ISA13), unique in the practice."""

    __tablename__ = "claim_file"
    __table_args__ = (UniqueConstraint("practice_id", "control_number"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    claim_id: int = Field(foreign_key="claim.id", index=True)
    name: str
    content: str
    control_number: int
    created_at: datetime
    created_by: str
