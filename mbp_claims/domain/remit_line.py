"""What an 835 says about one service line: its money and why not all of it was paid.

Amounts are cents with the payer's own sign: a positive adjustment lowers the payment. Codes are verbatim.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from mbp_claims.domain.imbalance import Imbalance


class Reference(NamedTuple):
    """A REF: `6R` is a line control number, `F8` the claim number this claim replaces."""

    qualifier: str
    value: str


class Procedure(NamedTuple):
    """A service as the payer names it: `HC` 90837 with its modifiers."""

    code: str
    qualifier: str = "HC"
    modifiers: tuple[str, ...] = ()


class RemitAdjustment(NamedTuple):
    """One reason of a CAS. `quantity` is text as sent, None where there was none."""

    group: str
    reason: str
    amount_cents: int
    quantity: str | None = None


class RemitLine(NamedTuple):
    """A service line (SVC). `submitted` is what was billed, where the payer changed it; dates fall back to the claim's.

    `supplemental` and `quantities` are the AMT and QTY segments, which are outside of every balance; numbers of units
    are text as sent. Where it stands (`segment`) does not count when two are compared.
    """

    procedure: Procedure
    charge_cents: int
    paid_cents: int
    units: str = "1"
    submitted: Procedure | None = None
    service_from: date | None = None
    service_to: date | None = None
    adjustments: tuple[RemitAdjustment, ...] = ()
    remarks: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    supplemental: tuple[tuple[str, int], ...] = ()
    quantities: tuple[tuple[str, str], ...] = ()
    submitted_units: str | None = None
    revenue_code: str = ""
    segment: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RemitLine) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])

    @property
    def control_number(self) -> str | None:
        """REF*6R: the number we gave the line."""
        return value_of("6R", self.references)

    @property
    def allowed_cents(self) -> int | None:
        """AMT*B6."""
        return dict(self.supplemental).get("B6")

    def imbalance(self, subject: str = "Line") -> Imbalance | None:
        """Rule 20: paid + adjusted = charge."""
        terms = (self.paid_cents, "paid"), (total(self.adjustments), "adjusted")
        return Imbalance.unless_equal(subject, terms, (self.charge_cents, "charged"), self.segment)

    @property
    def is_balanced(self) -> bool:
        """Rule 20 holds."""
        return self.paid_cents + total(self.adjustments) == self.charge_cents


def value_of(qualifier: str, references: Iterable[Reference]) -> str | None:
    """The first reference with that qualifier."""
    return next((one.value for one in references if one.qualifier == qualifier), None)


def total(adjustments: Iterable[RemitAdjustment]) -> int:
    """Cents, signs kept."""
    return sum([one.amount_cents for one in adjustments])
