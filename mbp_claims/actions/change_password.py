"""A person's own password: changed by who knows the old one, or chosen anew through a link that an owner made."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from mbp_claims.actions.passwords import hash_password, password_fits
from mbp_claims.actions.sessions import open_session
from mbp_claims.actions.sign_in import Step
from mbp_claims.actions.throttle_sign_in import begin_attempt, went_well
from mbp_claims.actions.weigh_password import weigh_password
from mbp_claims.clock import now
from mbp_claims.db.accounts import account_by_id, account_of, link_by_hash, spend_links
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.sessions import end_sessions
from mbp_claims.db.trail import record
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.account import Account, ResetLink, new_link_secret, secret_hash
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import Caller, Ended, Opened
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

NOT_THE_OLD = _("This is not your password. Type the one that you signed in with.")
SAME = _("Choose another password than the one you have.")
SPENT = _("This link does not work any more. Ask the owner of your practice for a new one.")
LINK_LASTS = timedelta(hours=24)


class SpentLink(RuleViolation):
    """A link that never worked, or works no more."""


@dataclass(frozen=True)
class Weighing:
    """What is needed to look at passwords without holding the database: the old hash, and what others know too."""

    attempt_id: int
    password_hash: str
    known: tuple[str, ...]


def change_password(step: Step, old: str, new: str, caller: Caller) -> Opened:
    """Ends every session of the person, and begins a new one here. Refused beside `old` or `password`.

    `step` acts for the person.
    """
    weighing: Weighing = step(begin_change, caller)
    if not password_fits(weighing.password_hash, old):
        step(tell_wrong_password)
        raise RuleViolation.of({"old": NOT_THE_OLD})
    if old == new:
        raise RuleViolation.of({"password": SAME})
    weigh_password(new, *weighing.known)
    opened: Opened = step(end_change, weighing.attempt_id, hash_password(new), caller)
    return opened


def begin_change(db: Session, clinician: Clinician, caller: Caller) -> Weighing:
    account = own_password_account(db, clinician)
    attempt_id = begin_attempt(db, account.email, caller.address)
    return Weighing(attempt_id, account.password_hash, _known(db, account, clinician))


def tell_wrong_password(db: Session, clinician: Clinician) -> None:
    """Somebody at her open page did not know it."""
    record(db, clinician, "Wrong password while signed in", kind=Kind.SIGN_IN)


def end_change(db: Session, clinician: Clinician, attempt_id: int, password_hash: str, caller: Caller) -> Opened:
    account = own_password_account(db, clinician)
    went_well(db, attempt_id)
    _set(db, account, clinician, password_hash)
    return open_session(db, account, clinician, caller)


def make_reset_link(db: Session, by: Clinician, whom: Clinician) -> str:
    """The secret of a link by which `whom` chooses a new password, once, within a day; earlier links are worth nothing.

    Whoever calls this has made sure that `by` may: an owner for a person of her practice, or who has a shell.
    """
    account = own_password_account(db, whom)
    spend_links(db, account.id or 0, now())
    secret = new_link_secret()
    db.add(
        ResetLink(
            account_id=account.id or 0, secret_hash=secret_hash(secret), made_at=now(), ends_at=now() + LINK_LASTS
        )
    )
    record(db, by, f"A link to choose a password was made for {whom.signature}", kind=Kind.SIGN_IN)
    return secret


def use_reset_link(step: Step, secret: str, new: str) -> None:
    """Ends every session of the person, who signs in with the new password then. `step` acts for nobody."""
    weighing: Weighing = step(open_link, secret)
    weigh_password(new, *weighing.known)
    step(end_link, secret, hash_password(new))


def open_link(db: Session, secret: str) -> Weighing:
    account, clinician, __ = _behind(db, secret)
    return Weighing(0, account.password_hash, _known(db, account, clinician))


def end_link(db: Session, secret: str, password_hash: str) -> None:
    account, clinician, __ = _behind(db, secret, held=True)
    spend_links(db, account.id or 0, now())
    _set(db, account, clinician, password_hash)


def own_password_account(db: Session, clinician: Clinician) -> Account:
    """The account of a person who signs in with a password."""
    account = account_of(db, clinician)
    if account is None:
        raise NotFound("no account")
    if account.demo:
        raise RuleViolation(_("The demo practice opens at the press of a button. It has no password."))
    return account


def _behind(db: Session, secret: str, held: bool = False) -> tuple[Account, Clinician, ResetLink]:
    link = link_by_hash(db, secret_hash(secret), held)
    if link is None or link.used_at or now() >= link.ends_at:
        raise SpentLink(SPENT)
    account, clinician = account_by_id(db, link.account_id)
    if clinician.disabled_at:
        raise SpentLink(SPENT)
    return account, clinician, link


def _set(db: Session, account: Account, clinician: Clinician, password_hash: str) -> None:
    account.password_hash, account.password_set_at = password_hash, now()
    end_sessions(db, account.id or 0, now(), Ended.PASSWORD)
    record(db, clinician, "Password changed; signed out everywhere", kind=Kind.SIGN_IN)


def _known(db: Session, account: Account, clinician: Clinician) -> tuple[str, ...]:
    return clinician.name, account.email, practice_of(db, clinician).name
