"""The Documents tab of a chart: what is kept, one of it to look at, and the form over it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DocumentRow:
    """A document, or a picture of an insurance card (which has no `id`); what does not apply is ""."""

    key: str  # d7 or c3
    name: str  # Consent to treatment; Insurance card, Aetna, front
    kind: str  # Consent form
    day: str  # 11/20/2026
    size: str  # 1.2 MB
    href: str
    by: str = ""  # Added by June Marlow, LCSW
    note: str = ""
    caution: str = ""  # May ask for a password
    shown: bool = False  # a browser may show it
    id: str = ""


@dataclass(frozen=True)
class DocumentsView:
    """Of one client, newest first, cards last; `away` are those that were put away."""

    number: str = ""
    count: str = ""  # 3 documents
    rows: list[DocumentRow] = field(default_factory=list)
    away: list[DocumentRow] = field(default_factory=list)
    away_label: str = ""  # Put away (2)


@dataclass(frozen=True)
class RefusedFile:
    """A file that was not added, and why."""

    name: str
    why: str


@dataclass(frozen=True)
class DocumentPreview:
    """A picture to look at. `key` changes each time it is opened."""

    key: str = ""
    title: str = ""  # Insurance card, front
    below: str = ""  # Aetna
    src: str = ""
    alt: str = ""  # Front of Aetna insurance card
    file: str = ""  # what it is called when it is saved


@dataclass(frozen=True)
class DocumentForm:
    """The form as it is opened."""

    key: str = ""
    name: str = ""
    kind: str = ""
    note: str = ""
    below: str = ""  # Added 11/20/2026 by June Marlow, LCSW
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
