"""Remittances as they are read: a payment of the inbox, and one with the claims it answers."""

from dataclasses import dataclass

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.remittance import EraFile, Remittance, RemittanceClaim


@dataclass(frozen=True)
class EraFacts:
    """A payment, by whose name its payer goes with us, how many of its claims were posted, of how many."""

    remittance: Remittance
    payer: str
    posted: int
    claims: int


@dataclass(frozen=True)
class OpenEra:
    """A payment with its claims; `ours` by claim id, `secondaries` by primary claim id with their payer's name."""

    facts: EraFacts
    file: EraFile
    rows: tuple[RemittanceClaim, ...]
    ours: dict[int, Claim]
    secondaries: dict[int, tuple[Claim, str]]
