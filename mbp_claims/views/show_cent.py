"""Where the charge went, to the cent: one bar whose parts add up, and the equation in words."""

from mbp_claims.domain.cents import CONTRACTUAL, PRIOR_PAYER, Cents, follow_the_cents
from mbp_claims.domain.claim import PUT_AWAY, Claim, ClaimStatus
from mbp_claims.domain.claim_facts import OpenClaim, PayerFacts
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.standing import WORDS
from mbp_claims.views.claim import CentPart, Equation, EquationTerm
from mbp_claims.words import _

OVERPAID = _("Overpaid, review")


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
        _part("gone", _("Contractual write-off"), cents.written_off, _written_off_note(open_claim)),
        _paid(primary, cents.primary_paid, 0 if second and second.answer else beyond),
    ]
    if second:
        parts.append(_paid(second, cents.secondary_paid, beyond))
    parts.append(_part("client", _("Client"), cents.client, _client_note(cents, open_claim.billed)))
    if beyond:
        parts.append(_part("off", OVERPAID, beyond, _("Paid above what was left to pay")))
    else:
        parts.append(_part("open", _("Still open"), cents.still_open, _open_note(open_claim, cents)))
    if cents.unexplained > 0:
        parts.append(_part("off", _("Not explained"), cents.unexplained, _("The answer does not add up")))
    if cents.unexplained < 0:
        over = format_cents(-cents.unexplained)
        parts.append(CentPart("off", _("Explained too much"), over, _("The answer adds up to more than the charge")))
    return parts


def cent_equation(open_claim: OpenClaim) -> Equation:
    cents = cents_of(open_claim)
    terms = [
        (cents.written_off, _("write-off")), (cents.primary_paid + cents.secondary_paid, _("paid")),
        (cents.client, _("client")), (cents.still_open, _("open")),
    ]  # fmt: skip
    always = (_("paid"),) if cents.overpaid else (_("paid"), _("open"))
    said = [EquationTerm(format_cents(amount), word) for amount, word in terms if amount or word in always]
    state = _state(cents)
    return Equation(format_cents(cents.charge), said, state == _("Balanced"), state)


def _state(cents: Cents) -> str:
    """What is not explained comes first: until that is mended, nobody knows what was paid too much."""
    if cents.unexplained:
        return (
            _("{unexplained} short", unexplained=format_cents(abs(cents.unexplained)))
            if cents.unexplained > 0
            else _("{unexplained} over", unexplained=format_cents(abs(cents.unexplained)))
        )
    return _("Overpaid by {overpaid}", overpaid=format_cents(cents.overpaid)) if cents.overpaid else _("Balanced")


def explained(open_claim: OpenClaim) -> str:
    """`Aetna has paid its part. Cigna is next.` At the end, what the client owes."""
    primary, second = open_claim.primary, _asked_after(open_claim)
    if primary.answer is None:
        return _(
            "{payer} {where}.",
            payer=primary.payer.name,
            where=_where(primary.claim, _("has it"), _("has not been asked yet")),
        )
    if second and second.answer:
        said = _("{payer} and {next_payer} have answered.", payer=primary.payer.name, next_payer=second.payer.name)
    else:
        paid = _("its part") if primary.answer.paid_cents else _("nothing")
        said = _("{payer} has paid {paid}.", payer=primary.payer.name, paid=paid)
    if second and second.answer is None:
        return _(
            "{said} {payer} {where}.",
            said=said,
            payer=second.payer.name,
            where=_where(second.claim, _("has it now"), _("is next")),
        )
    client = cents_of(open_claim).client
    return (
        _(
            "{said} {first_name} owes {client}.",
            said=said,
            first_name=open_claim.facts.client.first_name,
            client=format_cents(client),
        )
        if client
        else said
    )


def _asked_after(open_claim: OpenClaim) -> PayerFacts | None:
    """The second payer's side, unless its claim was put away before it was answered."""
    second = open_claim.secondary
    return second if second and (second.answer or second.claim.status not in PUT_AWAY) else None


def _where(claim: Claim, there: str, not_yet: str) -> str:
    """A claim that was sent back was sent, and is not there."""
    return _("sent it back") if claim.status == ClaimStatus.REJECTED else there if _was_sent(claim) else not_yet


def _was_sent(claim: Claim) -> bool:
    """By us, or by the primary payer on its own."""
    return claim.filed_at is not None or claim.status == ClaimStatus.CROSSED_OVER


def overpaid_warning(open_claim: OpenClaim) -> tuple[str, str]:
    """`Overpaid by $194.00.` and why; nothing unless more was paid than was left to pay."""
    cents, second = cents_of(open_claim), open_claim.secondary
    if not cents.overpaid or cents.unexplained:
        return "", ""
    if second is None or second.answer is None:
        why = _("{payer} took off less than it paid.", payer=open_claim.primary.payer.name)
    else:
        left = format_cents(max(cents.secondary_paid - cents.overpaid, 0))
        why = _(
            "{payer} paid {secondary_paid}, and {left} was left to pay.",
            payer=second.payer.name,
            secondary_paid=format_cents(cents.secondary_paid),
            left=left,
        )
    return _("Overpaid by {overpaid}.", overpaid=format_cents(cents.overpaid)), _(
        "{why} Review it: the payer may ask for it back.", why=why
    )


def _paid(side: PayerFacts, cents: int, beyond: int) -> CentPart:
    """What a payer paid; of its width, only what was left to pay."""
    kind = "s" if side.claim.is_secondary else "p"
    note, code = _paid_note(side)
    return CentPart(
        kind, _("{payer} paid", payer=side.payer.name), format_cents(cents), note, code, max(cents - beyond, 0)
    )


def _part(kind: str, label: str, cents: int, note: str = "") -> CentPart:
    return CentPart(kind, label, format_cents(cents), note, "", max(cents, 0))


def _written_off_note(open_claim: OpenClaim) -> str:
    answers = [side.answer for side in (open_claim.primary, open_claim.secondary) if side and side.answer]
    said = [r for answer in answers for r in answer.reductions]
    codes = [r.code for r in said if r.group == CONTRACTUAL and r.reason != PRIOR_PAYER]
    by_you = [_("{waived} by you", waived=format_cents(open_claim.waived))] if open_claim.waived else []
    named = ", ".join([*dict.fromkeys(codes), *by_you])
    return _("{named}, nobody owes it", named=named) if named else ""


def _paid_note(side: PayerFacts) -> tuple[str, str]:
    if side.answer is None and side.claim.status in PUT_AWAY:
        return WORDS[ClaimStatus(side.claim.status)], ""
    if side.answer is None:
        return _where(side.claim, _("Filed, no answer yet"), _("Not filed yet")).capitalize(), ""
    return (_("Check"), side.remittance.trace) if side.remittance else (_("Paper EOB"), "")


def _client_note(cents: Cents, billed: int) -> str:
    if not cents.client:
        return _("Nothing asked yet")
    return _("Billed by you") if billed == cents.client else _("After the last payer")


def _open_note(open_claim: OpenClaim, cents: Cents) -> str:
    """Who is asked for it next; nobody, where somebody must look at what the payers left open."""
    if not cents.still_open:
        return ""
    primary, second = open_claim.primary, _asked_after(open_claim)
    side = primary if primary.answer is None else second
    if side is None or side.answer is not None:
        return _("Needs a look")
    there = _was_sent(side.claim) and side.claim.status != ClaimStatus.REJECTED
    return _("Waiting for {payer}", payer=side.payer.name) if there else _("Bill it to {payer}", payer=side.payer.name)
