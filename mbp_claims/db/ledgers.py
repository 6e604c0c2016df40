"""The ledger: sums of what was entered."""

from datetime import datetime
from typing import Any

from sqlalchemy import case, exists, func, insert, literal, select
from sqlalchemy.orm import aliased
from sqlmodel import Session

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.ledger import Account, LedgerEntry
from mbp_claims.domain.posting import Kind, Posting, PostingLine
from mbp_claims.domain.remittance import Outcome, Remittance, RemittanceClaim

REVERSAL = "22"


def paid_by(db: Session, remittance: Remittance) -> int:
    """Cents that postings of the payment entered as paid, those that were taken back included with their sign."""
    entry, posting = _columns(LedgerEntry), _columns(Posting)
    paid = select(func.coalesce(func.sum(entry.cents), 0)).where(
        posting.remittance_id == remittance.id, entry.posting_id == posting.id, entry.account == Account.PAID
    )
    return int(db.execute(paid).scalar_one())


def entered_before(db: Session, remittance: Remittance) -> list[tuple[str, int, datetime, bool]]:
    """Of each claim that the payment answers without taking an answer back: its number, how many cents earlier postings
    entered as paid by the same payer and left standing, when the last of them did, and whether that was by hand."""
    line, kept, claim = _columns(PostingLine), _columns(RemittanceClaim), _columns(Claim)
    entry, posting = _columns(LedgerEntry), _columns(Posting)
    taken_back = aliased(RemittanceClaim)
    reversal = exists().where(
        taken_back.remittance_id == remittance.id, taken_back.claim_id == line.claim_id,
        taken_back.outcome == Outcome.POSTED, taken_back.status_code == REVERSAL,
    )
    by_hand = case((posting.kind == Kind.HAND, 1), else_=0)
    paid = (
        select(claim.number, func.sum(entry.cents), func.max(posting.at), func.max(by_hand))
        .where(
            kept.remittance_id == remittance.id, kept.outcome == Outcome.POSTED, kept.status_code != REVERSAL,
            line.remittance_claim_id == kept.id, line.live.is_(True), claim.id == line.claim_id,
            entry.services_id == func.coalesce(claim.primary_claim_id, claim.id), entry.claim_id == claim.id,
            entry.account == Account.PAID, entry.posting_id < line.posting_id, posting.id == entry.posting_id,
            ~reversal,
        )
        .group_by(claim.id, claim.number).having(func.sum(entry.cents) != 0).order_by(claim.number)
    )  # fmt: skip
    return [(number, int(cents), at, bool(hand)) for number, cents, at, hand in db.execute(paid)]


def cancel_since(db: Session, posting: Posting, back: Posting) -> None:
    """For the services that the posting entered something for, the opposite of what stands since: amounts that were
    corrected by hand, decisions. What had been entered before it stays."""
    table = LedgerEntry.__table__  # type: ignore[attr-defined]
    entry = table.c
    touched = select(entry.services_id).where(entry.posting_id == posting.id)
    since = (
        select(
            literal(back.practice_id), entry.services_id, entry.claim_id, literal(back.id), entry.account,
            -func.sum(entry.cents), literal(back.at, type_=entry["at"].type), literal(back.who),
        )
        .where(entry.services_id.in_(touched), entry.posting_id >= posting.id)
        .group_by(entry.services_id, entry.account, entry.claim_id).having(func.sum(entry.cents) != 0)
    )  # fmt: skip
    names = ("practice_id", "services_id", "claim_id", "posting_id", "account", "cents", "at", "who")
    db.execute(insert(table).from_select(names, since))


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
