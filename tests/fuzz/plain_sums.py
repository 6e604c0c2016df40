"""The equations of a claim by a second way, from the bytes, which shares nothing with the reader."""

from collections.abc import Iterator
from decimal import Decimal

Place = tuple[int, int]
"""Which transaction of the file, and which segment of it."""
Claim = list[list[str]]
"""Its segments, as lists of elements."""


def adds_up(claim: Claim) -> bool:
    """Rules 20 and 21, for a claim whose amounts are amounts."""
    lines: list[list[Decimal]] = []
    charge, paid, adjusted = Decimal(claim[0][3]), Decimal(claim[0][4]), Decimal(0)
    for segment in claim[1:]:
        if segment[0] == "SVC":
            lines.append([Decimal(segment[2]), Decimal(segment[3]), Decimal(0)])
        elif segment[0] == "CAS":
            amounts = sum((Decimal(text) for text in segment[3::3] if text), Decimal(0))
            adjusted += amounts
            if lines:
                lines[-1][2] += amounts
    return charge - adjusted == paid and all(one - less == got for one, got, less in lines)


def claims_of(data: bytes) -> dict[Place, Claim]:
    """Of a file whose envelope is right."""
    return dict(_claims(data))


def _claims(data: bytes) -> Iterator[tuple[Place, Claim]]:
    transaction = number = 0
    claim: tuple[Place, Claim] | None = None
    for segment in _segments(data):
        name = segment[0]
        transaction += name == "ST"
        number = 1 if name == "ST" else number + 1
        if claim and name in ("CLP", "LX", "PLB", "SE"):
            yield claim
            claim = None
        if name == "CLP":
            claim = (transaction, number), []
        if claim:
            claim[1].append(segment)


def _segments(data: bytes) -> Iterator[list[str]]:
    text = data.decode("latin-1")
    while (start := text.find("ISA")) >= 0:
        isa = text[start : start + 106]
        element, terminator = isa[3], isa[105]
        text = text[start + 106 :]
        while text:
            segment, _, text = text.partition(terminator)
            elements = [one.strip(" ") for one in segment.strip(" \t\r\n\x00\x1a").split(element)]
            if elements[0]:
                yield elements
            if elements[0] == "IEA":
                break
