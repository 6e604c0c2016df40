"""The client: the person in therapy (the patient of a claim)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Field, ForeignKeyConstraint, Index, SQLModel, UniqueConstraint

from mbp_claims.domain.codes import STATES
from mbp_claims.domain.draft import Entries
from mbp_claims.words import _

SEXES = ("F", "M", "U")
ZIP = r"\d{5}(\d{4})?"
PHONE_MARKS = r"^\+?1[\s-]+|[\s().-]"


class Client(SQLModel, table=True):
    """A client of a practice; `number` (R-0412) is what addresses carry. Sex is the one on file with payers.

    `clinician_id` is whose client it is, somebody of the same practice.
    """

    __table_args__ = (
        UniqueConstraint("practice_id", "number"),
        ForeignKeyConstraint(
            ["practice_id", "clinician_id"], ["clinician.practice_id", "clinician.id"], name="fk_client_clinician"
        ),
        Index("ix_client_by_name", "practice_id", "last_name", "first_name", "id"),
        Index("ix_client_of_clinician", "clinician_id", "last_name", "first_name", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    clinician_id: int
    number: str
    first_name: str
    middle_name: str = ""
    last_name: str
    born: date
    sex: str = "U"
    pronouns: str = ""
    address: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    phone: str = ""
    email: str = ""
    created_at: datetime | None = None
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True)
class ClientDraft:
    """What the client form says, checked."""

    first_name: str
    middle_name: str
    last_name: str
    born: date
    sex: str
    pronouns: str
    address: str
    city: str
    state: str
    zip: str
    phone: str
    email: str

    @classmethod
    def parse(cls, form: object, today: date) -> "ClientDraft":
        """RuleViolation with a sentence for each field that cannot stand."""
        entries = Entries(form, today)
        first = entries.text("first_name", _("Enter the first name"), 60)
        middle = entries.text("middle_name", longest=60)
        last = entries.text("last_name", _("Enter the last name"), 60)
        born = entries.day("born", _("Date of birth"), "03/14/1988", _("Enter the date of birth"))
        if born and born >= today:
            entries.refuse("born", _("Date of birth must be in the past"))
        sex = entries.choice("sex", SEXES, _("Choose the sex on file with the payer"))
        draft = cls(
            first, middle, last, born or today, sex,
            entries.text("pronouns", longest=40),
            entries.text("address", longest=55),
            entries.text("city", longest=30),
            entries.choice("state", STATES, _("Choose a state"), optional=True),
            entries.matching("zip", ZIP, _("ZIP code must be 5 or 9 digits"), drop=r"[\s-]"),
            entries.matching("phone", r"\d{10}", _("Phone must be 10 digits, like (207) 555-0142"), drop=PHONE_MARKS),
            entries.matching("email", r"[^@\s]+@[^@\s]+\.[^@\s]+", _("Email must look like name@example.com")),
        )  # fmt: skip
        entries.settle()
        return draft
