"""The four equations of a claim that another payer has answered (005010X222A1, 1.4.1; RFI 1294, 1865), in cents."""

from collections.abc import Iterator

from mbp_claims.domain.balance import Balance
from mbp_claims.domain.money import format_cents
from mbp_claims.words import _
from mbp_claims.x12.written_claim import WrittenClaim, WrittenLoop, WrittenSegment

Amount = tuple[WrittenSegment, int]


def balance_faults(claim: WrittenClaim) -> list[str]:
    """First whether all amounts can be read and may stand; the sums only of amounts that can."""
    unreadable = [said for segment, number in _amounts(claim) for said in _amount_faults(segment, number)]
    if unreadable:
        return unreadable
    return [
        *_charge_faults(claim),
        *_line_faults(claim),
        *(said for other in claim.others for said in _claim_faults(claim, other)),
    ]


def _amounts(claim: WrittenClaim) -> Iterator[Amount]:
    """Each segment that carries money, with the element that holds it."""
    answers = [answer for line in claim.lines for answer in line.answers]
    yield claim.claim.find("CLM"), 2
    yield from ((line.service.find("SV1"), 2) for line in claim.lines)
    yield from ((answer.find("SVD"), 2) for answer in answers)
    for loop in (*claim.others, *answers):
        yield from ((amount, 2) for amount in loop.all("AMT"))
        yield from ((cas, i + 1) for cas in loop.all("CAS") for i in cas.reasons)


def _amount_faults(segment: WrittenSegment, number: int) -> Iterator[str]:
    name = f"{segment.element(0) or 'A segment'}{number:02d}"
    if segment and not segment.element(number):
        yield _("{name} is missing: an amount must stand there.", name=name)
        return
    try:
        cents = segment.cents(number)
    except ValueError:
        yield _("{name}: “{found}” is not an amount.", name=name, found=segment.element(number))
        return
    if segment.starts("CAS") and cents == 0:
        yield _("{name}: an adjustment of zero may not be sent.", name=name)
    if cents < 0 and (segment.starts("SVD") or segment.starts("AMT", "D")):
        yield _(
            "{name}: a payer cannot have paid {amount}; send its corrected answer.",
            name=name,
            amount=format_cents(cents),
        )


def _charge_faults(claim: WrittenClaim) -> Iterator[str]:
    """CLM02 is the sum of SV102."""
    charge = claim.claim.find("CLM").cents(2)
    lines = sum(line.service.find("SV1").cents(2) for line in claim.lines)
    if charge != lines:
        yield _(
            "The claim’s charge of {charge} is not the {lines} of its lines.",
            charge=format_cents(charge),
            lines=format_cents(lines),
        )


def _line_faults(claim: WrittenClaim) -> Iterator[str]:
    """SV102 = SVD02 + CAS of 2430, for each payer that answered the line."""
    for line in claim.lines:
        charge = line.service.find("SV1").cents(2)
        for payer in dict.fromkeys(answer.find("SVD").element(1) for answer in line.answers):
            answers = [answer for answer in line.answers if answer.find("SVD").element(1) == payer]
            balance = Balance(charge, _paid(answers), _adjusted(answers))
            if not balance.balanced:
                yield balance.refusal(_("Line {number}", number=line.number))


def _claim_faults(claim: WrittenClaim, other: WrittenLoop) -> Iterator[str]:
    """CLM02 = AMT*D + CAS of 2320 + CAS of 2430; with lines also AMT*D = SVD02 - CAS of 2320."""
    if not other.find("AMT", "D"):
        return
    payer = other.find("NM1", "PR").element(9)
    answers = [a for line in claim.lines for a in line.answers if a.find("SVD").element(1) == payer]
    paid = other.find("AMT", "D").cents(2)
    balance = Balance(claim.claim.find("CLM").cents(2), paid, other.adjusted_cents + _adjusted(answers))
    if not balance.balanced:
        yield balance.refusal(_("The claim"))
    by_lines = _paid(answers) - other.adjusted_cents
    if answers and paid != by_lines:
        yield (
            _(
                "The payer paid {paid}, but its lines less its claim-level adjustments come to {by_lines}.",
                paid=format_cents(paid),
                by_lines=format_cents(by_lines),
            )
        )


def _paid(answers: list[WrittenLoop]) -> int:
    return sum(answer.find("SVD").cents(2) for answer in answers)


def _adjusted(answers: list[WrittenLoop]) -> int:
    return sum(answer.adjusted_cents for answer in answers)
