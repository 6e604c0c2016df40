"""A new claim for a session, as a form."""

from dataclasses import dataclass, field

from mbp_claims.views.form import Option


@dataclass(frozen=True)
class DiagnosisRow:
    """One diagnosis; lines point at `number`."""

    id: str
    number: str
    code: str = ""


@dataclass(frozen=True)
class NewLineRow:
    """One service line; `id` is in the names of its inputs: procedure-3, charge-3."""

    id: str
    number: str
    procedure: str = ""
    modifiers: str = ""  # 95 HO
    units: str = "1"
    charge: str = ""
    place: str = ""
    date: str = ""  # "" is the claim's date
    pointers: str = "1"


@dataclass(frozen=True)
class NewClaimView:
    """The form. `plan` is who would be billed for the date of service, or why nobody."""

    key: str = ""
    number: str = ""  # "" while it is new
    client: str = ""
    badge: str = ""  # P
    plan: str = ""  # Aetna, primary
    plan_note: str = ""  # then Cigna; or: No plan covers 11/03/2026. Add one, or change the date.
    service_date: str = ""
    place: str = "11"
    rendering: str = ""
    prior_authorization: str = ""
    clinicians: list[Option] = field(default_factory=list)
    diagnoses: list[DiagnosisRow] = field(default_factory=list)
    lines: list[NewLineRow] = field(default_factory=list)
    total: str = ""  # $160.00
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
