"""The bytes of kept files, for the one who may have them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.db import acknowledgements, files, plans, remittances
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Seen


@dataclass(frozen=True)
class OpenFile:
    name: str
    media_type: str
    content: bytes
    inline: bool = False
    seen: Seen | None = None
    """As the trail says that it was opened."""


@dataclass(frozen=True)
class OpenStream:
    """What is too long to be held at once: it is made while it is taken."""

    name: str
    media_type: str
    chunks: Iterator[bytes]
    seen: Seen | None = None


def open_837(db: Session, clinician: Clinician, file_id: int) -> OpenFile:
    kept = files.claim_file(db, clinician, file_id)
    seen = Seen(f"{kept.name} downloaded", *files.only_claim_of(db, kept))
    return OpenFile(kept.name, "application/edi-x12", kept.content.encode("ascii"), seen=seen)


def open_835(db: Session, clinician: Clinician, remittance_id: int) -> OpenFile:
    """As it came, byte for byte."""
    remittance = remittances.remittance(db, clinician, remittance_id)
    kept = remittances.era_file(db, clinician, remittance.era_file_id)
    seen = Seen(f"{kept.name} downloaded", remittance_id=remittance.id)
    return OpenFile(kept.name, "application/edi-x12", kept.content, seen=seen)


def open_card(db: Session, clinician: Clinician, card_id: int) -> OpenFile:
    """A picture, drawn by ourselves, is shown; a PDF or HEIC is saved, and no browser opens it by its kind."""
    card = plans.card(db, clinician, card_id)
    shown = card.media_type in ("image/png", "image/jpeg")
    ending = card.media_type.rpartition("/")[2]
    kind = card.media_type if shown else "application/octet-stream"
    seen = Seen(f"Insurance card, {card.side}, opened", plans.plan(db, clinician, card.plan_id).client_id)
    return OpenFile(f"insurance-card-{card.side}.{ending}", kind, card.content, shown, seen)


def open_acknowledgement(db: Session, clinician: Clinician, file_id: int) -> OpenFile:
    """As it came, byte for byte."""
    kept = acknowledgements.ack_file(db, clinician, file_id)
    return OpenFile(kept.name, "application/edi-x12", kept.content, seen=Seen(f"{kept.name} downloaded"))
