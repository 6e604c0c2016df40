"""A payer's answer to a claim: what it paid, and why it did not pay the rest. Never edited, only followed."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, Index, SQLModel, UniqueConstraint, text

from mbp_claims.domain.columns import CENTS


class Source(StrEnum):
    """Where the answer was read: the electronic remittance, the paper EOB, or the File Claim form over either."""

    ERA = "era"
    EOB = "eob"
    FORM = "form"


class Adjudication(SQLModel, table=True):
    """An answer of one claim's payer. `replaces_id` is the answer that a person corrected with this one.

    A reversal (status 22) is kept like an answer, with the payer's negative amounts. An answer that a person took
    back (undo, Reverse) stays too: `void_at` says when, and nothing is read from it any more.
    """

    __table_args__ = (
        Index(
            "ix_adjudication_payers_number", "practice_id", "payer_control_number",
            sqlite_where=text("payer_control_number <> ''"), postgresql_where=text("payer_control_number <> ''"),
        ),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id", index=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    source: str
    status_code: str = "1"
    paid_cents: int = Field(sa_type=CENTS)
    payer_control_number: str = ""
    adjudicated_on: date
    remittance_id: int | None = Field(default=None, foreign_key="remittance.id", index=True)
    replaces_id: int | None = Field(default=None, foreign_key="adjudication.id")
    remarks: str = ""
    moa: str = ""
    mia: str = ""
    void_at: datetime | None = None
    created_at: datetime
    created_by: str


class LineAnswer(SQLModel, table=True):
    """What the payer paid for one service line (cents), and the procedure and units that it paid for."""

    __tablename__ = "line_answer"
    __table_args__ = (UniqueConstraint("adjudication_id", "service_line_id"),)
    id: int | None = Field(default=None, primary_key=True)
    adjudication_id: int = Field(foreign_key="adjudication.id")
    service_line_id: int = Field(foreign_key="service_line.id")
    paid_cents: int = Field(sa_type=CENTS)
    units: str = "1"
    procedure: str = ""
    modifiers: str = ""


class Adjustment(SQLModel, table=True):
    """Group, reason and amount (cents, sign as the payer sent it). Without a service line it is claim level."""

    __table_args__ = (UniqueConstraint("adjudication_id", "position"),)
    id: int | None = Field(default=None, primary_key=True)
    adjudication_id: int = Field(foreign_key="adjudication.id")
    service_line_id: int | None = Field(default=None, foreign_key="service_line.id")
    position: int
    group_code: str
    reason_code: str
    amount_cents: int = Field(sa_type=CENTS)
    quantity: str = ""
