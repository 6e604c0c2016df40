"""The ledger: sums of what was entered."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
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


def not_empty(db: Session, posting: Posting) -> list[int]:
    """Ids of the primary claims that the posting entered something for, and whose ledger still holds something."""
    entry = _columns(LedgerEntry)
    touched = select(entry.services_id).where(entry.posting_id == posting.id)
    held = select(entry.services_id).where(entry.services_id.in_(touched))
    summed = held.group_by(entry.services_id, entry.account, entry.claim_id).having(func.sum(entry.cents) != 0)
    return list(db.execute(summed.distinct()).scalars())


def entries_of_claim(db: Session, claim: Claim) -> list[LedgerEntry]:
    """Everything that was entered for the services of a claim, in its order."""
    kept = select(LedgerEntry).where(_columns(LedgerEntry).services_id == claim.services_of)
    return list(db.execute(kept.order_by(_columns(LedgerEntry).id)).scalars())


def decided(db: Session, claim: Claim) -> tuple[int, int]:
    """Cents of the claim's services that a person wrote off and billed to the client, after the payers left them open.
    The claim was loaded through the clinician."""
    entry = _columns(LedgerEntry)
    summed = (
        select(entry.account, func.sum(entry.cents))
        .where(entry.services_id == claim.services_of, entry.account.in_((Account.WAIVED, Account.BILLED)))
        .group_by(entry.account)
    )
    sums = {account: int(cents) for account, cents in db.execute(summed)}
    return sums.get(Account.WAIVED, 0), sums.get(Account.BILLED, 0)


def sums_of_client(db: Session, client: Client) -> list[tuple[int, str, int, str | None]]:
    """For all services of a client that was loaded through the clinician: the services' id, account, cents, and the
    status of the secondary claim, if there is one."""
    entry, first, second = _columns(LedgerEntry), _columns(Claim), aliased(Claim)
    summed = (
        select(entry.services_id, entry.account, func.sum(entry.cents), second.status)
        .select_from(Claim)
        .join(LedgerEntry, entry.services_id == first.id)
        .outerjoin(second, second.primary_claim_id == first.id)  # type: ignore[arg-type]
        .where(first.client_id == client.id)
        .group_by(entry.services_id, entry.account, second.status)
    )
    return [(services, account, int(cents), status) for services, account, cents, status in db.execute(summed)]


def _columns(table: Any) -> Any:
    return table.__table__.c
