"""The ledger of a claim: every movement of its money, and who owes what is left."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class LedgerRow:
    """One movement, and what was open of the charge after it."""

    date: str
    what: str  # Aetna paid
    who: str  # June Marlow, LCSW
    amount: str  # −$92.80
    balance: str


@dataclass(frozen=True)
class OwedRow:
    """A part of what is open: by whom it is owed."""

    label: str  # Waits for Cigna
    amount: str
    tone: str = "neutral"


@dataclass(frozen=True)
class ClaimLedgerView:
    """Nothing is shown while there are no rows. `undecided` is what the payers left for a person to decide."""

    rows: list[LedgerRow] = field(default_factory=list)
    owed: list[OwedRow] = field(default_factory=list)
    undecided: str = ""  # $5.00 is left open by the payers (PI or OA).
    decided: str = ""  # $5.00 was written off by you.
