"""An 837P that we sent, read back: which claims stand in which transaction, and which segment a 999 means."""

from dataclasses import dataclass, field

from mbp_claims.domain.ack_faults import MeantSegment
from mbp_claims.x12.segment import Segment
from mbp_claims.x12.segments import read_segments
from mbp_claims.x12.tape import Tape


@dataclass
class SentTransaction:
    """One ST to SE. `claims` are the numbers (CLM01) with the position of their CLM, counted from ST = 1."""

    control_number: str
    batch: str = ""
    claims: dict[str, int] = field(default_factory=dict)
    segments: list[MeantSegment] = field(default_factory=list)

    def at(self, position: int) -> MeantSegment | None:
        return self.segments[position - 1] if 0 < position <= len(self.segments) else None

    def claim_at(self, position: int) -> str:
        """The claim that a segment belongs to: its subscriber and patient stand before the CLM."""
        levels = [n for n, one in enumerate(self.segments, 1) if n <= position and one.elements[0] == "HL"]
        subscriber = max(levels, default=0)
        begun = {number: at for number, at in self.claims.items() if at >= subscriber}
        before = [number for number, at in begun.items() if at <= position]
        return before[-1] if before else next(iter(begun), "")


def sent_transactions(content: bytes) -> dict[str, SentTransaction]:
    """By ST02. X12Error where the kept file is none."""
    found: dict[str, SentTransaction] = {}
    current: SentTransaction | None = None
    entity = ""
    for segment in read_segments(Tape(content)):
        if segment.id == "ST":
            current, entity = SentTransaction(segment.text(2)), ""
            found[current.control_number] = current
        if current is None:
            continue
        entity = _entity(segment, entity)
        current.segments.append(MeantSegment(tuple(segment.elements), entity))
        if segment.id == "BHT":
            current.batch = segment.text(3)
        elif segment.id == "CLM":
            current.claims[segment.text(1)] = len(current.segments)
        elif segment.id == "SE":
            current = None
    return found


def _entity(segment: Segment, before: str) -> str:
    """Whose loop a segment stands in."""
    if segment.id == "NM1":
        return segment.text(1)
    return "" if segment.id in ("HL", "CLM", "SBR", "LX", "SVD") else before
