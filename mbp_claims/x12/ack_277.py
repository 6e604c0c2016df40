"""One transaction of a 277CA: its levels (HL) in their order, each with the segments that may stand there."""

from mbp_claims.domain.acknowledgement import BatchAck, ClaimAck
from mbp_claims.words import _
from mbp_claims.x12.ack_277_level import CLAIM, PROVIDER, RECEIVER, SOURCE, Level, batch_said, claim_said
from mbp_claims.x12.error import shown
from mbp_claims.x12.segment import Segment

LEVELS = {SOURCE: _("the sender"), RECEIVER: _("the batch"), PROVIDER: _("the provider"), CLAIM: _("a claim")}
_MAY_HOLD = {
    "": {"BHT"},
    SOURCE: {"NM1", "TRN", "DTP"},
    RECEIVER: {"NM1", "TRN", "STC", "QTY", "AMT"},
    PROVIDER: {"NM1", "TRN", "STC", "REF", "QTY", "AMT"},
    CLAIM: {"NM1", "TRN", "STC", "REF", "DTP", "SVC"},
}
_PARENT = {SOURCE: "", RECEIVER: SOURCE, PROVIDER: RECEIVER, CLAIM: PROVIDER}
_MOST_SEGMENTS = 20_000


class BatchReading:
    """Takes the segments between ST and SE; X12Error on the first that has no place there."""

    def __init__(self) -> None:
        self._level = Level("")
        self._head: dict[str, Level] = {"": self._level}
        self._claims: list[ClaimAck] = []

    def take(self, segment: Segment) -> None:
        if segment.id == "HL":
            self._enter(segment)
            return
        if segment.id not in _MAY_HOLD[self._level.code]:
            if self._level.code:
                raise segment.fault(
                    None, _("it does not belong in the level of {level}", level=LEVELS[self._level.code])
                )
            raise segment.fault(None, _("it does not belong before the first HL"))
        self._level.segments.append(segment)
        if len(self._level.segments) > _MOST_SEGMENTS:
            raise segment.fault(None, _("more than {most:,} segments in one level are too many", most=_MOST_SEGMENTS))

    def close(self, se: Segment) -> BatchAck:
        """The whole, now that the SE has come."""
        self._leave()
        for code in (SOURCE, RECEIVER):
            if code not in self._head:
                raise se.fault(
                    None, _("the HL of {level} ({code}) is missing before it", level=LEVELS[code], code=code)
                )
        return batch_said(self._head, tuple(self._claims), se)

    def _enter(self, hl: Segment) -> None:
        code = hl.text(3)
        if code not in LEVELS:
            raise hl.fault(3, _("{found} is no level of a 277CA", found=shown(code)))
        self._leave()
        if _PARENT[code] not in self._head:
            raise hl.fault(
                3, _("the HL of {level} ({code}) is missing before it", level=LEVELS[_PARENT[code]], code=_PARENT[code])
            )
        self._level = Level(code, [hl])
        if code != CLAIM:
            self._head[code] = self._level

    def _leave(self) -> None:
        if self._level.code == CLAIM:
            self._claims.append(claim_said(self._level))
