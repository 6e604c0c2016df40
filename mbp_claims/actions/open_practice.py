"""A practice on its first day."""

from sqlmodel import Session, insert, select

from mbp_claims.domain.payer import Payer, payer_list
from mbp_claims.domain.practice import Practice


def open_practice(db: Session, practice: Practice) -> int:
    """The practice's id; everybody's list of payers comes with the first practice."""
    db.add(practice)
    if db.exec(select(Payer.id).limit(1)).first() is None:
        everybodys = [{"name": name, "payer_id": number, "claim_filing": kind} for name, number, kind in payer_list()]
        db.execute(insert(Payer), everybodys)
    db.flush()
    return practice.id or 0
