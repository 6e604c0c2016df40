"""Everything that is kept of one client, as rows; the client was loaded through the clinician."""

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from mbp_claims.domain.ack_file import ClaimAcknowledgement
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.adjudication import Adjudication, Adjustment, LineAnswer
from mbp_claims.domain.card import Card
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.ledger import LedgerEntry
from mbp_claims.domain.paper_terms import PrintedForm
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.remittance import EraFile, Remittance, RemittanceClaim

Rows = list[Any]


def plans_with_payers(db: Session, client: Client) -> list[tuple[InsurancePlan, Payer]]:
    mine = select(InsurancePlan, Payer).join(Payer, col(Payer.id) == InsurancePlan.payer_id)
    return list(db.exec(mine.where(InsurancePlan.client_id == client.id).order_by(col(InsurancePlan.id))))


def cards(db: Session, plan_ids: Iterable[int | None]) -> list[Card]:
    return _of(db, Card, "plan_id", plan_ids)


def claims(db: Session, client: Client) -> list[Claim]:
    return list(db.exec(select(Claim).where(Claim.client_id == client.id).order_by(col(Claim.id))))


def parts_of_claims(db: Session, ids: list[int]) -> dict[str, Rows]:
    """Lines, answers, ledger entries and acknowledgements, by these names."""
    return {
        "lines": _of(db, ServiceLine, "claim_id", ids), "answers": _of(db, Adjudication, "claim_id", ids),
        "ledger": _of(db, LedgerEntry, "claim_id", ids),
        "acknowledgements": _of(db, ClaimAcknowledgement, "claim_id", ids),
    }  # fmt: skip


def parts_of_answers(db: Session, ids: list[int]) -> dict[str, Rows]:
    return {
        "payments": _of(db, LineAnswer, "adjudication_id", ids),
        "adjustments": _of(db, Adjustment, "adjudication_id", ids),
    }


def filed_in(db: Session, claim_ids: list[int]) -> list[tuple[ClaimFile, list[int], int]]:
    """Each 837 with the places of these claims in it, and how many claims it holds in all."""
    inside = select(FiledClaim.claim_file_id, FiledClaim.position).where(col(FiledClaim.claim_id).in_(claim_ids))
    places: dict[int, list[int]] = {}
    for file_id, position in db.exec(inside.order_by(col(FiledClaim.position))):
        places.setdefault(file_id, []).append(position)
    counts: dict[int, int] = {}
    for file_id in db.exec(select(FiledClaim.claim_file_id).where(col(FiledClaim.claim_file_id).in_(places))):
        counts[file_id] = counts.get(file_id, 0) + 1
    return [(file, places[file.id or 0], counts[file.id or 0]) for file in _of(db, ClaimFile, "id", places)]


def forms(db: Session, claim_ids: list[int]) -> list[PrintedForm]:
    return _of(db, PrintedForm, "claim_id", claim_ids)


def answered_in(db: Session, claim_ids: list[int]) -> list[tuple[RemittanceClaim, Remittance, EraFile]]:
    """Claims of payments that were matched to these claims."""
    mine = (
        select(RemittanceClaim, Remittance, EraFile)
        .join(Remittance, col(Remittance.id) == RemittanceClaim.remittance_id)
        .join(EraFile, col(EraFile.id) == Remittance.era_file_id)
        .where(col(RemittanceClaim.claim_id).in_(claim_ids))
    )
    return list(db.exec(mine.order_by(col(RemittanceClaim.id))))


def history(db: Session, client: Client) -> list[Activity]:
    """What was done, oldest first; not who looked."""
    mine = select(Activity).where(
        Activity.client_id == client.id, col(Activity.kind).in_((Kind.CHANGE, Kind.DISCLOSURE))
    )
    return list(db.exec(mine.order_by(col(Activity.at), col(Activity.place))))


def _of(db: Session, table: type[SQLModel], name: str, ids: Iterable[int | None]) -> Rows:
    columns = table.__table__.c  # type: ignore[attr-defined]
    return list(db.exec(select(table).where(columns[name].in_(list(ids))).order_by(columns.id)))
