"""What must be there in a claim that another payer has answered, and in which order (005010X222A1, 2320 to 2430)."""

from collections.abc import Iterator, Sequence

from mbp_claims.words import _
from mbp_claims.x12.written_claim import WrittenClaim, WrittenLine, WrittenLoop, WrittenSegment

OTHER_PAYER = ("SBR", "CAS", "AMT*D", "AMT*EAF", "OI", "MOA", "NM1*IL", "N3", "N4", "NM1*PR", "DTP*573", "REF*F8")
LINE_ANSWER = ("SVD", "CAS", "DTP*573", "AMT*EAF")
QUALIFIED = ("AMT", "NM1", "DTP", "REF")


def shape_faults(claim: WrittenClaim) -> list[str]:
    return [
        *_stray_faults(claim),
        *(said for other in claim.others for said in _other_payer_faults(other)),
        *_line_number_faults(claim.lines),
        *(said for line in claim.lines for said in _line_faults(line)),
    ]


def _stray_faults(claim: WrittenClaim) -> Iterator[str]:
    """What belongs to another payer, before anybody has been named."""
    if any(segment.element(0) in ("OI", "MOA", "AMT", "CAS") for segment in claim.claim):
        yield _("What the other payer answered stands without its subscription (SBR).")


def _other_payer_faults(other: WrittenLoop) -> Iterator[str]:
    for head, what in (
        (("OI",), "Assignment and release for the other payer (OI)"),
        (("NM1", "IL"), "The name of the other payer’s subscriber (NM1*IL)"),
        (("NM1", "PR"), "The name and the ID of the other payer (NM1*PR)"),
    ):
        if not other.find(*head):
            yield _("{what} is missing.", what=what)
    if not _in_order(other, OTHER_PAYER):
        yield _("The segments of the other payer are not in their order.")


def _line_number_faults(lines: Sequence[WrittenLine]) -> Iterator[str]:
    for place, line in enumerate(lines, 1):
        if line.number != str(place):
            yield _("Service line {place} has the number {number} (LX01).", place=place, number=line.number)


def _line_faults(line: WrittenLine) -> Iterator[str]:
    if line.service.find("CAS"):
        yield _("Line {number} has adjustments without the payment that they belong to (SVD).", number=line.number)
    if not line.service.find("REF", "6R"):
        yield _(
            "Line {number} has no control number (REF*6R), by which the payer’s answer finds it.", number=line.number
        )
    for answer in line.answers:
        if not answer.find("DTP", "573"):
            yield _("The date of the other payer’s answer is missing on line {number}.", number=line.number)
        if not _in_order(answer, LINE_ANSWER):
            yield _(
                "The segments of the other payer’s answer on line {number} are not in their order.", number=line.number
            )


def _in_order(loop: WrittenLoop, order: Sequence[str]) -> bool:
    places = [order.index(head) for head in map(_head, loop) if head in order]
    return places == sorted(places)


def _head(segment: WrittenSegment) -> str:
    name = segment.element(0)
    return f"{name}*{segment.element(1)}" if name in QUALIFIED else name
