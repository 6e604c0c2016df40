"""The ledger: sums of what was entered."""

from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.ledger import Account, LedgerEntry
from mbp_claims.domain.posting import Posting
from mbp_claims.domain.remittance import Remittance


def paid_by(db: Session, remittance: Remittance) -> int:
    """Cents that postings of the payment entered as paid, those that were taken back included with their sign."""
    entry, posting = _columns(LedgerEntry), _columns(Posting)
    paid = select(func.coalesce(func.sum(entry.cents), 0)).where(
        posting.remittance_id == remittance.id, entry.posting_id == posting.id, entry.account == Account.PAID
    )
    return int(db.execute(paid).scalar_one())


def entries_of_claim(db: Session, claim: Claim) -> list[LedgerEntry]:
    """Everything that was entered for the services of a claim, in its order."""
    kept = select(LedgerEntry).where(_columns(LedgerEntry).services_id == claim.services_of)
    return list(db.execute(kept.order_by(_columns(LedgerEntry).id)).scalars())


def _columns(table: Any) -> Any:
    return table.__table__.c
