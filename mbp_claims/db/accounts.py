"""Accounts: who may sign in, found before anybody is known."""

from sqlmodel import Session, col, select

from mbp_claims.domain.account import Account, sign_in_name
from mbp_claims.domain.practice import Clinician


def account_by_email(db: Session, email: str) -> tuple[Account, Clinician] | None:
    """The account that signs in with this e-mail, and whose it is."""
    named = select(Account, Clinician).join(Clinician).where(Account.email == sign_in_name(email))
    return db.exec(named).first()


def account_of(db: Session, clinician: Clinician) -> Account | None:
    """The person's own."""
    return db.exec(select(Account).where(Account.clinician_id == clinician.id)).first()


def demo_account(db: Session) -> Account | None:
    """The first of the demo practice."""
    return db.exec(select(Account).where(col(Account.demo)).order_by(Account.id).limit(1)).first()


def has_accounts(db: Session) -> bool:
    """Whether anybody can sign in."""
    return db.exec(select(Account.id).limit(1)).first() is not None
