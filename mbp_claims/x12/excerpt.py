"""The segments of one claim of an 835, as they came: what is shown when somebody asks what the file says."""

from collections.abc import Iterator

from mbp_claims.x12.intake import AS_IT_COMES
from mbp_claims.x12.isa import read_isa
from mbp_claims.x12.opening import pass_opening, pass_padding
from mbp_claims.x12.segments import PADDING
from mbp_claims.x12.tape import Tape

MOST = 60
Numbered = tuple[int, str]
"""Counted from ST = 1, and the segment with its terminator."""


def claim_segments(content: bytes, trace: str, position: int) -> list[Numbered]:
    """Of the payment with that trace number the claim at that position, counted from 1; its first sixty segments.

    Reads what the strict reader refuses, too: a claim that could not be read is what people want to look at.
    """
    claims = 0
    here = False
    found: list[Numbered] = []
    for number, text, element in _raw(content):
        parts = text.split(element)
        if parts[0] == "ST":
            claims, here = 0, False
        elif parts[0] == "TRN" and not claims:
            here = len(parts) > 2 and parts[2].strip() == trace
        elif parts[0] == "CLP":
            claims += 1
        if here and claims == position and parts[0] not in ("PLB", "SE", "LX"):
            found.append((number, text))
        elif found:
            break
    return found[:MOST]


def _raw(content: bytes) -> Iterator[tuple[int, str, str]]:
    """Number, text and element separator of each segment of each interchange."""
    tape = Tape(content)
    pass_opening(tape, AS_IT_COMES)
    while tape.peek(3) == b"ISA":
        element, _, _, terminator = read_isa(tape).delimiters
        number = 0
        while (piece := tape.until(terminator.encode())) is not None:
            text = piece.decode("latin-1").strip("\r\n ")
            name = text.split(element)[0]
            number = 1 if name == "ST" else number + 1
            yield number, f"{text}{terminator.strip()}", element
            if name == "IEA":
                break
        pass_padding(tape, PADDING)
