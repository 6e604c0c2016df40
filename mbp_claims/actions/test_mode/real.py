"""A practice that files claims to be paid is nothing to test on."""

from sqlmodel import Session

from mbp_claims.db.clear import is_real
from mbp_claims.domain.violation import RuleViolation

REAL = (
    "This database holds a practice that files claims to be paid. Test mode is for practices that are made up: give it "
    "a database of its own, MBP_DATABASE_URL."
)


def refuse_real(db: Session) -> bool:
    """RuleViolation where there is such a practice. True where all of it is made up."""
    if is_real(db):
        raise RuleViolation(REAL)
    return True
