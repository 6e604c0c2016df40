"""The ledger of a claim: every movement of its money, and where it stands."""

from collections import Counter
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.db import claims, ledgers
from mbp_claims.domain.claim import ANSWERED, PUT_AWAY
from mbp_claims.domain.ledger import Balances, LedgerEntry, balances
from mbp_claims.domain.practice import Clinician


@dataclass(frozen=True)
class ClaimLedger:
    """Of the services that a primary claim and its secondary share; entries in the order in which they were made."""

    entries: tuple[LedgerEntry, ...]
    balances: Balances


def open_ledger(db: Session, clinician: Clinician, number: str) -> ClaimLedger:
    """NotFound when no claim of this practice has that number. Empty for a claim that nobody has answered."""
    claim = claims.claim(db, clinician, number)
    second = claims.secondary_of(db, claims.primary_of(db, claim))
    entries = ledgers.entries_of_claim(db, claim)
    sums: Counter[str] = Counter()
    for entry in entries:
        sums[entry.account] += entry.cents
    is_open = second is not None and second.status not in (*ANSWERED, *PUT_AWAY)
    return ClaimLedger(tuple(entries), balances(sums, is_open))
