"""What came in: the 835 file as it was, the payments in it, and the claims each payment answers."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint


class Outcome(StrEnum):
    """What an import did with one claim of a remittance."""

    POSTED = "posted"
    NOT_MATCHED = "not_matched"
    PROBLEM = "problem"


class EraFile(SQLModel, table=True):
    """The bytes of an 835 as they came, who imported them and when. `digest` is their SHA-256."""

    __tablename__ = "era_file"
    __table_args__ = (UniqueConstraint("practice_id", "digest"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    name: str
    content: bytes
    digest: str
    imported_at: datetime
    imported_by: str


class Remittance(SQLModel, table=True):
    """One payment (an ST of an 835): payer, check or EFT trace, date, amount in cents. The same one comes only once."""

    __table_args__ = (
        UniqueConstraint(
            "practice_id", "payer_identifier", "trace", "paid_on", "total_cents", name="uq_remittance_payment"
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    era_file_id: int = Field(foreign_key="era_file.id", index=True)
    payer_name: str
    payer_identifier: str
    trace: str
    paid_on: date
    total_cents: int
    provider_adjustments_cents: int = 0
    imported_at: datetime


class RemittanceClaim(SQLModel, table=True):
    """One claim of a payment as the payer sent it, the claim of ours it answers, and what the import did (`why`)."""

    __tablename__ = "remittance_claim"
    __table_args__ = (UniqueConstraint("remittance_id", "position"),)
    id: int | None = Field(default=None, primary_key=True)
    remittance_id: int = Field(foreign_key="remittance.id")
    position: int
    claim_number: str
    status_code: str
    charge_cents: int
    paid_cents: int
    service_on: date | None = None
    services: str = ""
    adjustments: str = ""
    patient: str = ""
    claim_id: int | None = Field(default=None, foreign_key="claim.id", index=True)
    outcome: str
    why: str = ""
