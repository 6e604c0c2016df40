"""Acknowledgements that came in: the files as they were, and what each says of each claim."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint


class AckFile(SQLModel, table=True):
    """The bytes of a TA1, 999 or 277CA as they came, from whom, and what it says in a sentence."""

    __tablename__ = "ack_file"
    __table_args__ = (UniqueConstraint("practice_id", "digest", name="uq_ack_file_digest"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    kind: str
    name: str
    content: bytes
    digest: str
    sender: str = ""
    said: str = ""
    received_at: datetime
    received_by: str


class ClaimAcknowledgement(SQLModel, table=True):
    """What one file says of one claim. `claim_id` is None for a number that is none of ours, or that we never sent.

    `word` is received, accepted or rejected; `level` 1 for a whole file, 2 a clearinghouse, 3 the payer; `said_at` the
    sender's own moment. `took_effect` is false for what came too late to change anything.
    """

    __tablename__ = "claim_acknowledgement"
    id: int | None = Field(default=None, primary_key=True)
    ack_file_id: int = Field(foreign_key="ack_file.id", index=True)
    claim_id: int | None = Field(default=None, foreign_key="claim.id", index=True)
    claim_file_id: int | None = Field(default=None, foreign_key="claim_file.id")
    claim_number: str
    word: str
    level: int
    sender: str = ""
    codes: str = ""
    said: str
    mend: str = ""
    payer_control_number: str = ""
    said_at: datetime
    took_effect: bool = False


class Leftover(SQLModel, table=True):
    """A file in the inbox that was left where it is, and why."""

    __table_args__ = (UniqueConstraint("practice_id", "name", name="uq_leftover_name"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    name: str
    size: int
    why: str
    seen_at: datetime
