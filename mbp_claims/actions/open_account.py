"""An account for a person: with it she signs in. The first one comes with the practice itself."""

import re
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.actions.open_practice import open_practice
from mbp_claims.actions.weigh_password import weigh_password
from mbp_claims.clock import now
from mbp_claims.db.accounts import account_by_email, has_accounts
from mbp_claims.db.clear import is_empty
from mbp_claims.db.holding import hold
from mbp_claims.db.trail import record
from mbp_claims.domain.account import Account, sign_in_name
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import Role
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s.]{2,60}")
TAKEN = _("Somebody signs in with this email already. Use another one.")
NO_EMAIL = _("Enter an email, as in june.marlow@example.com")
NOT_THE_FIRST = _("There is an account already. Sign in with it.")


@dataclass(frozen=True)
class FirstPerson:
    """What the first person of a practice says. `name` as in "June Marlow, LCSW"."""

    practice: str
    name: str
    email: str
    password: str = ""


def open_account(db: Session, by: Clinician, whom: Clinician, email: str, password_hash: str = "") -> Account:
    """Without a password she chooses it through a link. RuleViolation for the field `email`."""
    email = checked_email(db, email)
    account = Account(
        clinician_id=whom.id or 0, email=email, password_hash=password_hash, created_at=now(),
        password_set_at=now() if password_hash else None,
    )  # fmt: skip
    db.add(account)
    db.flush()
    whom.email = whom.email or email
    record(db, by, f"An account was opened for {whom.signature}", kind=Kind.SIGN_IN)
    return account


def add_person(db: Session, by: Clinician, name: str, email: str, role: Role) -> Clinician:
    """A colleague with an account; she chooses her password through a link. RuleViolation for `name` or `email`.

    Whoever calls this has made sure that `by` may.
    """
    if not name.partition(",")[0].strip():
        raise RuleViolation.of({"name": _("Enter the name")})
    checked_email(db, email)
    whom = person_named(by.practice_id, name)
    whom.role, whom.created_at = role, now()
    db.add(whom)
    db.flush()
    open_account(db, by, whom, email)
    return whom


def checked_email(db: Session, email: str) -> str:
    """As accounts keep it."""
    email = sign_in_name(email)
    if not EMAIL.fullmatch(email):
        raise RuleViolation.of({"email": NO_EMAIL})
    if account_by_email(db, email):
        raise RuleViolation.of({"email": TAKEN})
    return email


def check_first(first: FirstPerson) -> None:
    """RuleViolation with every field that lacks something; the password last, for it takes longest."""
    wanted = {
        "practice": (first.practice.strip(), _("Enter the name of your practice")),
        "name": (first.name.partition(",")[0].strip(), _("Enter your name")),
        "email": (EMAIL.fullmatch(sign_in_name(first.email)), NO_EMAIL),
    }
    errors = {field: sentence for field, (given, sentence) in wanted.items() if not given}
    try:
        weigh_password(first.password, first.name, first.email, first.practice)
    except RuleViolation as refused:
        errors |= refused.fields
    if errors:
        raise RuleViolation.of(errors)


def is_first(db: Session) -> bool:
    """Whether nobody can sign in yet, and no practice is here that somebody else set up."""
    return not has_accounts(db) and is_empty(db)


def open_first_account(db: Session, first: FirstPerson, password_hash: str = "") -> Clinician:
    """A practice with its first person, who owns it; what else claims need of it is filled in under Settings."""
    hold(db, Account)
    if not is_first(db):
        raise RuleViolation(NOT_THE_FIRST)
    practice = Practice(
        name=first.practice.strip(), npi="", tax_id="", taxonomy="", address="", city="", state="", zip="", phone="",
        submitter_id="", receiver_name="", receiver_id="",
    )  # fmt: skip
    practice_id = open_practice(db, practice)
    owner = person_named(practice_id, first.name)
    owner.role = Role.OWNER
    db.add(owner)
    db.flush()
    open_account(db, owner, owner, first.email, password_hash)
    return owner


def person_named(practice_id: int, name: str) -> Clinician:
    """A person by what she is called: a credential after the comma, before it the last word is the last name."""
    full, __, credential = name.partition(",")
    first, __, last = full.strip().rpartition(" ")
    return Clinician(
        practice_id=practice_id, first_name=first or last, last_name=last if first else "",
        credential=credential.strip(),
    )  # fmt: skip
