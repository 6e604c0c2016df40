"""A claim file on its way: kept in the database first, sent once, and tried again until it has arrived."""

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import CheckConstraint, Field, Index, SQLModel, UniqueConstraint

LEASE = timedelta(minutes=5)
"""How long whoever took a file may need to send it: longer than every wait on the way together."""
FIRST_TRY = timedelta(minutes=1)
"""The click that files a claim sends its file too; for so long nobody else takes it out of its hands."""
TRY_AGAIN = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 60, 240))
"""How long to wait after each failure; after the last, that long every time."""


class DeliveryState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    TAKEN_BACK = "taken_back"


class Delivery(SQLModel, table=True):
    """One for each file. `taken_by` is a token of whoever sends it just now, until `taken_until`.

    `problem` is the sentence of the last failure; `needs_person` that it does not go away by waiting. `may_have_left`
    from the moment in which somebody begins to write it there: after a crash nobody knows whether it arrived.
    """

    __table_args__ = (
        UniqueConstraint("claim_file_id", name="uq_delivery_file"),
        UniqueConstraint("practice_id", "name", name="uq_delivery_name"),
        CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="ck_delivery_sent"),
        Index("ix_delivery_waiting", "practice_id", "state", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    claim_file_id: int = Field(foreign_key="claim_file.id")
    name: str
    state: str = DeliveryState.WAITING
    attempts: int = 0
    next_try_at: datetime
    taken_by: str = ""
    taken_until: datetime | None = None
    problem: str = ""
    needs_person: bool = False
    may_have_left: bool = False
    sent_at: datetime | None = None

    def failed(self, sentence: str, needs_person: bool, at: datetime) -> None:
        """Waits longer after each failure."""
        self.problem, self.needs_person = sentence, needs_person
        self.next_try_at = at + TRY_AGAIN[min(self.attempts, len(TRY_AGAIN)) - 1]
        self.taken_by, self.taken_until = "", None

    def take_back(self) -> None:
        """It is not sent. Whoever was about to send it finds so, and does not begin."""
        self.state = DeliveryState.TAKEN_BACK
        self.problem, self.needs_person, self.taken_by, self.taken_until = "", False, "", None

    def arrived(self, at: datetime) -> None:
        self.state, self.sent_at = DeliveryState.SENT, at
        self.problem, self.needs_person, self.taken_by, self.taken_until = "", False, "", None


def file_name(submitter: str, control_number: int, content: bytes) -> str:
    """`QUIETCOVE-000000201-1a2b3c4d.837p`: the same for the same file whenever it is asked, another for any other."""
    sender = "".join(c for c in submitter if c.isascii() and c.isalnum()) or "CLAIMS"
    return f"{sender}-{control_number:09d}-{hashlib.sha256(content).hexdigest()[:8]}.837p"
