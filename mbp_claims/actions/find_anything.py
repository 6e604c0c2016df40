"""Finds whatever the words may mean: for the command palette."""

import re

from sqlmodel import Session

from mbp_claims.actions.list_claims import facts_of
from mbp_claims.actions.open_era import payer_name
from mbp_claims.db import claims, clients, payers, remittances, superbills
from mbp_claims.domain.client import Client
from mbp_claims.domain.draft import printable
from mbp_claims.domain.found import FEW, MOST, Found, asks_for_bills, meant
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Remittance
from mbp_claims.domain.roles import Task, why_not
from mbp_claims.domain.superbill import Superbill

LONGEST = 100


def find_anything(db: Session, clinician: Clinician, words: str) -> Found:
    """Clients as their list finds them, claims by number or client, payers by name, ERAs by check number: hers alone.

    Without words what there is to do next.
    """
    asked = printable(words)[:LONGEST]
    words = meant(asked)
    sees_payments = not why_not(clinician.role, Task.PAYMENTS)
    if not words:
        ready = claims.ready_claims(db, clinician, FEW)
        review = remittances.in_review(db, clinician, FEW) if sees_payments else []
        return Found(claims=facts_of(db, clinician, ready), eras=_named(db, clinician, review))
    people = clients.clients_like(db, clinician, words, MOST)
    found = claims.claims_like(db, clinician, words, {one.id or 0 for one in people}, MOST)
    return Found(
        words, tuple(people), facts_of(db, clinician, found), _billed(db, clinician, words),
        _paid(db, clinician, words) if sees_payments else (), _eras(db, clinician, words) if sees_payments else (),
        _bills(db, clinician, asked),
    )  # fmt: skip


def _billed(db: Session, clinician: Clinician, words: str) -> tuple[str, ...]:
    names = payers.billed_payers(db, clinician)
    return tuple(name for name in names if all(word in name.lower() for word in words.lower().split()))[:FEW]


def _bills(db: Session, clinician: Clinician, asked: str) -> tuple[tuple[Superbill, Client], ...]:
    """The latest, or the one that is named, where superbills are asked for."""
    if not asks_for_bills(asked):
        return ()
    digits = re.search(r"\d{1,9}", asked, re.ASCII)
    return tuple(superbills.latest(db, clinician, int(digits[0]) if digits else None, FEW))


def _paid(db: Session, clinician: Clinician, words: str) -> tuple[tuple[str, str], ...]:
    """Each payer once, whatever its files call it."""
    found = {identifier: name for name, identifier in remittances.payers_like(db, clinician, words, FEW)}
    names = payers.names_by_identifier(db, clinician, set(found)) if found else {}
    return tuple((names.get(identifier) or name.title(), identifier) for identifier, name in found.items())


def _eras(db: Session, clinician: Clinician, words: str) -> tuple[tuple[Remittance, str], ...]:
    has_digits = any(letter.isdigit() for letter in words)
    return _named(db, clinician, remittances.by_check(db, clinician, words, FEW)) if has_digits else ()


def _named(db: Session, clinician: Clinician, found: list[Remittance]) -> tuple[tuple[Remittance, str], ...]:
    names = payers.names_by_identifier(db, clinician, {one.payer_identifier for one in found}) if found else {}
    return tuple((one, payer_name(one, names)) for one in found)
