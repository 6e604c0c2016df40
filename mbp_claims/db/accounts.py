"""Accounts: who may sign in, found before anybody is known."""

from datetime import datetime

from sqlmodel import Session, col, select, update

from mbp_claims.domain.account import Account, ResetLink, sign_in_name
from mbp_claims.domain.practice import Clinician


def account_by_email(db: Session, email: str) -> tuple[Account, Clinician] | None:
    """The account that signs in with this e-mail, and whose it is."""
    named = select(Account, Clinician).join(Clinician).where(Account.email == sign_in_name(email))
    return db.exec(named).first()


def account_of(db: Session, clinician: Clinician) -> Account | None:
    """The person's own."""
    return db.exec(select(Account).where(Account.clinician_id == clinician.id)).first()


def account_by_id(db: Session, account_id: int, held: bool = False) -> tuple[Account, Clinician]:
    """The account that a session or a link names, and whose it is. `held` until the transaction ends, so that no code
    counts for two who come at once."""
    named = select(Account, Clinician).join(Clinician).where(Account.id == account_id)
    return db.exec(named.with_for_update(of=Account) if held else named).one()


def demo_account(db: Session) -> tuple[Account, Clinician] | None:
    """The first of the demo practice."""
    demo = select(Account, Clinician).join(Clinician).where(col(Account.demo))
    return db.exec(demo.order_by(Account.id).limit(1)).first()


def has_accounts(db: Session) -> bool:
    """Whether anybody can sign in."""
    return db.exec(select(Account.id).limit(1)).first() is not None


def link_by_hash(db: Session, secret_hash: str, held: bool = False) -> ResetLink | None:
    """A link to choose a new password, used or not. `held`: it counts for one of two who come at once."""
    asked = select(ResetLink).where(ResetLink.secret_hash == secret_hash)
    return db.exec(asked.with_for_update() if held else asked).first()


def spend_links(db: Session, account_id: int, at: datetime) -> None:
    """From now on no link of this account works."""
    open_ones = update(ResetLink).where(col(ResetLink.account_id) == account_id, col(ResetLink.used_at).is_(None))
    db.exec(open_ones.values(used_at=at))


def accounts(db: Session) -> list[tuple[Account, Clinician]]:
    """All of them, of every practice: for who has a shell."""
    return list(db.exec(select(Account, Clinician).join(Clinician).order_by(Account.email)))
