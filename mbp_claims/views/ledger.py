"""What a payer has paid and kept: its payments, each with how its deposit is made up."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PaymentRow:
    """A payment, and where its deposit is; each amount as text."""

    id: str
    check: str
    date: str
    deposit: str
    posted: str
    waiting: str
    skipped: str
    withheld: str  # as it changes the deposit: −$50.00
    difference: str = ""  # nothing when it adds up to the cent


@dataclass(frozen=True)
class KeptRow:
    """An amount that the payer kept or added, about no claim."""

    date: str
    check: str
    era_id: str
    code: str
    words: str
    reference: str
    amount: str


@dataclass(frozen=True)
class LedgerView:
    """A payer in a year. `found` is false for one that has never paid this practice."""

    payer_id: str = ""
    payer: str = ""
    found: bool = True
    year: str = ""
    years: list[str] = field(default_factory=list)
    adds_up: bool = True
    sum_words: str = ""  # $410.00 deposited = $360.00 posted + …
    rows: list[PaymentRow] = field(default_factory=list)
    total: PaymentRow = field(default_factory=lambda: PaymentRow("", "", "", "", "", "", "", ""))
    kept: list[KeptRow] = field(default_factory=list)
    kept_total: str = ""
