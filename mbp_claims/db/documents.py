"""Documents of a client's chart, and the pictures of insurance cards beside them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from mbp_claims.db.own import own
from mbp_claims.domain.card import Card
from mbp_claims.domain.client import Client
from mbp_claims.domain.document import CardLine, Document, DocumentLine
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician

LINE: tuple[Any, ...] = tuple(col(getattr(Document, name)) for name in DocumentLine.__dataclass_fields__)


def document(db: Session, clinician: Clinician, document_id: int) -> Document:
    """NotFound when it is not of a client of hers. One that was put away is still found."""
    return own(db, clinician, Document, document_id)


def lines(db: Session, client: Client) -> list[DocumentLine]:
    """Those of a client that was loaded through the clinician, newest first, also what was put away; the files stay in
    the database."""
    found = db.execute(
        select(*LINE)  # type: ignore[call-overload]
        .where(Document.client_id == client.id)
        .order_by(col(Document.added_at).desc(), col(Document.id).desc())
    )
    return [DocumentLine(*row) for row in found]


def same_file(db: Session, client_id: int, digest: str) -> DocumentLine | None:
    """What is kept of the same bytes in that client's chart; the client was loaded through the clinician."""
    kept = (Document.client_id == client_id, Document.digest == digest, col(Document.removed_at).is_(None))
    row = db.execute(select(*LINE).where(*kept)).first()  # type: ignore[call-overload]
    return DocumentLine(*row) if row else None


def cards(db: Session, client: Client) -> list[CardLine]:
    """Pictures of the cards of the plans of a client that was loaded through the clinician, the newest plan first."""
    asked = (
        select(
            Card.id, Payer.name, Card.side, Card.media_type, func.length(Card.content), Card.created_at,
            InsurancePlan.effective,
        )  # type: ignore[call-overload]
        .join(InsurancePlan, col(InsurancePlan.id) == Card.plan_id)
        .join(Payer, col(Payer.id) == InsurancePlan.payer_id)
        .where(InsurancePlan.client_id == client.id, col(InsurancePlan.removed_at).is_(None))
        .order_by(InsurancePlan.rank, col(InsurancePlan.effective).desc(), InsurancePlan.id, col(Card.side).desc())
    )  # fmt: skip
    return [CardLine(*row) for row in db.execute(asked)]


def whole(db: Session, client: Client) -> Iterable[Document]:
    """The documents of a client that was loaded through the clinician, files included, one after the other."""
    for line in sorted(lines(db, client), key=lambda one: one.id):
        yield db.get_one(Document, line.id)
