"""A payer's ledger with the practice, one year at a time."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from mbp_claims.actions.reconcile import PayerLedger, payer_ledger
from mbp_claims.db import payers, remittances
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.practice import Clinician


@dataclass(frozen=True)
class OpenLedger:
    """`years` are those in which the payer has paid, newest first."""

    payer_id: str
    payer: str
    year: int
    years: tuple[int, ...]
    ledger: PayerLedger


def open_payer_ledger(db: Session, clinician: Clinician, payer_id: str, year: int = 0) -> OpenLedger:
    """By the payer's identifier in the files; 0 is the last year. NotFound when it has never paid this practice."""
    days = remittances.first_and_last_day(db, clinician, payer_id)
    if days is None:
        raise NotFound("no payment of this payer")
    first, last = days
    years = tuple(range(last.year, first.year - 1, -1))
    shown = year if year in years else years[0]
    ledger = payer_ledger(db, clinician, payer_id, date(shown, 1, 1), date(shown, 12, 31))
    names = payers.names_by_identifier(db, clinician, {payer_id})
    name = names.get(payer_id) or remittances.payer_name(db, clinician, payer_id).title()
    return OpenLedger(payer_id, name, shown, years, ledger)
