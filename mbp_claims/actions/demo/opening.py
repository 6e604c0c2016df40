"""Who works in the demo practice, and payers of its own."""

from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db.accounts import account_by_email
from mbp_claims.domain.account import Account, sign_in_name
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.practice import Clinician


def welcome(db: Session, clinician: Clinician) -> Clinician:
    """Into the demo practice: an account that opens without a password, where the program offers that."""
    db.add(clinician)
    db.flush()
    db.add(Account(clinician_id=clinician.id or 0, email=_free_name(db, clinician), demo=True, created_at=now()))
    db.flush()
    return clinician


def _free_name(db: Session, clinician: Clinician) -> str:
    """Her e-mail; the same people may work in another practice of this database already."""
    email = sign_in_name(clinician.email) or f"clinician-{clinician.id}@example.com"
    name, _, host = email.partition("@")
    return email if account_by_email(db, email) is None else f"{name}+{clinician.practice_id}@{host}"


def own_payer(db: Session, clinician: Clinician, name: str, number: str) -> Payer:
    """A commercial payer that is on this practice's list only."""
    payer = Payer(practice_id=clinician.practice_id, name=name, payer_id=number)
    db.add(payer)
    db.flush()
    return payer
