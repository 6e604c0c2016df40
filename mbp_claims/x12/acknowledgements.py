"""TA1, 999 and 277CA, from bytes to what they say: streaming, and refused with the reason like an 835."""

from collections.abc import Iterator

from mbp_claims.domain.acknowledgement import Acknowledgement, InterchangeAck
from mbp_claims.words import _
from mbp_claims.x12.ack_277 import BatchReading
from mbp_claims.x12.ack_999 import GroupReading
from mbp_claims.x12.ack_kind import GUIDES, check_group, check_transaction
from mbp_claims.x12.envelope import ENVELOPE, Envelope
from mbp_claims.x12.error import shown
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.segment import Segment
from mbp_claims.x12.segments import read_segments
from mbp_claims.x12.tape import Source, Tape

EXPECTED = "an acknowledgement (TA1, 999 or 277CA)"
RESULTS = ("A", "E", "R")


def read_acknowledgements(data: bytes, name: str = "This file") -> tuple[Acknowledgement, ...]:
    """The whole file, or X12Error: nothing of a file that is refused is to be used."""
    return tuple(walk_acknowledgements(data, Intake(name, EXPECTED)))


def walk_acknowledgements(source: Source, intake: Intake) -> Iterator[Acknowledgement]:
    """One at a time: each TA1, and each transaction once its SE has come."""
    return _Walk(intake).over(source)


class _Walk:
    """What is open while a file is read."""

    def __init__(self, intake: Intake):
        self._intake = intake
        self._envelope = Envelope(intake)
        self._kind = ""
        self._reading: GroupReading | BatchReading | None = None
        self._held = 0

    def over(self, source: Source) -> Iterator[Acknowledgement]:
        for segment in read_segments(Tape(source, self._intake.largest), self._intake):
            if segment.id in ENVELOPE or self._reading is None:
                yield from self._take_envelope(segment)
            else:
                self._reading.take(segment)

    def _take_envelope(self, segment: Segment) -> Iterator[Acknowledgement]:
        self._envelope.take(segment)
        match segment.id:
            case "ISA":
                self._held = 0
            case "TA1":
                self._held += 1
                yield _interchange_ack(segment)
            case "GS":
                self._kind = check_group(segment, self._intake)
            case "ST":
                check_transaction(segment, self._kind, self._intake)
                self._reading = GroupReading() if self._kind == GUIDES["999"] else BatchReading()
            case "SE" if self._reading is not None:
                self._held += 1
                yield self._reading.close(segment)
                self._reading = None
            case "IEA" if not self._held:
                raise segment.fault(None, _("the interchange holds no acknowledgement"))


def _interchange_ack(ta1: Segment) -> InterchangeAck:
    result = ta1.required(4)
    if result not in RESULTS:
        raise ta1.fault(4, _("{found} is none of A, E and R", found=shown(result)))
    return InterchangeAck(ta1.required(1), result, ta1.text(5))
