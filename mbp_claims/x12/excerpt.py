"""The segments of one claim of an 835, as they came: what is shown when somebody asks what the file says."""

from mbp_claims.x12.segment import Segment
from mbp_claims.x12.segments import read_segments
from mbp_claims.x12.tape import Tape

MOST = 60
NOT_OF_A_CLAIM = ("LX", "PLB", "SE")
Numbered = tuple[int, str]
"""Counted from ST = 1, and the segment with its terminator."""


def claim_segments(content: bytes, trace: str, position: int, most: int = MOST) -> list[Numbered]:
    """Of the payment with that trace number the claim at that position, counted from 1; its first segments.

    Of a file that was kept: a claim in it that could not be read is what people want to look at.
    """
    claims, here = 0, False
    found: list[Numbered] = []
    for segment in read_segments(Tape(content)):
        if segment.id == "ST":
            claims, here = 0, False
        elif segment.id == "TRN" and not claims:
            here = segment.text(2) == trace
        elif segment.id == "CLP":
            claims += 1
        if here and claims == position and segment.id not in NOT_OF_A_CLAIM:
            found.append((segment.number, _as_it_came(segment)))
        elif found:
            break
    return found[:most]


def _as_it_came(segment: Segment) -> str:
    page = segment.page
    return f"{page.pieces[segment.index].strip()}{page.delimiters.terminator.strip()}"
