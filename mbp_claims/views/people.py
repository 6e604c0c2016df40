"""The people of a practice, as a table and as a form."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PersonRow:
    """Somebody who works here."""

    id: str
    name: str  # June Marlow, LCSW
    email: str = ""
    role: str = ""  # owner
    role_words: str = ""  # Owner
    clients: str = ""  # 6 clients
    disabled: bool = False


@dataclass(frozen=True)
class InviteForm:
    """A new `key` starts it afresh."""

    key: str = "1"
    errors: dict[str, str] = field(default_factory=dict)
