"""What forms edit has a version: it counts up when something changes that a form shows, whoever changes it."""

from typing import Any

from sqlalchemy import Connection as DatabaseConnection
from sqlalchemy import event, inspect
from sqlmodel import Session, SQLModel, col, select

from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.document import Document
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician, Practice

ASIDE = {
    Client: {"created_at"},
    InsurancePlan: {"active", "primary_id", "primary_rank", "primary_active", "created_at"},
    Practice: {"next_claim", "next_client", "next_control"},
    Document: {"removed_at", "removed_by"},
    Connection: {"synced_at", "synced", "problem", "failures", "synced_by", "synced_until"},
}
"""Columns that change by themselves, and stand in no form. A claim counts for itself: see Claim.move."""

NOUNS = {
    Claim: "claim", Client: "client", InsurancePlan: "plan", Practice: "practice", Connection: "connection",
    Document: "document",
}  # fmt: skip
WORDS = {Practice: "Practice settings%", Connection: "Clearinghouse connection%"}


def _count(_mapper: Any, _connection: DatabaseConnection, row: Any) -> None:
    aside = ASIDE[type(row)] | {"version"}
    if any(one.key not in aside and one.history.has_changes() for one in inspect(row).attrs):
        row.version += 1


for _table in ASIDE:
    event.listen(_table, "before_update", _count)


def last_change(db: Session, clinician: Clinician, row: SQLModel) -> Activity | None:
    """What the trail tells of it last."""
    key = row.id  # type: ignore[attr-defined]
    mine = select(Activity).where(Activity.practice_id == clinician.practice_id, Activity.kind == Kind.CHANGE)
    if isinstance(row, Claim):
        mine = mine.where(Activity.claim_id == key)
    elif isinstance(row, InsurancePlan):
        mine = mine.where(Activity.plan_id == key, col(Activity.claim_id).is_(None))
    elif isinstance(row, Document):
        mine = mine.where(Activity.client_id == row.client_id, Activity.what == f"Document “{row.name}” changed")
    elif isinstance(row, Client):
        nothing_else = (Activity.plan_id, Activity.claim_id, Activity.remittance_id)
        mine = mine.where(Activity.client_id == key, *(col(one).is_(None) for one in nothing_else))
    else:
        mine = mine.where(col(Activity.what).like(WORDS[type(row)]))  # type: ignore[index]
    return db.exec(mine.order_by(col(Activity.id).desc()).limit(1)).first()
