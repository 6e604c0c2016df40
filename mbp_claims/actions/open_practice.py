"""A practice on its first day."""

from sqlmodel import Session

from mbp_claims.db.payers import has_everybodys
from mbp_claims.domain.payer import Payer, payer_list
from mbp_claims.domain.practice import Practice


def open_practice(db: Session, practice: Practice) -> int:
    """The practice's id; everybody's list of payers comes with the first practice."""
    db.add(practice)
    if not has_everybodys(db):
        db.add_all(Payer(name=name, payer_id=number, claim_filing=kind) for name, number, kind in payer_list())
    db.flush()
    return practice.id or 0
