"""Where every cent of a charge went: written off, paid, the client's, still open, not explained; or paid too much."""

from dataclasses import astuple, dataclass, replace
from operator import add

from mbp_claims.domain.answer import Answer, total
from mbp_claims.domain.denial import denied

CONTRACTUAL = "CO"
PRIOR_PAYER = "23"


@dataclass(frozen=True)
class Cents:
    """Cents; the parts less `overpaid` are the charge. While a secondary is open, the patient’s share is open too.

    `overpaid` is what was paid above what was left to pay; then nothing is open. `unexplained` below zero is
    explained too often.
    """

    charge: int
    written_off: int = 0
    primary_paid: int = 0
    secondary_paid: int = 0
    client: int = 0
    still_open: int = 0
    unexplained: int = 0
    overpaid: int = 0

    @property
    def accounted(self) -> int:
        """Always the charge."""
        parts = (self.written_off, self.primary_paid, self.secondary_paid, self.client, self.still_open)
        return sum(parts) + self.unexplained - self.overpaid

    def plus(self, other: "Cents") -> "Cents":
        """Of the charges of both."""
        return Cents(*map(add, astuple(self), astuple(other)))

    def decided(self, waived: int, billed: int) -> "Cents":
        """After a person wrote off or billed to the client what the payers had left open."""
        return replace(
            self, written_off=self.written_off + waived, client=self.client + billed,
            still_open=self.still_open - waived - billed,
        )  # fmt: skip


def follow_the_cents(
    charge: int, primary: Answer | None, secondary: Answer | None, is_last: bool = False
) -> Cents:
    """Only CO is written off; reason 23 of the secondary repeats the primary's part and moves nothing.

    What the secondary's answer leaves over is the client's, as far as it says so; a write-off of the secondary is
    never more than what is open. `is_last`: nobody is asked after the primary, so that its answer says what is the
    client's. What either payer says otherwise (OA, PI) is open: somebody must look at it.
    """
    if primary is None:
        paid = secondary.paid_cents if secondary else 0
        return Cents(charge, secondary_paid=paid, **_rest(charge - paid))
    gone = gone_with(charge, primary, secondary)
    short = charge - primary.paid_cents - primary.adjusted_cents
    left = charge - primary.paid_cents - gone - short
    if secondary is None:
        client = max(min(primary.patient_share_cents, left + short), 0) if is_last else 0
        return Cents(charge, gone, primary.paid_cents, 0, client, unexplained=short, **_rest(left - client))
    left -= secondary.paid_cents
    client = max(min(secondary.patient_share_cents, left), 0)
    more_gone = max(min(written_off(secondary), left - client), 0)
    rest = _rest(left - client - more_gone)
    paid_by = (primary.paid_cents, secondary.paid_cents)
    return Cents(charge, gone + more_gone, *paid_by, client, unexplained=short, **rest)


def gone_with(charge: int, primary: Answer, secondary: Answer | None) -> int:
    """What the primary's answer writes off. A denial that the second payer paid after all writes off only the rest."""
    gone = written_off(primary)
    if secondary is not None and denied(primary):
        return max(min(gone, charge - secondary.paid_cents), 0)
    return gone


def written_off(answer: Answer) -> int:
    """What the payer says nobody owes: CO, but not where it only repeats an earlier payer's part."""
    return total(r for r in answer.reductions if r.group == CONTRACTUAL and r.reason != PRIOR_PAYER)


def _rest(cents: int) -> dict[str, int]:
    return {"still_open": max(cents, 0), "overpaid": max(-cents, 0)}
