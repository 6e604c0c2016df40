"""What left the practice about a client: who received what, when, and why (45 CFR 164.528)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, Index, SQLModel

from mbp_claims.domain.draft import Entries
from mbp_claims.words import _

YEARS = 6
"""So far back a client may ask (164.528(a)(1))."""


class Purpose(StrEnum):
    """Why it was disclosed. Those of EXEMPT need not stand in the accounting that a client may ask for."""

    PAYMENT = "payment"
    TREATMENT = "treatment"
    OPERATIONS = "operations"
    CLIENT = "client"
    AUTHORIZED = "authorized"
    FAMILY = "family"
    LAW = "law"
    COURT = "court"
    POLICE = "police"
    ABUSE = "abuse"
    THREAT = "threat"
    HEALTH = "health"
    OVERSIGHT = "oversight"
    WORKERS = "workers"
    RESEARCH = "research"
    MISTAKE = "mistake"
    OTHER = "other"


WORDS = {
    Purpose.PAYMENT: _("Payment"),
    Purpose.TREATMENT: _("Treatment"),
    Purpose.OPERATIONS: _("Health care operations"),
    Purpose.CLIENT: _("To the client"),
    Purpose.AUTHORIZED: _("The client’s written authorization"),
    Purpose.FAMILY: _("To somebody who takes part in the client’s care"),
    Purpose.LAW: _("Required by law"),
    Purpose.COURT: _("Court order, subpoena or other legal process"),
    Purpose.POLICE: _("Law enforcement"),
    Purpose.ABUSE: _("Report of abuse or neglect"),
    Purpose.THREAT: _("A serious threat to health or safety"),
    Purpose.HEALTH: _("Public health"),
    Purpose.OVERSIGHT: _("Health oversight agency"),
    Purpose.WORKERS: _("Workers’ compensation"),
    Purpose.RESEARCH: _("Research without authorization"),
    Purpose.MISTAKE: _("By mistake"),
    Purpose.OTHER: _("Something else"),
}
EXEMPT = {
    Purpose.PAYMENT: "164.528(a)(1)(i)",
    Purpose.TREATMENT: "164.528(a)(1)(i)",
    Purpose.OPERATIONS: "164.528(a)(1)(i)",
    Purpose.CLIENT: "164.528(a)(1)(ii)",
    Purpose.AUTHORIZED: "164.528(a)(1)(iv)",
    Purpose.FAMILY: "164.528(a)(1)(v)",
}
"""What the accounting may leave out, and where the rule says so."""


class Disclosure(SQLModel, table=True):
    """One that a person recorded: `day` is when it left. It is never edited; one that is wrong is marked so."""

    __table_args__ = (Index("ix_disclosure_client", "client_id", "day"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    client_id: int = Field(foreign_key="client.id")
    day: date
    recipient: str
    address: str = ""
    what: str
    why: str = ""
    purpose: str
    recorded_at: datetime
    recorded_by: str
    wrong_at: datetime | None = None


@dataclass(frozen=True)
class Disclosed:
    """A line of the accounting: recorded by a person (`id`), or known because the program sent it."""

    day: date
    recipient: str
    address: str
    what: str
    why: str
    purpose: Purpose
    by: str = ""
    id: int = 0
    is_wrong: bool = False

    @property
    def counts(self) -> bool:
        """Whether the accounting must name it."""
        return self.purpose not in EXEMPT and not self.is_wrong


@dataclass(frozen=True)
class DisclosureDraft:
    """What the form says, checked."""

    day: date
    recipient: str
    address: str
    what: str
    why: str
    purpose: Purpose

    @classmethod
    def parse(cls, form: object, today: date) -> "DisclosureDraft":
        """RuleViolation with a sentence for each field that cannot stand."""
        entries = Entries(form, today)
        day = entries.day("day", _("Date"), "11/03/2026", _("Enter the date on which it was disclosed"))
        if day and day > today:
            entries.refuse("day", _("The date must not be in the future"))
        recipient = entries.text("recipient", _("Enter who received it"), 120)
        address = entries.text("address", longest=200)
        what = entries.text("what", _("Say what was disclosed"), 500)
        purpose = entries.choice("purpose", list(Purpose), _("Choose why it was disclosed"))
        why = entries.text("why", longest=500)
        if purpose in list(Purpose) and purpose not in EXEMPT and not why:
            entries.refuse("why", _("Say in a sentence what it was disclosed for"))
        entries.settle()
        return cls(day or today, recipient, address, what, why, Purpose(purpose))
