"""Payers' answers as values: of one, or of thousands at a time."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, SQLModel

from mbp_claims.domain.adjudication import Adjudication, Adjustment, LineAnswer
from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.claim import ServiceLine


def read_answer(db: Session, kept: Adjudication) -> Answer:
    """Of an answer that was loaded through the clinician."""
    return read_answers(db, [kept.id or 0])[kept.id or 0]


def read_answers(db: Session, answer_ids: Collection[int]) -> dict[int, Answer]:
    """Kept answers as values, lines by position."""
    if not answer_ids:
        return {}
    payments: dict[int, list[LinePayment]] = defaultdict(list)
    reductions: dict[int, list[Reduction]] = defaultdict(list)
    paid, kept, cut, line = (_columns(table) for table in (LineAnswer, Adjudication, Adjustment, ServiceLine))
    for row in db.execute(
        select(paid.adjudication_id, line.position, paid.paid_cents, paid.units, paid.procedure, paid.modifiers)
        .where(paid.adjudication_id.in_(answer_ids), line.id == paid.service_line_id).order_by(line.position)
    ):  # fmt: skip
        payments[row[0]].append(LinePayment(*row[1:5], tuple(row[5].split())))
    for row in db.execute(
        select(
            cut.adjudication_id, func.coalesce(line.position, CLAIM_LEVEL), cut.group_code, cut.reason_code,
            cut.amount_cents, cut.quantity,
        )
        .select_from(Adjustment.__table__.outerjoin(ServiceLine.__table__, line.id == cut.service_line_id))  # type: ignore[attr-defined]
        .where(cut.adjudication_id.in_(answer_ids)).order_by(cut.adjudication_id, cut.position)
    ):  # fmt: skip
        reductions[row[0]].append(Reduction(*row[1:]))
    return {
        row.id: Answer(
            row.paid_cents, row.adjudicated_on, tuple(payments[row.id]), tuple(reductions[row.id]),
            row.payer_control_number, row.status_code, tuple(row.remarks.split()), _elements(row.moa),
            _elements(row.mia),
        )
        for row in db.execute(select(Adjudication.__table__).where(kept.id.in_(answer_ids)))  # type: ignore[attr-defined]
    }  # fmt: skip


def _elements(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("*")) if joined else ()


def _columns(table: type[SQLModel]) -> Any:
    return table.__table__.c  # type: ignore[attr-defined]


