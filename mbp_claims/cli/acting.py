"""As whom a command acts. Who has a shell here is trusted: it says its person, or is the first one of the practice."""

from sqlmodel import Session

from mbp_claims.db.accounts import account_by_email
from mbp_claims.db.clinicians import one_of_each_practice
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation

NOBODY = "There is no practice in this database yet."
SEVERAL = "There are several practices in this database. Say as whom you act: --as june.marlow@example.com"


def acting(db: Session, email: str) -> Clinician:
    """RuleViolation where that is nobody, or where it could be somebody of several practices."""
    if email:
        found = account_by_email(db, email)
        if found is None:
            raise RuleViolation(f"Nobody signs in with {email}.")
        return found[1]
    first = one_of_each_practice(db)
    if len(first) != 1:
        raise RuleViolation(SEVERAL if first else NOBODY)
    return first[0]
