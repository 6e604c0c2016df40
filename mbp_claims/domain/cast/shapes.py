"""What the named cast is made of. Days count back from today, so that a demonstration is never old. Money in cents."""

from dataclasses import dataclass
from datetime import date

Code = tuple[str, str, int]
"""Group, reason, cents: `("CO", "45", 4400)`."""


@dataclass(frozen=True)
class Home:
    """Where somebody lives; nine or five digits of ZIP code."""

    street: str
    city: str
    zip: str
    state: str = "ME"


@dataclass(frozen=True)
class CastSubscriber:
    """Who holds a plan that is not the client's own. Lives with the client."""

    first_name: str
    last_name: str
    born: date
    sex: str
    relationship: str


@dataclass(frozen=True)
class CastPlan:
    """`payer` is a name and a payer id of everybody's list. `added` is the day the plan was entered in the chart.

    `ends` in the past makes a plan of the past; `found_ended` does that to one that still holds its place.
    """

    payer: tuple[str, str]
    member_id: str
    effective: int
    rank: str = "primary"
    name: str = ""
    group: str = ""
    copay: str = ""
    subscriber: CastSubscriber | None = None
    msp_type: str = ""
    ends: int | None = None
    found_ended: int | None = None
    added: int | None = None
    removed: int | None = None


@dataclass(frozen=True)
class CastClient:
    """`number` is the client's number without its letter: 412 is R-0412. `added` counts back from today."""

    number: int
    first_name: str
    last_name: str
    born: date
    sex: str
    home: Home
    phone: str
    diagnosis: str
    added: int
    plans: tuple[CastPlan, ...] = ()
    middle_name: str = ""
    pronouns: str = ""

    @property
    def code(self) -> str:
        return f"R-{self.number:04d}"

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def email(self) -> str:
        return f"{self.first_name}.{self.last_name}@example.com".lower()


@dataclass(frozen=True)
class CastAnswer:
    """What a payer answered for a claim of one line. `typed_in_part`: from a paper EOB, and not all of it yet."""

    paid: int
    codes: tuple[Code, ...]
    control: str
    status: str = "1"
    typed_in_part: bool = False

    @property
    def adjusted(self) -> int:
        return sum(cents for _, _, cents in self.codes)


@dataclass(frozen=True)
class Deed:
    """Something that happened to a claim: `kind` filed, accepted, rejected, answered (by hand) or not_billable.

    `second`: to the secondary claim that followed from it.
    """

    kind: str
    days: int
    at: str
    second: bool = False
    answer: CastAnswer | None = None
    note: str = ""


@dataclass(frozen=True)
class CastClaim:
    """A session that was billed: `number` 1042 is C-1042, `days` when it was given, `cents` what it cost."""

    number: int
    client: CastClient
    days: int
    procedure: str
    cents: int
    deeds: tuple[Deed, ...] = ()

    @property
    def code(self) -> str:
        return f"C-{self.number}"


@dataclass(frozen=True)
class CastEra:
    """A payment that a payer announced: one answer by claim number. `stray` answers a claim that is not ours."""

    payer: tuple[str, str]
    trace: str
    days: int
    at: str
    answers: dict[int, CastAnswer]
    stray: CastAnswer | None = None
