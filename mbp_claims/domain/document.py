"""A file in a client's chart: a signed form, a photo ID, a letter. It is put away, never erased."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlmodel import CheckConstraint, Field, Index, SQLModel, text

from mbp_claims.domain.draft import Entries, printable
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

LONGEST_NAME, LONGEST_NOTE = 120, 300
SHOWN = ("image/jpeg", "image/png")
"""Kinds that are of our own drawing, so that a browser may show them."""
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/heic": "heic", "application/pdf": "pdf"}
CUT_SHORT = _("The PDF is damaged or was cut short. Open it, save it again, then add it")


class DocumentKind(StrEnum):
    CONSENT = "consent"
    RELEASE = "release"
    INTAKE = "intake"
    PHOTO_ID = "photo_id"
    AUTHORIZATION = "authorization"
    PAYER = "payer"
    ASSESSMENT = "assessment"
    LETTER = "letter"
    OTHER = "other"


WORDS = {
    DocumentKind.CONSENT: _("Consent form"),
    DocumentKind.RELEASE: _("Release of information"),
    DocumentKind.INTAKE: _("Intake form"),
    DocumentKind.PHOTO_ID: _("Photo ID"),
    DocumentKind.AUTHORIZATION: _("Authorization or referral"),
    DocumentKind.PAYER: _("EOB or letter of a payer"),
    DocumentKind.ASSESSMENT: _("Assessment"),
    DocumentKind.LETTER: _("Letter or record"),
    DocumentKind.OTHER: _("Other"),
}
TOLD_BY = {
    DocumentKind.RELEASE: r"release|\broi\b",
    DocumentKind.CONSENT: r"consent",
    DocumentKind.INTAKE: r"intake",
    DocumentKind.PHOTO_ID: r"licen[cs]e|passport|photo id|\bid\b",
    DocumentKind.AUTHORIZATION: r"authori[sz]ation|referral|\bprior auth\b",
    DocumentKind.PAYER: r"\beobs?\b|remittance|denial",
    DocumentKind.ASSESSMENT: r"assessment|phq|gad-?7|evaluation",
    DocumentKind.LETTER: r"letter|records?\b",
}
"""What the name of a file tells of its kind, the first that fits; a person can say otherwise."""


class Document(SQLModel, table=True):
    """`digest` is of the file as it came: the same is kept once while it is not put away. The kind of file is told from
    the bytes. A picture is one of our own drawing; `protected` tells of a PDF that may ask for a password."""

    __table_args__ = (
        CheckConstraint("size > 0 AND size = length(content)", name="ck_document_size"),
        CheckConstraint("name <> ''", name="ck_document_name"),
        CheckConstraint("(removed_at IS NULL) = (removed_by = '')", name="ck_document_removed"),
        Index("uq_document_kept_once", "client_id", "digest", unique=True,
              sqlite_where=text("removed_at IS NULL"), postgresql_where=text("removed_at IS NULL")),
        Index("ix_document_client", "client_id", "added_at"),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    client_id: int = Field(foreign_key="client.id")
    name: str
    kind: str = DocumentKind.OTHER
    note: str = ""
    media_type: str
    protected: bool = False
    size: int
    digest: str
    content: bytes
    added_at: datetime
    added_by: str
    removed_at: datetime | None = None
    removed_by: str = ""
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})


@dataclass(frozen=True)
class DocumentFile:
    """One that may be kept: checked, and drawn anew where it is a picture."""

    name: str
    kind: DocumentKind
    media_type: str
    content: bytes
    digest: str
    protected: bool = False


@dataclass(frozen=True)
class DocumentLine:
    """A document without its content; `size` in bytes."""

    id: int
    name: str
    kind: str
    note: str
    media_type: str
    protected: bool
    size: int
    added_at: datetime
    added_by: str
    removed_at: datetime | None
    removed_by: str
    version: int


@dataclass(frozen=True)
class CardLine:
    """A picture of an insurance card, which is kept with its plan; `effective` is the plan's first day."""

    id: int
    payer: str
    side: str
    media_type: str
    size: int
    added_at: datetime | None
    effective: date


@dataclass(frozen=True)
class DocumentDraft:
    """What the form says, checked."""

    name: str
    kind: DocumentKind
    note: str

    @classmethod
    def parse(cls, form: object, today: date) -> "DocumentDraft":
        """RuleViolation with a sentence for each field that cannot stand."""
        entries = Entries(form, today)
        name = entries.text("name", _("Enter a name for the document"), LONGEST_NAME)
        kind = entries.choice("kind", list(DocumentKind), _("Choose what it is"))
        note = entries.text("note", longest=LONGEST_NOTE)
        entries.settle()
        return cls(name, DocumentKind(kind), note)


def named_after(file_name: str) -> str:
    """`intake_form.PDF` is called Intake form; a name of nothing is Document."""
    last = re.split(r"[\\/]", file_name)[-1]
    stem = printable(re.sub(r"\.[A-Za-z0-9]{1,5}$", "", last).replace("_", " "))[:LONGEST_NAME].strip()
    return (stem[:1].upper() + stem[1:])[:LONGEST_NAME] if stem else _("Document")


def kind_of(name: str) -> DocumentKind:
    """What the name tells, else OTHER."""
    return next((kind for kind, words in TOLD_BY.items() if re.search(words, name.lower())), DocumentKind.OTHER)


def is_protected(content: bytes) -> bool:
    """Whether a PDF is encrypted: its trailer says so (ISO 32000-1, 7.6.1). Where the password for reading is empty, it
    opens without being asked for one.

    RuleViolation where the end that each PDF has is missing (7.5.5).
    """
    if b"startxref" not in content:
        raise RuleViolation(CUT_SHORT)
    return re.search(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)", content) is not None
