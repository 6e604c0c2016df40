"""The ledger of a claim: every movement of its money, and where it stands."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.db import claims, clients, ledgers
from mbp_claims.domain.claim import ANSWERED, PUT_AWAY
from mbp_claims.domain.ledger import Balances, ClientBalance, LedgerEntry, balances
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
    return ClaimLedger(tuple(entries), balances(sums, _is_open(second.status if second else None)))


def open_client_balance(db: Session, clinician: Clinician, client_number: str) -> ClientBalance:
    """NotFound when there is no such client in this practice."""
    sums: dict[int, Counter[str]] = defaultdict(Counter)
    is_open: dict[int, bool] = {}
    for services, account, cents, second in ledgers.sums_of_client(db, clients.client(db, clinician, client_number)):
        sums[services][account] += cents
        is_open[services] = _is_open(second)
    return ClientBalance.of(balances(sums[services], is_open[services]) for services in sums)


def _is_open(secondary_status: str | None) -> bool:
    return secondary_status is not None and secondary_status not in (*ANSWERED, *PUT_AWAY)
