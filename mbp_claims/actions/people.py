"""The people of a practice, for its owner: who works here, invited, with another role, sent away or let in again."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.actions.change_password import make_reset_link
from mbp_claims.actions.open_account import add_person
from mbp_claims.clock import now, today
from mbp_claims.db import clinicians
from mbp_claims.db.accounts import account_of
from mbp_claims.db.clients import counts_by_clinician
from mbp_claims.db.sessions import end_sessions
from mbp_claims.db.trail import record
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import WORDS, Role, Task, require
from mbp_claims.domain.user_session import Ended
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

LAST_OWNER = _("A practice keeps an owner. Make somebody else an owner first.")


@dataclass(frozen=True)
class Person:
    """Somebody who works here: with which e-mail they sign in, and how many clients are theirs."""

    clinician: Clinician
    email: str
    clients: int


def open_people(db: Session, clinician: Clinician) -> tuple[Person, ...]:
    """By name, with those who come in no more at the end."""
    require(clinician.role, Task.PEOPLE)
    clients = counts_by_clinician(db, clinician)
    found = sorted(clinicians.people(db, clinician), key=lambda one: one.disabled_at is not None)
    return tuple(Person(one, _email(db, one), clients.get(one.id or 0, 0)) for one in found)


def invite(db: Session, clinician: Clinician, form: object) -> tuple[Clinician, str]:
    """The person, and the secret of the link by which she chooses her password. RuleViolation by field."""
    require(clinician.role, Task.PEOPLE)
    clinicians.one_at_a_time(db, clinician)
    entries = Entries(form, today())
    name, email = entries.text("name", _("Enter the name")), entries.text("email", _("Enter the email"))
    role = entries.choice("role", tuple(Role), _("Choose what this person may do"))
    npi = entries.matching("npi", r"\d{10}", _("NPI must be 10 digits"), drop=r"[\s-]")
    entries.settle()
    whom = add_person(db, clinician, name, email, Role(role))
    whom.npi = npi
    db.flush()
    return whom, make_reset_link(db, clinician, whom)


def make_link(db: Session, clinician: Clinician, person_id: int) -> tuple[Clinician, str]:
    """A new link for somebody who lost the password or never chose one."""
    whom = _person(db, clinician, person_id)
    if whom.disabled_at:
        raise RuleViolation(_("{whom} is disabled. Enable first.", whom=whom.name))
    return whom, make_reset_link(db, clinician, whom)


def change_role(db: Session, clinician: Clinician, person_id: int, role: str) -> Clinician:
    """From the next click on. RuleViolation for the last owner, or a role that there is not."""
    whom = _person(db, clinician, person_id)
    if role not in tuple(Role):
        raise RuleViolation(_("Choose what this person may do"))
    if role != whom.role:
        _keep_an_owner(db, clinician, whom)
        before, whom.role = whom.role, Role(role)
        record(db, clinician, f"Role of {whom.signature} changed", (WORDS[Role(before)], WORDS[Role(role)]))
        db.flush()
    return whom


def disable(db: Session, clinician: Clinician, person_id: int) -> Clinician:
    """Out at once, on every device; what the person did stays. RuleViolation for the last owner."""
    whom = _person(db, clinician, person_id)
    if whom.disabled_at is None:
        _keep_an_owner(db, clinician, whom)
        whom.disabled_at = now()
        account = account_of(db, whom)
        if account:
            end_sessions(db, account.id or 0, now(), Ended.DISABLED)
        record(db, clinician, f"{whom.signature} was disabled")
        db.flush()
    return whom


def enable(db: Session, clinician: Clinician, person_id: int) -> Clinician:
    """May sign in again, with the same role and the same clients."""
    whom = _person(db, clinician, person_id)
    if whom.disabled_at is not None:
        whom.disabled_at = None
        record(db, clinician, f"{whom.signature} was enabled")
        db.flush()
    return whom


def _person(db: Session, clinician: Clinician, person_id: int) -> Clinician:
    require(clinician.role, Task.PEOPLE)
    clinicians.one_at_a_time(db, clinician)
    return clinicians.colleague(db, clinician, person_id)


def _keep_an_owner(db: Session, clinician: Clinician, whom: Clinician) -> None:
    others = [one for one in clinicians.people(db, clinician) if one.id != whom.id and one.disabled_at is None]
    if whom.role == Role.OWNER and not any(one.role == Role.OWNER for one in others):
        raise RuleViolation(LAST_OWNER)


def _email(db: Session, whom: Clinician) -> str:
    account = account_of(db, whom)
    return account.email if account else ""
