"""What happened in a practice after a moment, told from its trail: whether what was read before still holds."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from mbp_claims.domain.activity import Activity, Kind, TrailHead
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician


@dataclass(frozen=True)
class Since:
    """Ids of what something was done about: clients as such or their plans, services (by the primary claim), payments.
    `wide`: something about the whole practice, such as its settings."""

    clients: frozenset[int] = frozenset()
    services: frozenset[int] = frozenset()
    payments: frozenset[int] = frozenset()
    wide: bool = False

    @property
    def nothing(self) -> bool:
        """Neither about anybody nor about any claim."""
        return not (self.wide or self.clients or self.services)

    def concerns(self, client_id: int, services_id: int) -> bool:
        """Whether anything was done that what is known of a claim may rest on."""
        return self.wide or client_id in self.clients or services_id in self.services


def place(db: Session, clinician: Clinician) -> int:
    """How far the practice's trail has come. Ask it before what is to be read, in the same transaction."""
    found = db.get(TrailHead, clinician.practice_id, populate_existing=True)
    return found.place if found else 0


def since(db: Session, clinician: Clinician, before: int) -> Since:
    """All changes after that place of the practice's trail, whoever made them."""
    entry, claim = Activity.__table__.c, Claim.__table__.c  # type: ignore[attr-defined]
    about = select(entry.client_id, entry.plan_id, entry.claim_id, entry.remittance_id, claim.primary_claim_id)
    later = (entry.practice_id == clinician.practice_id, entry.place > before, entry.kind == Kind.CHANGE)
    told = db.execute(about.outerjoin(Claim, col(Claim.id) == entry.claim_id).where(*later).distinct()).all()
    return Since(
        frozenset(row.client_id for row in told if row.client_id and not row.claim_id),
        frozenset(row.primary_claim_id or row.claim_id for row in told if row.claim_id),
        frozenset(row.remittance_id for row in told if row.remittance_id),
        any(not any(row) for row in told),
    )  # fmt: skip
