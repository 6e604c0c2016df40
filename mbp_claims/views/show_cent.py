"""Where the charge went, to the cent: one bar whose parts add up, and the equation in words."""

from mbp_claims.domain.answer import PATIENT
from mbp_claims.domain.cents import Cents, follow_the_cents
from mbp_claims.domain.claim_facts import OpenClaim, PayerFacts
from mbp_claims.domain.money import format_cents
from mbp_claims.views.claim import CentPart, Equation, EquationTerm


def cents_of(open_claim: OpenClaim) -> Cents:
    second = open_claim.secondary
    return follow_the_cents(
        open_claim.facts.claim.charge_cents, open_claim.primary.answer, second.answer if second else None
    )


def cent_parts(open_claim: OpenClaim) -> list[CentPart]:
    """Write-off, each payer, the client, what is open; a part that is not explained only when there is one."""
    cents = cents_of(open_claim)
    primary, second = open_claim.primary, open_claim.secondary
    parts = [
        _part("gone", "Contractual write-off", cents.written_off, _written_off_note(primary)),
        _part("p", f"{primary.payer.name} paid", cents.primary_paid, *_paid_note(primary)),
    ]
    if second:
        parts.append(_part("s", f"{second.payer.name} paid", cents.secondary_paid, *_paid_note(second)))
    parts.append(_part("client", "Client", cents.client, _client_note(cents)))
    parts.append(_part("open", "Still open", cents.still_open, _open_note(open_claim, cents)))
    if cents.unexplained:
        parts.append(_part("off", "Not explained", cents.unexplained, "The answer does not add up"))
    return parts


def cent_equation(open_claim: OpenClaim) -> Equation:
    cents = cents_of(open_claim)
    terms = [
        (cents.written_off, "write-off"), (cents.primary_paid + cents.secondary_paid, "paid"),
        (cents.client, "client"), (cents.still_open, "open"),
    ]  # fmt: skip
    said = [EquationTerm(format_cents(amount), word) for amount, word in terms if amount or word in ("paid", "open")]
    off = cents.unexplained
    state = "Balanced" if off == 0 else f"{format_cents(abs(off))} {'short' if off > 0 else 'over'}"
    return Equation(format_cents(open_claim.facts.claim.charge_cents), said, off == 0, state)


def explained(open_claim: OpenClaim) -> str:
    """`Aetna has paid its part. Cigna is next.`"""
    primary, second = open_claim.primary, open_claim.secondary
    if primary.answer is None:
        waits = "has it" if primary.claim.filed_at else "has not been asked yet"
        return f"{primary.payer.name} {waits}."
    answered = f"{primary.payer.name} has paid its part." if primary.answer.paid_cents else (
        f"{primary.payer.name} has paid nothing."
    )  # fmt: skip
    if second is None:
        return answered
    if second.answer is None:
        return f"{answered} {second.payer.name} {'has it now' if second.claim.filed_at else 'is next'}."
    return f"{primary.payer.name} and {second.payer.name} have answered."


def _part(kind: str, label: str, cents: int, note: str = "", code: str = "") -> CentPart:
    return CentPart(kind, label, format_cents(cents), note, code, max(cents, 0))


def _written_off_note(primary: PayerFacts) -> str:
    codes = [r.code for r in primary.answer.reductions if r.group != PATIENT] if primary.answer else []
    return f"{', '.join(dict.fromkeys(codes))}, nobody owes it" if codes else ""


def _paid_note(side: PayerFacts) -> tuple[str, str]:
    if side.answer is None:
        return ("Filed, no answer yet" if side.claim.filed_at else "Not filed yet"), ""
    return ("Check", side.remittance.trace) if side.remittance else ("Paper EOB", "")


def _client_note(cents: Cents) -> str:
    return "After the last payer" if cents.client else "Nothing asked yet"


def _open_note(open_claim: OpenClaim, cents: Cents) -> str:
    if not cents.still_open:
        return ""
    second = open_claim.secondary
    if open_claim.primary.answer is None:
        return f"Waiting for {open_claim.primary.payer.name}"
    if second and second.answer is None:
        return f"{'Waiting for' if second.claim.filed_at else 'Bill it to'} {second.payer.name}"
    return "Needs a look"
