"""The documents of a chart, and one of them."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.actions.open_file import OpenFile
from mbp_claims.db import clients, documents
from mbp_claims.domain.client import Client
from mbp_claims.domain.document import ENDINGS, SHOWN, CardLine, Document, DocumentLine
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Seen


@dataclass(frozen=True)
class Documents:
    """What is kept, what was put away, and the pictures of cards; each newest first."""

    client: Client
    kept: tuple[DocumentLine, ...]
    away: tuple[DocumentLine, ...]
    cards: tuple[CardLine, ...]


def list_documents(db: Session, clinician: Clinician, number: str) -> Documents:
    """NotFound when there is no such client. The files stay in the database."""
    client = clients.client(db, clinician, number)
    found = documents.lines(db, client)
    kept = tuple(one for one in found if one.removed_at is None)
    away = tuple(one for one in found if one.removed_at is not None)
    return Documents(client, kept, away, tuple(documents.cards(db, client)))


def describe_document(db: Session, clinician: Clinician, document_id: int) -> Document:
    """NotFound when it is not of a client of hers."""
    return documents.document(db, clinician, document_id)


def open_document(db: Session, clinician: Clinician, document_id: int) -> OpenFile:
    """A picture, drawn by ourselves, is shown; a PDF or HEIC is saved, and no browser opens it by its kind."""
    kept = documents.document(db, clinician, document_id)
    shown = kept.media_type in SHOWN
    kind = kept.media_type if shown else "application/octet-stream"
    name = f"{kept.name}.{ENDINGS[kept.media_type]}"
    return OpenFile(name, kind, kept.content, shown, Seen(f"Document “{kept.name}” opened", kept.client_id))
