"""The practice, and the clinician who works in it. Everything else belongs to a practice."""

from datetime import datetime

from sqlmodel import CheckConstraint, Field, Index, SQLModel

from mbp_claims.domain.roles import Role, sees_all


class Practice(SQLModel, table=True):
    """A billing provider: its identity on a claim, and the counters of its claim and file numbers.

    `tax_id_type` tells an employer's number (EI) from a person's social security number (SY): REF01 of 2010AA.
    `next_control` only grows: the database refuses to set it back, so that no file ever takes the number of another.
    With `second_factor` nobody signs in without one.
    """

    __table_args__ = (CheckConstraint("tax_id_type IN ('EI', 'SY')", name="ck_practice_tax_id_type"),)
    id: int | None = Field(default=None, primary_key=True)
    name: str
    npi: str
    tax_id: str
    tax_id_type: str = "EI"
    taxonomy: str
    first_name: str = ""
    address: str
    city: str
    state: str
    zip: str
    phone: str
    contact_name: str = "BILLING OFFICE"
    submitter_id: str
    receiver_name: str
    receiver_id: str
    usage: str = "T"
    claim_prefix: str = "C-"
    next_claim: int = 1001
    next_client: int = 401
    next_control: int = 1
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    second_factor: bool = False

    @property
    def is_person(self) -> bool:
        """A billing provider with a first name is a person (NM102 is 1), else an organisation (2)."""
        return bool(self.first_name)


class Clinician(SQLModel, table=True):
    """A person who works in a practice: signs in, is named in the activity trail, and with an NPI renders services.

    Whoever is disabled stays, for what she did, and comes in no more.
    """

    __table_args__ = (
        CheckConstraint("role IN ('owner', 'biller', 'clinician')", name="ck_clinician_role"),
        Index("ux_clinician_of_practice", "practice_id", "id", unique=True),
    )
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id", index=True)
    first_name: str
    last_name: str
    credential: str = ""
    npi: str = ""
    taxonomy: str = ""
    email: str = Field(default="", index=True)
    role: str = Role.CLINICIAN
    created_at: datetime | None = None
    disabled_at: datetime | None = None

    @property
    def sees_all(self) -> bool:
        """All clients of the practice, or her own."""
        return sees_all(self.role)

    @property
    def takes_clients(self) -> bool:
        """Whether somebody can be her client."""
        return self.disabled_at is None and self.role != Role.BILLER

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def signature(self) -> str:
        """`June Marlow, LCSW`."""
        return f"{self.name}, {self.credential}" if self.credential else self.name


def the_program(practice_id: int) -> Clinician:
    """Who acts for a practice where nobody asked: no person of it, and in no table. The trail says so."""
    return Clinician(
        practice_id=practice_id, first_name="MBP", last_name="Claims", credential="by itself", role=Role.OWNER
    )
