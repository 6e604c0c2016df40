"""An insurance plan in a client's chart: which payer is asked first, which second, and on which days."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlmodel import CheckConstraint, Field, ForeignKeyConstraint, Index, SQLModel, UniqueConstraint, text

from mbp_claims.domain.columns import CENTS
from mbp_claims.words import N_, _

NO_PRIMARY = _("There must be an active primary plan to enter a secondary plan.")
SECONDARY_FIRST = _("You cannot delete a primary plan without first removing the secondary plan.")


class Rank(StrEnum):
    PRIMARY = N_("primary")
    SECONDARY = N_("secondary")

    @property
    def letter(self) -> str:
        return "P" if self is Rank.PRIMARY else "S"


class Relationship(StrEnum):
    """The client's relationship to the subscriber; `code` is X12's individual relationship code."""

    SELF = "self"
    SPOUSE = "spouse"
    CHILD = "child"
    OTHER = "other"

    @property
    def code(self) -> str:
        return {"self": "18", "spouse": "01", "child": "19", "other": "G8"}[self]


class Standing(StrEnum):
    """How a plan stands on a day, told from its dates: an upcoming one starts later."""

    ACTIVE = "active"
    UPCOMING = "upcoming"
    ENDED = "ended"
    REMOVED = "removed"


class InsurancePlan(SQLModel, table=True):
    """`active` means that the plan holds its rank in the chart; the database allows one of each rank per client.

    The verbs keep `active` in step with the dates (see succession.py). A secondary refers to its primary over id,
    client, rank and active together, so that the primary can neither go, nor end, nor change its rank while an
    active secondary leans on it.
    """

    __tablename__ = "plan"
    __table_args__ = (
        UniqueConstraint("id", "client_id", "rank", "active", name="uq_plan_leaned_on"),
        ForeignKeyConstraint(
            ["primary_id", "client_id", "primary_rank", "primary_active"],
            ["plan.id", "plan.client_id", "plan.rank", "plan.active"],
            name="fk_plan_secondary_needs_primary",
        ),
        CheckConstraint(
            "rank <> 'secondary' OR NOT active OR "
            "(primary_id IS NOT NULL AND COALESCE(primary_rank, '') = 'primary' AND primary_active IS TRUE)",
            name="ck_plan_active_secondary_leans",
        ),
        CheckConstraint("rank IN ('primary', 'secondary')", name="ck_plan_rank"),
        CheckConstraint("ends IS NULL OR ends >= effective", name="ck_plan_dates"),
        Index("uq_plan_one_active", "client_id", "rank", unique=True,
              sqlite_where=text("active"), postgresql_where=text("active")),
        Index("ix_plan_member", "practice_id", "member_id"),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id", index=True)
    client_id: int = Field(foreign_key="client.id", index=True)
    payer_id: int = Field(foreign_key="payer.id", index=True)
    rank: str
    active: bool
    primary_id: int | None = None
    primary_rank: str | None = None
    primary_active: bool | None = None
    name: str = ""
    member_id: str
    group_number: str = ""
    copay_cents: int | None = Field(default=None, sa_type=CENTS)
    relationship: str = Relationship.SELF
    subscriber_first: str = ""
    subscriber_last: str = ""
    subscriber_born: date | None = None
    subscriber_sex: str = ""
    subscriber_address: str = ""
    subscriber_city: str = ""
    subscriber_state: str = ""
    subscriber_zip: str = ""
    claim_filing: str = "CI"
    msp_type: str = ""
    effective: date
    ends: date | None = None
    removed_at: datetime | None = None
    created_at: datetime | None = None
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})

    @property
    def letter(self) -> str:
        return Rank(self.rank).letter

    @property
    def is_self(self) -> bool:
        return self.relationship == Relationship.SELF

    def covers(self, day: date) -> bool:
        """Whether a service of that day is this plan's: effective, not ended, not removed."""
        return self.removed_at is None and self.effective <= day and (self.ends is None or day <= self.ends)

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed; one that was made inactive on its only day is over on that day."""
        return self.ends is not None and (self.ends < today or (self.ends == today and not self.active))

    def standing(self, today: date) -> Standing:
        if self.removed_at:
            return Standing.REMOVED
        if self.effective > today:
            return Standing.UPCOMING
        return Standing.ENDED if self.is_over(today) else Standing.ACTIVE

    def lean_on(self, primary: "InsurancePlan") -> None:
        """Makes this the active secondary behind an active primary."""
        self.rank, self.active = Rank.SECONDARY, True
        self.primary_id, self.primary_rank, self.primary_active = primary.id, Rank.PRIMARY, True

    def step_down(self) -> None:
        """Gives up its place in the chart; keeps its dates."""
        self.active = False
        self.primary_id = self.primary_rank = self.primary_active = None


def plan_for(plans: Iterable[InsurancePlan], rank: Rank, day: date) -> InsurancePlan | None:
    """The plan of that rank that covers the date of service; the later effective date wins."""
    covering = [plan for plan in plans if plan.rank == rank and plan.covers(day)]
    return max(covering, key=lambda plan: (plan.effective, plan.id or 0), default=None)


def holder(plans: Iterable[InsurancePlan], rank: Rank) -> InsurancePlan | None:
    """The plan that holds the rank in the chart now."""
    return next((plan for plan in plans if plan.rank == rank and plan.active and not plan.removed_at), None)


def day_after(day: date) -> date:
    return day + timedelta(days=1)
