"""A posting: what was entered at once, by whom, and what it changed; taken back only by another posting."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, SQLModel, UniqueConstraint, text


class Kind(StrEnum):
    """`post`: claims of a remittance. `hand`: an answer typed from paper. `undo`, `reverse`: takes a posting back.

    `decide`: what a person decided about an amount that the payers left open. `opening`: what was there before
    there was a ledger. `follow`: a secondary claim that a person made.
    """

    POST = "post"
    HAND = "hand"
    UNDO = "undo"
    REVERSE = "reverse"
    DECIDE = "decide"
    REOPEN = "reopen"
    FOLLOW = "follow"
    OPENING = "opening"


class Flag(StrEnum):
    """What a person should know about an answer that was posted."""

    OVERPAID = "overpaid"
    PRIOR_PART_UNNAMED = "prior_part_unnamed"
    """The payer wrote off what an earlier payer paid instead of naming it (OA-23): the excess was not posted."""


class Posting(SQLModel, table=True):
    """One transaction in the ledger. `takes_back_id` is the posting that this one takes back, which happens once."""

    __table_args__ = (UniqueConstraint("takes_back_id", name="uq_posting_taken_back_once"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id", index=True)
    remittance_id: int | None = Field(default=None, foreign_key="remittance.id", index=True)
    takes_back_id: int | None = Field(default=None, foreign_key="posting.id")
    kind: str
    at: datetime
    who: str
    claims: int = 0


class PostingLine(SQLModel, table=True):
    """One claim of ours that a posting changed. `before` are the columns that changed, as JSON, to be put back by
    undo; `version` is the claim's once it was posted. `live` until the posting is taken back.
    """

    __tablename__ = "posting_line"
    __table_args__ = (
        Index("ix_posting_line_posting", "posting_id"),
        Index("ix_posting_line_claim", "claim_id"),
        Index("uq_posting_line_live", "remittance_claim_id", unique=True,
              sqlite_where=text("live AND remittance_claim_id IS NOT NULL"),
              postgresql_where=text("live AND remittance_claim_id IS NOT NULL")),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    posting_id: int = Field(foreign_key="posting.id")
    claim_id: int = Field(foreign_key="claim.id")
    remittance_claim_id: int | None = Field(default=None, foreign_key="remittance_claim.id")
    adjudication_id: int | None = Field(default=None, foreign_key="adjudication.id")
    before: str = ""
    version: int = 0
    made: bool = False
    live: bool = True
