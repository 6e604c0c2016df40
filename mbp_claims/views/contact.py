"""Contact Info of a client's chart."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ContactView:
    """What is on file; "" where nothing is."""

    name: str = ""
    born: str = ""
    sex: str = ""
    pronouns: str = ""
    address: str = ""
    place: str = ""  # Portland, ME 04102
    phone: str = ""
    email: str = ""
