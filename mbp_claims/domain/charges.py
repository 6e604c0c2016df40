"""What became of the charges of many services."""

from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.cents import Cents


@dataclass(frozen=True)
class Services:
    """How many, since when, and where their charges went. `unexplained` is the part of what is open (cents) for which
    a payer gave no reason. The payers' names, "" where there are several; `has_secondary` tells whether any service
    went on to a second payer.
    """

    count: int
    since: date | None
    cents: Cents
    unexplained: int
    primary: str
    secondary: str
    has_secondary: bool
