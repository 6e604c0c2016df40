"""Practices that are made up for tests, each under a name that its tester chose: none touches another."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims import clock
from mbp_claims.actions.load_scenario import load_scenario, open_scenario
from mbp_claims.db.accounts import account_of
from mbp_claims.db.clear import is_empty
from mbp_claims.db.clinicians import first_clinician, people
from mbp_claims.db.sessions import person_of, session_by_key
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.user_session import Stage, UserSession, session_key
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.transport.mailbox import folder_of

MAIN = "main"
"""Who names none means this one; it is the practice that the program begins with."""
NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?", re.ASCII)


@dataclass(frozen=True)
class Entrance:
    """A person of a practice, and the session id that makes a browser hers."""

    clinician: Clinician
    session_id: str


def make_anew(db: Session, name: str, scenario: str) -> Clinician:
    """The practice of that name becomes the scenario. The one that had the name is left: its people come in no more.

    Its owner. RuleViolation where there is no such scenario, or the name is none.
    """
    if not NAME.fullmatch(name):
        raise RuleViolation(f"Name a practice in small letters, digits and hyphens, at most 40: not {name!r}.")
    before = _owner(db, name)
    owner = _opened(db, scenario, open_scenario)
    if before:
        _leave(db, before)
    _sign_everybody_in(db, name, owner)
    return owner


def make_alone(db: Session, scenario: str) -> Clinician:
    """The whole database becomes the scenario, as the practice `main`; every other practice is gone."""
    owner = _opened(db, scenario, load_scenario)
    _sign_everybody_in(db, MAIN, owner)
    return owner


def owner_of(db: Session, name: str) -> Clinician:
    """From here on it is as late as it is in her practice. RuleViolation where none has that name."""
    owner = _owner(db, name)
    if owner is None:
        raise RuleViolation(f"There is no practice {name!r}. Reset it first.")
    clock.keep_time_of(owner.practice_id)
    return owner


def sign_in_as(db: Session, name: str, person: str = "") -> Entrance:
    """The owner of the practice, or the person of that name (`Theo Banks`) or role."""
    owner = owner_of(db, name)
    everybody = people(db, owner)
    found = [one for one in everybody if person.lower() in (one.name.lower(), one.role)] if person else [owner]
    if not found:
        known = ", ".join(f"{one.name} ({one.role})" for one in everybody)
        raise RuleViolation(f"Nobody of the practice {name!r} is {person!r}. There are: {known}.")
    return Entrance(found[0], _sign_in(db, name, owner, found[0]))


def _opened(db: Session, scenario: str, opening: Callable[[Session, str], Clinician]) -> Clinician:
    try:
        return opening(db, scenario)
    except ValueError as unknown:
        raise RuleViolation(str(unknown)) from unknown


def _owner(db: Session, name: str) -> Clinician | None:
    found = person_of(db, session_key(_session_id(name)))
    return first_clinician(db) if found is None and name == MAIN and not is_empty(db) else found


def _leave(db: Session, owner: Clinician) -> None:
    """What a practice has done stays; nothing is done for it by itself any more."""
    for one in people(db, owner):
        one.disabled_at = clock.now()
    db.flush()
    clock.move(owner.practice_id, None)
    shutil.rmtree(folder_of(owner.practice_id), ignore_errors=True)


def _sign_everybody_in(db: Session, name: str, owner: Clinician) -> None:
    clock.move(owner.practice_id, None)
    clock.keep_time_of(owner.practice_id)
    for one in people(db, owner):
        _sign_in(db, name, owner, one)


def _sign_in(db: Session, name: str, owner: Clinician, clinician: Clinician) -> str:
    """Always with the same session id: a browser that is the owner's is the owner's of the next scenario, too."""
    session_id = _session_id(name, "" if clinician.id == owner.id else clinician.name)
    account = account_of(db, clinician)
    assert account is not None, "everybody of a scenario has an account"
    session = session_by_key(db, session_key(session_id)) or UserSession(
        key=session_key(session_id), account_id=0, started_at=clock.now(), last_seen_at=clock.now(), browser="Tests"
    )
    session.account_id, session.stage, session.ended_at, session.ended = account.id or 0, Stage.IN, None, ""
    session.started_at = session.last_seen_at = clock.now()
    db.add(session)
    db.flush()
    return session_id


def _session_id(name: str, person: str = "") -> str:
    return f"test-mode-{name}{f'-{person}' if person else ''}".lower().replace(" ", ".")
