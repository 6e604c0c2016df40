"""A picture of an insurance card, front or back."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

LARGEST_BYTES = 10 * 1024 * 1024
WRONG_KIND = _("The file must be a JPG, PNG, HEIC or PDF")
TOO_LARGE = _("The file must be smaller than 10 MB")
SIDES = ("front", "back")


class Card(SQLModel, table=True):
    """The kind is told from the bytes, never from the name. A JPG or PNG is one of our own drawing."""

    __table_args__ = (UniqueConstraint("plan_id", "side"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id", index=True)
    plan_id: int = Field(foreign_key="plan.id")
    side: str
    media_type: str
    content: bytes
    created_at: datetime | None = None


@dataclass(frozen=True)
class CardPicture:
    """One that may be kept."""

    media_type: str
    content: bytes


def media_type(content: bytes) -> str:
    """The media type that the first bytes tell. RuleViolation when it is none of the four, or too large."""
    if len(content) > LARGEST_BYTES:
        raise RuleViolation(TOO_LARGE)
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc"):
        return "image/heic"
    raise RuleViolation(WRONG_KIND)
