"""A claim: what was done, for how much, and how far its payer has got with it."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import CheckConstraint, Field, ForeignKeyConstraint, Index, SQLModel, UniqueConstraint, text

from mbp_claims.domain.columns import CENTS
from mbp_claims.words import _

MOST_LINES = 50
MOST_DIAGNOSES = 12


class ClaimStatus(StrEnum):
    """Where a claim stands. `pending` waits for us, `waiting` to be sent, `filed` and `accepted` for the payer."""

    PENDING = "pending"
    WAITING = "waiting"
    FILED = "filed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    COMPLETED = "completed"
    DENIED = "denied"
    CROSSED_OVER = "crossed_over"
    WITHDRAWN = "withdrawn"
    NOT_BILLABLE = "not_billable"


SAID = {
    ClaimStatus.PENDING: _("pending"), ClaimStatus.WAITING: _("waiting"), ClaimStatus.FILED: _("filed"),
    ClaimStatus.ACCEPTED: _("accepted"), ClaimStatus.REJECTED: _("rejected"), ClaimStatus.COMPLETED: _("completed"),
    ClaimStatus.DENIED: _("denied"), ClaimStatus.CROSSED_OVER: _("crossed over"),
    ClaimStatus.WITHDRAWN: _("withdrawn"), ClaimStatus.NOT_BILLABLE: _("not billable"),
}  # fmt: skip
"""As the middle of a sentence says it."""

WAITS_FOR_US = (ClaimStatus.PENDING, ClaimStatus.REJECTED)
WITH_PAYER = (ClaimStatus.WAITING, ClaimStatus.FILED, ClaimStatus.ACCEPTED)
"""Out of our hands: its file is written, and sent or about to be."""
ANSWERED = (ClaimStatus.COMPLETED, ClaimStatus.DENIED)
PUT_AWAY = (ClaimStatus.WITHDRAWN, ClaimStatus.NOT_BILLABLE)
IS_OPEN = "status <> 'completed' OR overpaid_cents > 0 OR cob_changed"
"""In SQL, of what may wait for somebody: after years that is a small part of all claims, with an index of its own."""


class Claim(SQLModel, table=True):
    """A claim to one plan. A secondary claim has no lines of its own: it repeats its primary claim's, to the cent.

    Cents: `charge_cents` in full; `paid_cents` what its own payer paid; for a pending secondary `to_bill_cents`
    is what it asks for and `off_cents` by how much the primary's answer fails to add up; `overpaid_cents` what its
    payer paid above what was left to pay.

    `denial` tells what kind of denial it met (a `Denial`). `follow_up_on` is the day on which a crossed over secondary
    should have been answered. `cob_changed`: the primary's answer changed after this secondary was filed, so that a
    replacement (frequency 7 with `payer_control_number`) is due; filing it clears the mark. `frequency` is what was
    filed for it last (CLM05-3): 1, or 7 or 8 after a replacement or a void.
    """

    __table_args__ = (
        UniqueConstraint("practice_id", "number"),
        UniqueConstraint("primary_claim_id", name="uq_claim_one_secondary"),
        ForeignKeyConstraint(["cob_id"], ["adjudication.id"], name="fk_claim_cob", use_alter=True),
        CheckConstraint("(rank = 'secondary') = (primary_claim_id IS NOT NULL)", name="ck_claim_rank"),
        Index("ix_claim_chart", "client_id", "status", "service_from", "id", "to_bill_cents"),
        Index("ix_claim_practice", "practice_id", "status", "service_from", "id", "to_bill_cents"),
        Index("ix_claim_services", "practice_id", "primary_claim_id", "client_id", "status"),
        Index("ix_claim_completed", "practice_id", "completed_at", "status", "rank", "paid_cents"),
        Index(
            "ix_claim_open", "practice_id", "status", "service_from", "id", sqlite_where=text(IS_OPEN),
            postgresql_where=text(IS_OPEN),
        ),
        Index("ix_claim_plan", "plan_id", "status"),
        Index(
            "ix_claim_payers_number", "practice_id", "payer_control_number",
            sqlite_where=text("payer_control_number <> ''"), postgresql_where=text("payer_control_number <> ''"),
        ),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    client_id: int = Field(foreign_key="client.id")
    plan_id: int = Field(foreign_key="plan.id")
    number: str
    rank: str
    primary_claim_id: int | None = Field(default=None, foreign_key="claim.id")
    status: str = ClaimStatus.PENDING
    service_from: date
    service_to: date
    charge_cents: int = Field(sa_type=CENTS)
    to_bill_cents: int = Field(default=0, sa_type=CENTS)
    off_cents: int = Field(default=0, sa_type=CENTS)
    paid_cents: int | None = Field(default=None, sa_type=CENTS)
    overpaid_cents: int = Field(default=0, sa_type=CENTS)
    place_of_service: str = "11"
    diagnoses: str = ""
    rendering_id: int = Field(foreign_key="clinician.id")
    prior_authorization: str = ""
    cob_id: int | None = None
    cob_amounts: int = 0
    payer_control_number: str = ""
    note: str = ""
    denial: str = ""
    cob_changed: bool = False
    frequency: str = "1"
    follow_up_on: date | None = None
    filed_at: datetime | None = None
    completed_at: datetime | None = None
    created_at: datetime | None = None
    version: int = 1

    @property
    def is_secondary(self) -> bool:
        return self.primary_claim_id is not None

    @property
    def services_of(self) -> int | None:
        """The id of the claim that holds the service lines."""
        return self.primary_claim_id or self.id

    @property
    def diagnosis_codes(self) -> list[str]:
        return self.diagnoses.split()

    def move(self, status: ClaimStatus) -> tuple[str, str]:
        """Changes the status; gives the one before and the one after, for the trail."""
        before, self.status = self.status, status
        self.version += 1
        return str(before), str(status)


class ServiceLine(SQLModel, table=True):
    """One service. `control` is its line control number (REF*6R), by which the payer's answer finds it."""

    __tablename__ = "service_line"
    __table_args__ = (UniqueConstraint("claim_id", "position"), UniqueConstraint("claim_id", "control"))
    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id")
    position: int
    control: str
    service_date: date
    procedure: str
    modifiers: str = ""
    units: int = 1
    charge_cents: int = Field(sa_type=CENTS)
    place_of_service: str = ""
    pointers: str = "1"

    @property
    def modifier_codes(self) -> tuple[str, ...]:
        return tuple(self.modifiers.split())
