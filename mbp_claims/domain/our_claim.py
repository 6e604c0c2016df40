"""A claim, its lines and the plans behind it as posting sees them: plain values, thousands at a time, no session."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mbp_claims.domain.claim import ClaimStatus

CHANGES = (
    "plan_id", "status", "to_bill_cents", "off_cents", "paid_cents", "overpaid_cents", "cob_id", "cob_amounts",
    "payer_control_number", "note", "denial", "cob_changed", "follow_up_on", "completed_at",
)  # fmt: skip
"""What a posting may change on a claim, and puts back when it is undone."""


@dataclass(slots=True)
class OurClaim:
    """The columns of a claim that posting reads, in the order of `COLUMNS`."""

    id: int
    practice_id: int
    client_id: int
    plan_id: int
    number: str
    rank: str
    primary_claim_id: int | None
    status: str
    service_from: date
    service_to: date
    charge_cents: int
    to_bill_cents: int
    off_cents: int
    paid_cents: int | None
    overpaid_cents: int
    place_of_service: str
    diagnoses: str
    rendering_id: int
    prior_authorization: str
    cob_id: int | None
    cob_amounts: int
    payer_control_number: str
    note: str
    denial: str
    cob_changed: bool
    follow_up_on: date | None
    filed_at: datetime | None
    completed_at: datetime | None
    created_at: datetime | None
    version: int

    @property
    def is_secondary(self) -> bool:
        return self.primary_claim_id is not None

    @property
    def state(self) -> tuple[Any, ...]:
        """The values of `CHANGES`."""
        return (
            self.plan_id, self.status, self.to_bill_cents, self.off_cents, self.paid_cents, self.overpaid_cents,
            self.cob_id, self.cob_amounts, self.payer_control_number, self.note, self.denial, self.cob_changed,
            self.follow_up_on, self.completed_at,
        )  # fmt: skip

    def move(self, status: ClaimStatus) -> tuple[str, str]:
        """Changes the status; gives the one before and the one after, for the trail."""
        before, self.status = self.status, status.value
        return before, self.status


COLUMNS = tuple(OurClaim.__slots__)


@dataclass(slots=True, frozen=True)
class OurLine:
    """A service line of the claim `claim_id`."""

    id: int
    claim_id: int
    position: int
    control: str
    service_date: date
    procedure: str
    modifiers: str
    charge_cents: int


@dataclass(slots=True, frozen=True)
class OurPlan:
    """A plan with its payer: what it is asked for, and how long a claim that it sends on usually takes."""

    id: int
    client_id: int
    rank: str
    member_id: str
    effective: date
    ends: date | None
    removed_at: datetime | None
    payer: str
    payer_id: str
    forwards_days: int

    def covers(self, day: date) -> bool:
        return self.removed_at is None and self.effective <= day and (self.ends is None or day <= self.ends)
