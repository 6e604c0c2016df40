"""What came in: the 835 file as it was, the payments in it, the claims each payment answers, and what it withheld."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, Index, SQLModel, UniqueConstraint, text

from mbp_claims.domain.columns import CENTS


class Outcome(StrEnum):
    """How far a claim of a remittance has come. `matched` waits for Post; `problem` is not to be posted as it is."""

    MATCHED = "matched"
    NOT_MATCHED = "not_matched"
    PROBLEM = "problem"
    POSTED = "posted"
    SKIPPED = "skipped"


WAITING = (Outcome.MATCHED, Outcome.NOT_MATCHED, Outcome.PROBLEM)


class Match(StrEnum):
    """How the claim of ours was found: by the number we sent, by that number as the payer changed it (a prefix, case),
    by the payer's own number of the claim, by member, day and services, or by a person."""

    NUMBER = "number"
    LIKE_NUMBER = "like_number"
    PAYERS_NUMBER = "payers_number"
    SERVICES = "services"
    CHOSEN = "chosen"


class Problem(StrEnum):
    """Why a claim of a remittance is not posted as it is; `why` says it in words."""

    UNBALANCED = "unbalanced"
    UNREADABLE = "unreadable"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    NOTHING_TO_REVERSE = "nothing_to_reverse"
    OUT_OF_ORDER = "out_of_order"
    LINES_DIFFER = "lines_differ"
    PUT_AWAY = "put_away"


class Proposal(StrEnum):
    """What became of the insured that the payer corrected (NM1*74): shown, taken over into the plan, or left."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


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
    """One payment (an ST of an 835): payer, check or EFT trace, date, amount in cents. The same one comes only once.

    `imbalance` is the equation that does not hold, in words; empty for a payment that adds up. One that does not is
    in quarantine: its claims are posted only when they are chosen one by one. `claims`, `matched` (posted or not),
    `posted` and `waiting` count.
    """

    __table_args__ = (
        UniqueConstraint(
            "practice_id", "payer_identifier", "trace", "paid_on", "total_cents", name="uq_remittance_payment"
        ),
        Index("ix_remittance_waiting", "practice_id", sqlite_where=text("waiting > 0"),
              postgresql_where=text("waiting > 0")),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    era_file_id: int = Field(foreign_key="era_file.id", index=True)
    payer_name: str
    payer_identifier: str
    trace: str
    paid_on: date
    method: str = ""
    total_cents: int = Field(sa_type=CENTS)
    provider_adjustments_cents: int = Field(default=0, sa_type=CENTS)
    imbalance: str = ""
    warnings: str = ""
    claims: int = 0
    matched: int = 0
    posted: int = 0
    waiting: int = 0
    imported_at: datetime

    @property
    def is_balanced(self) -> bool:
        return not self.imbalance


class RemittanceClaim(SQLModel, table=True):
    """One claim of a payment as the payer sent it, the claim of ours it answers, and how far it has come (`why`).

    `said` is all that the payer said about it (see kept_remit.py). `imbalance` is its own equation that does not hold.
    `flags` are words of `Flag`, set when it was posted.
    """

    __tablename__ = "remittance_claim"
    __table_args__ = (UniqueConstraint("remittance_id", "position"),)
    id: int | None = Field(default=None, primary_key=True)
    remittance_id: int = Field(foreign_key="remittance.id")
    position: int
    claim_number: str
    status_code: str
    charge_cents: int = Field(sa_type=CENTS)
    paid_cents: int = Field(sa_type=CENTS)
    service_on: date | None = None
    services: str = ""
    adjustments: str = ""
    patient: str = ""
    said: str = ""
    claim_id: int | None = Field(default=None, foreign_key="claim.id", index=True)
    match: str = ""
    outcome: str
    problem: str = ""
    why: str = ""
    imbalance: str = ""
    flags: str = ""
    proposal: str = ""


class WithheldAmount(SQLModel, table=True):
    """A reason of a PLB: what the payer withheld from a payment (cents, above zero) or added (below), about no claim.

    Together they are the practice's ledger with its payers.
    """

    __tablename__ = "withheld_amount"
    __table_args__ = (UniqueConstraint("remittance_id", "position"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id", index=True)
    remittance_id: int = Field(foreign_key="remittance.id")
    position: int
    reason: str
    reference: str = ""
    amount_cents: int = Field(sa_type=CENTS)
    provider: str = ""
    fiscal_year_end: date | None = None
