"""Payers' answers: saved once, never edited, found again. As values they are read by `kept_answers`."""

from sqlmodel import Session, col, select

from mbp_claims.clock import now
from mbp_claims.domain.adjudication import Adjudication, Adjustment, LineAnswer, Source
from mbp_claims.domain.answer import Answer
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


def era_behind(db: Session, kept: Adjudication | None) -> Adjudication | None:
    """The ERA's own answer behind one that a person corrected, if an ERA it was."""
    while kept is not None and kept.source != Source.ERA:
        kept = adjudication(db, kept.replaces_id)
    return kept


def era_before(db: Session, kept: Adjudication) -> Adjudication | None:
    """The answer of an ERA that was there before the ERA behind this one came."""
    era = era_behind(db, kept)
    if era is None:
        return None
    before = select(Adjudication).where(
        Adjudication.claim_id == era.claim_id, col(Adjudication.id) < era.id, Adjudication.source == Source.ERA,
        Adjudication.status_code != REVERSAL, col(Adjudication.void_at).is_(None),
    )  # fmt: skip
    return db.exec(before.order_by(col(Adjudication.id).desc())).first()
