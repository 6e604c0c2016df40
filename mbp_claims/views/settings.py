"""The Settings page: what claims say of the practice, and the forms over it."""

from dataclasses import dataclass, field

Facts = list[tuple[str, str]]


@dataclass(frozen=True)
class SettingsView:
    """Pairs of a name and a value, by section. `missing` says what to add before a claim can be filed."""

    identity: Facts = field(default_factory=list)
    numbers: Facts = field(default_factory=list)
    sending: Facts = field(default_factory=list)
    usage: str = ""  # Claims go out marked as tests: payers answer them, and pay nothing.
    missing: list[str] = field(default_factory=list)
    second_step: bool = False  # asked for of everybody


@dataclass(frozen=True)
class WaitRow:
    """A payer, and how many working days are waited after it has sent a claim on. `name` is the field's."""

    name: str
    payer: str
    days: str


@dataclass(frozen=True)
class WaitsView:
    """Days to wait, payer by payer, as a form."""

    key: str = ""
    rows: list[WaitRow] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""


@dataclass(frozen=True)
class PracticeForm:
    """The form of one section. `part` is identity, numbers or sending."""

    key: str = ""
    part: str = "identity"
    kind: str = "organization"
    name: str = ""
    first_name: str = ""
    address: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    phone: str = ""
    contact_name: str = ""
    npi: str = ""
    tax_id_type: str = "EI"
    tax_id: str = ""
    taxonomy: str = ""
    submitter_id: str = ""
    receiver_name: str = ""
    receiver_id: str = ""
    usage: str = "T"
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
