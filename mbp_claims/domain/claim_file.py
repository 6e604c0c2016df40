"""The 837P files that were written, and the claims in each, kept as they were filed."""

from datetime import datetime

from sqlmodel import CheckConstraint, Field, SQLModel, UniqueConstraint


class ClaimFile(SQLModel, table=True):
    """One interchange, with one claim or many. It is delivered as a whole, as it stands here, and never changed; or
    taken back as a whole before it left (`taken_back_at`).

    `control_number` is the interchange control number (ISA13): unique in the practice, and never given out again.
    """

    __tablename__ = "claim_file"
    __table_args__ = (UniqueConstraint("practice_id", "control_number"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    name: str
    content: str
    control_number: int
    created_at: datetime
    created_by: str
    taken_back_at: datetime | None = None


class FiledClaim(SQLModel, table=True):
    """A claim in a file: its place (from 1), its transaction set (ST02), and what was asked for, in cents.

    `frequency` is CLM05-3: 1 original, 7 replacement, 8 void; the last two name the payer's own number of the claim
    before (REF*F8). `cob_id` is the primary's answer that the file repeats. `note_before` is the claim's note before it
    was filed, should that be taken back.
    """

    __tablename__ = "filed_claim"
    __table_args__ = (
        UniqueConstraint("claim_file_id", "position"),
        UniqueConstraint("claim_file_id", "claim_id"),
        CheckConstraint(
            "frequency = '1' OR (frequency IN ('7', '8') AND original_reference <> '')", name="ck_filed_claim_frequency"
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    claim_file_id: int = Field(foreign_key="claim_file.id")
    claim_id: int = Field(foreign_key="claim.id", index=True)
    position: int
    set_number: int = 1
    frequency: str = "1"
    original_reference: str = ""
    charge_cents: int
    to_bill_cents: int
    cob_id: int | None = Field(default=None, foreign_key="adjudication.id")
    note_before: str = ""
