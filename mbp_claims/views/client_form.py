"""A client, as a form."""

from dataclasses import dataclass, field

from mbp_claims.views.form import Option


@dataclass(frozen=True)
class ClientFormView:
    """The form as it is opened. A new `key` starts it afresh; with the same key what was typed stays."""

    key: str = ""
    number: str = ""  # "" while adding
    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    born: str = ""
    sex: str = ""
    pronouns: str = ""
    address: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    phone: str = ""
    email: str = ""
    clinician: str = ""  # whose client it is: an id
    clinicians: list[Option] = field(default_factory=list)  # empty where there is no choice
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
