"""The activity trail on its page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AuditRow:
    """One entry; what does not apply is ""."""

    place: str
    when: str  # 11/23/2026 9:40 PM
    iso: str
    who: str
    address: str = ""
    kind: str = ""  # Change
    tone: str = "neutral"
    icon: str = "info"
    what: str = ""
    change: str = ""  # pending → filed
    client: str = ""  # Rowan Ellis
    number: str = ""  # R-0412


@dataclass(frozen=True)
class AuditAsked:
    """What the page shows of the trail, as it stands in its fields; days as the browser's date field writes them."""

    person: str = ""
    kind: str = ""
    client: str = ""
    first: str = ""  # 2026-11-23
    last: str = ""
    sheet: str = ""  # the address of the same as a spreadsheet
