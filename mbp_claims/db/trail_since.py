"""What happened in a practice after a moment, told from its trail: whether what was read before still holds."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session

from mbp_claims.domain.activity import Activity, Kind, TrailHead
from mbp_claims.domain.practice import Clinician


@dataclass(frozen=True)
class Since:
    """Ids of the clients and payments that something was done about. `wide`: something about the whole practice, such
    as its settings."""

    clients: frozenset[int] = frozenset()
    payments: frozenset[int] = frozenset()
    wide: bool = False


def place(db: Session, clinician: Clinician) -> int:
    """How far the practice's trail has come. Ask it before what is to be read, in the same transaction."""
    found = db.get(TrailHead, clinician.practice_id, populate_existing=True)
    return found.place if found else 0


def since(db: Session, clinician: Clinician, before: int) -> Since:
    """All changes after that place of the practice's trail, whoever made them."""
    about = select(Activity.client_id, Activity.claim_id, Activity.plan_id, Activity.remittance_id)  # type: ignore[call-overload]
    later = (Activity.practice_id == clinician.practice_id, Activity.place > before, Activity.kind == Kind.CHANGE)
    told = db.execute(about.where(*later).distinct()).all()
    return Since(
        frozenset(client for client, *_ in told if client), frozenset(row[3] for row in told if row[3]),
        any(not any(row) for row in told),
    )  # fmt: skip
