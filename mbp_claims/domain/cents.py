"""Where every cent of a charge went: written off, paid, the client's, still open, or not explained."""

from dataclasses import dataclass

from mbp_claims.domain.answer import PATIENT, Answer, total

PRIOR_PAYER = "23"


@dataclass(frozen=True)
class Cents:
    """Cents; the parts add up to the charge. While a secondary is open, the patient's share is open, not owed."""

    charge: int
    written_off: int = 0
    primary_paid: int = 0
    secondary_paid: int = 0
    client: int = 0
    still_open: int = 0
    unexplained: int = 0


def follow_the_cents(charge: int, primary: Answer | None, secondary: Answer | None) -> Cents:
    """After the primary only CO is written off; OA-23 of the secondary repeats the primary's part and moves nothing.

    What the secondary's answer leaves over is the client's, as far as it says so; a write-off of the secondary is
    never more than what is open.
    """
    if primary is None:
        return Cents(charge, still_open=charge)
    gone = total(r for r in primary.reductions if r.group == "CO")
    short = charge - primary.paid_cents - primary.adjusted_cents
    left = charge - primary.paid_cents - gone - short
    if secondary is None:
        return Cents(charge, gone, primary.paid_cents, still_open=left, unexplained=short)
    left -= secondary.paid_cents
    client = min(total(r for r in secondary.reductions if r.group == PATIENT), max(left, 0))
    said_gone = total(r for r in secondary.reductions if r.group != PATIENT and r.reason != PRIOR_PAYER)
    more_gone = max(min(said_gone, left - client), 0)
    rest = left - client - more_gone
    return Cents(charge, gone + more_gone, primary.paid_cents, secondary.paid_cents, client, rest, short)
