"""Payers' answers: saved once, never edited, read back as values."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from mbp_claims.clock import now
from mbp_claims.domain.adjudication import Adjudication, Adjustment, LineAnswer, Source
from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit_claim import REVERSAL


def save_answer(
    db: Session, clinician: Clinician, claim: Claim, lines: list[ServiceLine], answer: Answer, source: Source,
    remittance_id: int | None = None, replaces_id: int | None = None,
) -> Adjudication:  # fmt: skip
    """Keeps the answer of the claim's payer; earlier ones stay as they were."""
    kept = Adjudication(
        practice_id=claim.practice_id, claim_id=claim.id or 0, source=source, status_code=answer.status_code,
        paid_cents=answer.paid_cents, payer_control_number=answer.control_number,
        adjudicated_on=answer.adjudicated_on, remittance_id=remittance_id, replaces_id=replaces_id,
        remarks=" ".join(answer.remarks), moa="*".join(answer.moa), mia="*".join(answer.mia), created_at=now(),
        created_by=clinician.signature,
    )  # fmt: skip
    db.add(kept)
    db.flush()
    ids = {line.position: line.id for line in lines}
    db.add_all(
        LineAnswer(
            adjudication_id=kept.id, service_line_id=ids[p.line], paid_cents=p.cents, units=p.units,
            procedure=p.procedure, modifiers=" ".join(p.modifiers),
        )
        for p in answer.payments
    )  # fmt: skip
    db.add_all(
        Adjustment(
            adjudication_id=kept.id, service_line_id=ids.get(r.line), position=position, group_code=r.group,
            reason_code=r.reason, amount_cents=r.cents, quantity=r.quantity,
        )
        for position, r in enumerate(answer.reductions, 1)
    )  # fmt: skip
    db.flush()
    return kept


def adjudication(db: Session, adjudication_id: int | None) -> Adjudication | None:
    return db.get(Adjudication, adjudication_id) if adjudication_id else None


def latest_adjudication(db: Session, claim_id: int | None) -> Adjudication | None:
    """The answer that counts for a claim: the last one kept, unless the payer took that back."""
    kept = select(Adjudication).where(Adjudication.claim_id == claim_id, col(Adjudication.void_at).is_(None))
    last = db.exec(kept.order_by(col(Adjudication.id).desc())).first()
    return None if last is None or last.status_code == REVERSAL else last


_PAID = columns(
    LineAnswer.adjudication_id, LineAnswer.service_line_id, LineAnswer.paid_cents, LineAnswer.units,
    LineAnswer.procedure, LineAnswer.modifiers,
)  # fmt: skip
_REDUCED = columns(
    Adjustment.adjudication_id, Adjustment.service_line_id, Adjustment.group_code, Adjustment.reason_code,
    Adjustment.amount_cents, Adjustment.quantity,
).order_by(col(Adjustment.adjudication_id), col(Adjustment.position))  # fmt: skip
"""Columns alone: many answers are read at once, and nobody changes them."""


def read_answer(db: Session, kept: Adjudication, lines: list[ServiceLine]) -> Answer:
    """The answer as values; lines by position."""
    return read_answers(db, [kept], {line.id: line.position for line in lines})[kept.id]


def read_answers(
    db: Session, kept: Sequence[Adjudication], positions: Mapping[int | None, int]
) -> dict[int | None, Answer]:
    """The answers as values, by the id of what was kept; `positions` of service lines by their ids."""
    ids = [one.id for one in kept]
    payments: dict[int, list[LinePayment]] = defaultdict(list)
    for of, line, cents, units, procedure, modifiers in db.execute(
        _PAID.where(col(LineAnswer.adjudication_id).in_(ids))
    ):
        payments[of].append(LinePayment(positions[line], cents, units, procedure, tuple(modifiers.split())))
    reductions: dict[int, list[Reduction]] = defaultdict(list)
    for of, line, *said in db.execute(_REDUCED.where(col(Adjustment.adjudication_id).in_(ids))):
        reductions[of].append(Reduction(positions.get(line, CLAIM_LEVEL), *said))
    return {one.id: _answer(one, payments[one.id or 0], reductions[one.id or 0]) for one in kept}


def _answer(kept: Adjudication, payments: list[LinePayment], reductions: list[Reduction]) -> Answer:
    return Answer(
        kept.paid_cents, kept.adjudicated_on, tuple(sorted(payments, key=lambda one: one.line)), tuple(reductions),
        kept.payer_control_number, kept.status_code, tuple(kept.remarks.split()),
        tuple(kept.moa.split("*")) if kept.moa else (), tuple(kept.mia.split("*")) if kept.mia else (),
    )  # fmt: skip


def era_behind(db: Session, kept: Adjudication | None) -> Adjudication | None:
    """The ERA's own answer behind one that a person corrected, if an ERA it was."""
    while kept is not None and kept.source != Source.ERA:
        kept = adjudication(db, kept.replaces_id)
    return kept
