"""The payer that a plan form chose: one of the list, or a new one of the practice's own."""

import re

from sqlmodel import Session

from mbp_claims.db import payers
from mbp_claims.db.trail import record
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan_draft import NEW_PAYER
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

NO_SUCH_PAYER = _("Choose a payer from the list")
LONGEST_NAME = 60


def choose_payer(db: Session, clinician: Clinician, choice: str) -> Payer:
    """`choice` is an id, or `new:` and a name, as `new:Blue Spruce Health BSH01` with its payer id behind it."""
    if choice.startswith(NEW_PAYER):
        return _new_payer(db, clinician, *named(choice.removeprefix(NEW_PAYER)))
    try:
        return payers.payer(db, clinician, int(choice) if choice.isascii() and choice.isdecimal() else 0)
    except NotFound as missing:
        raise RuleViolation.of({"payer": NO_SUCH_PAYER}) from missing


def named(typed: str) -> tuple[str, str]:
    """Name and payer id: the last word is the id when it is written like one, in capitals with a digit."""
    *name, last = typed.split()
    if name and re.fullmatch(r"(?=.*[0-9])[A-Z0-9]{5,20}", last, re.ASCII):
        return " ".join(name)[:LONGEST_NAME], last
    return typed.strip()[:LONGEST_NAME], ""


def _new_payer(db: Session, clinician: Clinician, name: str, payer_id: str) -> Payer:
    """The practice's own payer of that name, made only once; an id that was missing is filled in."""
    payer = payers.own_payer(db, clinician, name)
    if payer is None or (payer_id and payer.payer_id not in ("", payer_id)):
        payer = Payer(practice_id=clinician.practice_id, name=name, payer_id=payer_id)
        db.add(payer)
    elif payer_id and not payer.payer_id:
        payer.payer_id = payer_id
        record(db, clinician, f"Payer ID of {payer.name} added", ("", payer_id))
    db.flush()
    return payer
