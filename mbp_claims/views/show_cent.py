"""Where the charge went, to the cent: one bar whose parts add up, and the equation in words."""

from mbp_claims.domain.cents import CONTRACTUAL, PRIOR_PAYER, Cents, follow_the_cents
from mbp_claims.domain.claim import PUT_AWAY, Claim, ClaimStatus
from mbp_claims.domain.claim_facts import OpenClaim, PayerFacts
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.standing import WORDS
from mbp_claims.views.claim import CentPart, Equation, EquationTerm

OVERPAID = "Overpaid, review"


def cents_of(open_claim: OpenClaim) -> Cents:
    """What the payers said, and what a person decided about the rest: as the ledger has it."""
    second = open_claim.secondary
    said = follow_the_cents(
        open_claim.facts.claim.charge_cents, open_claim.primary.answer, second.answer if second else None,
        _asked_after(open_claim) is None,
    )  # fmt: skip
    return said.decided(open_claim.waived, open_claim.billed)


def cent_parts(open_claim: OpenClaim) -> list[CentPart]:
    """Write-off, each payer, the client, what is open; what was paid too much or is not explained, when there is any.

    The widths add up to the charge; what was paid too much stands beyond it.
    """
    cents = cents_of(open_claim)
    primary, second = open_claim.primary, open_claim.secondary
    beyond = cents.overpaid
    parts = [
        _part("gone", "Contractual write-off", cents.written_off, _written_off_note(open_claim)),
        _paid(primary, cents.primary_paid, 0 if second and second.answer else beyond),
    ]
    if second:
        parts.append(_paid(second, cents.secondary_paid, beyond))
    parts.append(_part("client", "Client", cents.client, _client_note(cents, open_claim.billed)))
    if beyond:
        parts.append(_part("off", OVERPAID, beyond, "Paid above what was left to pay"))
    else:
        parts.append(_part("open", "Still open", cents.still_open, _open_note(open_claim, cents)))
    if cents.unexplained > 0:
        parts.append(_part("off", "Not explained", cents.unexplained, "The answer does not add up"))
    if cents.unexplained < 0:
        over = format_cents(-cents.unexplained)
        parts.append(CentPart("off", "Explained too much", over, "The answer adds up to more than the charge"))
    return parts


def cent_equation(open_claim: OpenClaim) -> Equation:
    cents = cents_of(open_claim)
    terms = [
        (cents.written_off, "write-off"), (cents.primary_paid + cents.secondary_paid, "paid"),
        (cents.client, "client"), (cents.still_open, "open"),
    ]  # fmt: skip
    always = ("paid",) if cents.overpaid else ("paid", "open")
    said = [EquationTerm(format_cents(amount), word) for amount, word in terms if amount or word in always]
    state = _state(cents)
    return Equation(format_cents(cents.charge), said, state == "Balanced", state)


def _state(cents: Cents) -> str:
    """What is not explained comes first: until that is mended, nobody knows what was paid too much."""
    if cents.unexplained:
        return f"{format_cents(abs(cents.unexplained))} {'short' if cents.unexplained > 0 else 'over'}"
    return f"Overpaid by {format_cents(cents.overpaid)}" if cents.overpaid else "Balanced"


def explained(open_claim: OpenClaim) -> str:
    """`Aetna has paid its part. Cigna is next.` At the end, what the client owes."""
    primary, second = open_claim.primary, _asked_after(open_claim)
    if primary.answer is None:
        return f"{primary.payer.name} {_where(primary.claim, 'has it', 'has not been asked yet')}."
    if second and second.answer:
        said = f"{primary.payer.name} and {second.payer.name} have answered."
    else:
        paid = "its part" if primary.answer.paid_cents else "nothing"
        said = f"{primary.payer.name} has paid {paid}."
    if second and second.answer is None:
        return f"{said} {second.payer.name} {_where(second.claim, 'has it now', 'is next')}."
    client = cents_of(open_claim).client
    return f"{said} {open_claim.facts.client.first_name} owes {format_cents(client)}." if client else said


def _asked_after(open_claim: OpenClaim) -> PayerFacts | None:
    """The second payer's side, unless its claim was put away before it was answered."""
    second = open_claim.secondary
    return second if second and (second.answer or second.claim.status not in PUT_AWAY) else None


def _where(claim: Claim, there: str, not_yet: str) -> str:
    """A claim that was sent back was sent, and is not there."""
    return "sent it back" if claim.status == ClaimStatus.REJECTED else there if _was_sent(claim) else not_yet


def _was_sent(claim: Claim) -> bool:
    """By us, or by the primary payer on its own."""
    return claim.filed_at is not None or claim.status == ClaimStatus.CROSSED_OVER


def overpaid_warning(open_claim: OpenClaim) -> tuple[str, str]:
    """`Overpaid by $194.00.` and why; nothing unless more was paid than was left to pay."""
    cents, second = cents_of(open_claim), open_claim.secondary
    if not cents.overpaid or cents.unexplained:
        return "", ""
    if second is None or second.answer is None:
        why = f"{open_claim.primary.payer.name} took off less than it paid."
    else:
        left = format_cents(max(cents.secondary_paid - cents.overpaid, 0))
        why = f"{second.payer.name} paid {format_cents(cents.secondary_paid)}, and {left} was left to pay."
    return f"Overpaid by {format_cents(cents.overpaid)}.", f"{why} Review it: the payer may ask for it back."


def _paid(side: PayerFacts, cents: int, beyond: int) -> CentPart:
    """What a payer paid; of its width, only what was left to pay."""
    kind = "s" if side.claim.is_secondary else "p"
    note, code = _paid_note(side)
    return CentPart(kind, f"{side.payer.name} paid", format_cents(cents), note, code, max(cents - beyond, 0))


def _part(kind: str, label: str, cents: int, note: str = "") -> CentPart:
    return CentPart(kind, label, format_cents(cents), note, "", max(cents, 0))


def _written_off_note(open_claim: OpenClaim) -> str:
    answers = [side.answer for side in (open_claim.primary, open_claim.secondary) if side and side.answer]
    said = [r for answer in answers for r in answer.reductions]
    codes = [r.code for r in said if r.group == CONTRACTUAL and r.reason != PRIOR_PAYER]
    by_you = [f"{format_cents(open_claim.waived)} by you"] if open_claim.waived else []
    named = ", ".join([*dict.fromkeys(codes), *by_you])
    return f"{named}, nobody owes it" if named else ""


def _paid_note(side: PayerFacts) -> tuple[str, str]:
    if side.answer is None and side.claim.status in PUT_AWAY:
        return WORDS[ClaimStatus(side.claim.status)], ""
    if side.answer is None:
        return _where(side.claim, "Filed, no answer yet", "Not filed yet").capitalize(), ""
    return ("Check", side.remittance.trace) if side.remittance else ("Paper EOB", "")


def _client_note(cents: Cents, billed: int) -> str:
    if not cents.client:
        return "Nothing asked yet"
    return "Billed by you" if billed == cents.client else "After the last payer"


def _open_note(open_claim: OpenClaim, cents: Cents) -> str:
    """Who is asked for it next; nobody, where somebody must look at what the payers left open."""
    if not cents.still_open:
        return ""
    primary, second = open_claim.primary, _asked_after(open_claim)
    side = primary if primary.answer is None else second
    if side is None or side.answer is not None:
        return "Needs a look"
    there = _was_sent(side.claim) and side.claim.status != ClaimStatus.REJECTED
    return f"{'Waiting for' if there else 'Bill it to'} {side.payer.name}"
