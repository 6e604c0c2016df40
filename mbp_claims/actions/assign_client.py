"""Whose client somebody is: who may be chosen, and what a form says."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.clock import today
from mbp_claims.db import clients, clinicians
from mbp_claims.domain.client import Client
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Task, require, why_not
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

FIELD = "clinician"
CHOOSE = _("Choose whose client this is")


@dataclass(frozen=True)
class ClientForm:
    """A client to be edited, or None; and who may be chosen as the clinician. Empty where there is no choice."""

    client: Client | None
    choices: tuple[Clinician, ...]
    chosen: int


def open_client_form(db: Session, clinician: Clinician, number: str | None = None) -> ClientForm:
    """None is for a client to be added. NotFound when it is not hers."""
    client = None if number is None else clients.client(db, clinician, number)
    chosen = client.clinician_id if client else _usual(db, clinician)
    choices = () if why_not(clinician.role, Task.ASSIGN) else _choices(db, clinician, chosen)
    return ClientForm(client, choices if len(choices) > 1 else (), chosen)


def whose(db: Session, clinician: Clinician, form: object, client: Client | None = None) -> int:
    """The clinician that the form says, else as it is or is usual. RuleViolation for somebody who takes no clients."""
    now = client.clinician_id if client else _usual(db, clinician)
    typed = Entries(form, today()).text(FIELD)
    if typed in ("", str(now)):
        return now
    require(clinician.role, Task.ASSIGN)
    found = next((one.id for one in _choices(db, clinician, now) if str(one.id) == typed), None)
    if found is None:
        raise RuleViolation.of({FIELD: CHOOSE})
    return found


def _choices(db: Session, clinician: Clinician, now: int) -> tuple[Clinician, ...]:
    """Those who take clients, and whoever has this one now."""
    return tuple(one for one in clinicians.people(db, clinician) if one.takes_clients or one.id == now)


def _usual(db: Session, clinician: Clinician) -> int:
    """She herself; for a biller the first who takes clients."""
    if clinician.takes_clients:
        return clinician.id or 0
    return next((one.id or 0 for one in clinicians.people(db, clinician) if one.takes_clients), clinician.id or 0)
