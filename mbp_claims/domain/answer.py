"""A payer's answer as values: what the rules, the form and the 837P work with, whoever it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

PATIENT = "PR"
CLAIM_LEVEL = 0


@dataclass(frozen=True)
class Reduction:
    """One adjustment. `line` is the service line's position (from 1), or CLAIM_LEVEL. Cents; the payer's own sign."""

    line: int
    group: str
    reason: str
    cents: int
    quantity: str = ""

    @property
    def code(self) -> str:
        return f"{self.group}-{self.reason}"


@dataclass(frozen=True)
class LinePayment:
    """What was paid (cents) for the service line at `line`, for how many units of which procedure."""

    line: int
    cents: int
    units: str = "1"
    procedure: str = ""
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """One payer's answer to one claim. Without `payments` the payer answered the claim as a whole."""

    paid_cents: int
    adjudicated_on: date
    payments: tuple[LinePayment, ...] = ()
    reductions: tuple[Reduction, ...] = ()
    control_number: str = ""
    status_code: str = "1"
    remarks: tuple[str, ...] = field(default=())
    moa: tuple[str, ...] = field(default=())
    mia: tuple[str, ...] = field(default=())

    @property
    def adjusted_cents(self) -> int:
        return total(self.reductions)

    @property
    def patient_share_cents(self) -> int:
        """What the payer calls patient responsibility: the next payer is asked for it first."""
        return total(r for r in self.reductions if r.group == PATIENT)

    @property
    def by_line(self) -> bool:
        return bool(self.payments)

    def of_line(self, line: int) -> tuple[Reduction, ...]:
        return tuple(r for r in self.reductions if r.line == line)

    def paid_for(self, line: int) -> int:
        return sum(p.cents for p in self.payments if p.line == line)

    def to_bill_cents(self, charge_cents: int) -> int:
        """What the next payer is asked for: the patient's share, or what nobody has explained yet."""
        if any(r.group == PATIENT for r in self.reductions):
            return max(self.patient_share_cents, 0)
        return max(charge_cents - self.paid_cents - self.adjusted_cents, 0)


def total(reductions: Iterable[Reduction]) -> int:
    return sum(r.cents for r in reductions)
