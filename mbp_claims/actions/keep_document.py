"""Keeps a file in a client's chart, names it, puts it away and brings it back. Nothing is erased."""

import hashlib

from sqlmodel import Session

from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.clock import local, now, today
from mbp_claims.db import clients, documents
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.card import media_type
from mbp_claims.domain.changes import changes
from mbp_claims.domain.days import show_day
from mbp_claims.domain.document import (
    Document,
    DocumentDraft,
    DocumentFile,
    DocumentLine,
    is_protected,
    kind_of,
    named_after,
)
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.pictures.redraw import FORMATS, redrawn
from mbp_claims.words import _


def read_document(file_name: str, content: bytes) -> DocumentFile:
    """A file as it may be kept: a JPG or PNG drawn anew, a PDF or HEIC as it came. Takes a moment; no database.

    RuleViolation when it is none of these, empty, over 10 MB, damaged, or of too many pixels.
    """
    if not content:
        raise RuleViolation(_("The file is empty"))
    told, name = media_type(content), named_after(file_name)
    kept = redrawn(content, told) if told in FORMATS else content
    protected = told == "application/pdf" and is_protected(content)
    return DocumentFile(name, kind_of(name), told, kept, hashlib.sha256(content).hexdigest(), protected)


def keep_document(db: Session, clinician: Clinician, number: str, file: DocumentFile) -> Document:
    """RuleViolation when the chart has the same file already."""
    one_at_a_time(db, clinician)
    client = clients.client(db, clinician, number)
    _refuse_twice(documents.same_file(db, client.id or 0, file.digest))
    kept = Document(
        practice_id=clinician.practice_id, client_id=client.id or 0, name=file.name, kind=file.kind.value,
        media_type=file.media_type, protected=file.protected, size=len(file.content), digest=file.digest,
        content=file.content, added_at=now(), added_by=clinician.signature,
    )  # fmt: skip
    db.add(kept)
    db.flush()
    record(db, clinician, f"Document “{kept.name}” added", client_id=client.id)
    return kept


def edit_document(
    db: Session, clinician: Clinician, document_id: int, form: object, seen: int | None = None
) -> Document:
    """Its name, kind and note. RuleViolation with a sentence for each field; ChangedSince when it is not as it was
    `seen` (a version) any more."""
    one_at_a_time(db, clinician)
    kept = documents.document(db, clinician, document_id)
    draft = DocumentDraft.parse(form, today())
    if kept.removed_at:
        raise RuleViolation(_("“{name}” was put away. Bring it back before you change it.", name=kept.name))
    refuse_unseen(db, clinician, kept, seen)
    told = {"name": draft.name, "kind": draft.kind.value, "note": draft.note}
    change = changes({name: getattr(kept, name) for name in told}, told)
    for name, value in told.items():
        setattr(kept, name, value)
    if any(change):
        record(db, clinician, f"Document “{kept.name}” changed", change, client_id=kept.client_id)
    db.flush()
    return kept


def put_away_document(db: Session, clinician: Clinician, document_id: int) -> Document:
    """It leaves the list, and can be brought back."""
    one_at_a_time(db, clinician)
    kept = documents.document(db, clinician, document_id)
    if kept.removed_at is None:
        kept.removed_at, kept.removed_by = now(), clinician.signature
        db.flush()
        record(db, clinician, f"Document “{kept.name}” put away", client_id=kept.client_id)
    return kept


def bring_back_document(db: Session, clinician: Clinician, document_id: int) -> Document:
    """The way back. RuleViolation when the same file was added again meanwhile."""
    one_at_a_time(db, clinician)
    kept = documents.document(db, clinician, document_id)
    if kept.removed_at:
        _refuse_twice(documents.same_file(db, kept.client_id, kept.digest))
        kept.removed_at, kept.removed_by = None, ""
        db.flush()
        record(db, clinician, f"Document “{kept.name}” brought back", client_id=kept.client_id)
    return kept


def _refuse_twice(kept: DocumentLine | None) -> None:
    if kept:
        day = show_day(local(kept.added_at).date())
        raise RuleViolation(_("This file is in the chart already: “{name}”, added {day}", name=kept.name, day=day))
