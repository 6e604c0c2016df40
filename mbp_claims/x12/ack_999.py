"""One transaction of a 999: a group of ours, its transactions, and what is wrong with their segments."""

from dataclasses import dataclass, field

from mbp_claims.domain.acknowledgement import ElementFault, GroupAck, SegmentFault, TransactionAck
from mbp_claims.words import _
from mbp_claims.x12.amounts import count_of
from mbp_claims.x12.error import shown
from mbp_claims.x12.segment import Segment

_FOLLOWS = {
    "ST": {"AK1"},
    "AK1": {"AK2", "AK9"},
    "AK2": {"IK3", "IK5"},
    "IK3": {"CTX", "IK4", "IK3", "IK5"},
    "CTX": {"CTX", "IK4", "IK3", "IK5"},
    "IK4": {"CTX", "IK4", "IK3", "IK5"},
    "IK5": {"AK2", "AK9"},
    "AK9": set[str](),
}
_KNOWN = set(_FOLLOWS)
RESULTS = {"IK5": "AEMRWX", "AK9": "AEMPRWX"}
_MOST_FAULTS = 5_000


@dataclass
class _Fault:
    """A segment that is blamed, while its elements are read."""

    ik3: Segment
    elements: list[ElementFault] = field(default_factory=list)
    claim_number: str = ""

    def read(self) -> SegmentFault:
        ik3 = self.ik3
        return SegmentFault(
            ik3.required(1), _count(ik3, 2), ik3.text(3), ik3.text(4), tuple(self.elements), self.claim_number
        )  # fmt: skip


class GroupReading:
    """Takes the segments between ST and SE; X12Error on the first that has no place there."""

    def __init__(self) -> None:
        self._last = "ST"
        self._ak1: Segment | None = None
        self._ak2: Segment | None = None
        self._ak9: Segment | None = None
        self._faults: list[_Fault] = []
        self._transactions: list[TransactionAck] = []

    def take(self, segment: Segment) -> None:
        if segment.id not in _FOLLOWS[self._last]:
            known = f"it does not belong after {self._last}" if segment.id in _KNOWN else "no 999 has such a segment"
            raise segment.fault(None, known)
        self._last = segment.id
        match segment.id:
            case "AK1":
                self._ak1 = segment
            case "AK2":
                self._ak2, self._faults = segment, []
            case "IK3":
                self._blame(segment)
            case "IK4":
                self._faults[-1].elements.append(_element(segment))
            case "CTX":
                self._tell_claim(segment)
            case "IK5":
                self._close_transaction(segment)
            case "AK9":
                self._ak9 = segment

    def close(self, se: Segment) -> GroupAck:
        """The whole, now that the SE has come."""
        if self._ak1 is None or self._ak9 is None:
            raise se.fault(None, _("the {segment} is missing before it", segment="AK9" if self._ak1 else "AK1"))
        ak9 = self._ak9
        return GroupAck(
            self._ak1.required(2), _result(ak9), _codes(ak9, 5), _count(ak9, 2), _count(ak9, 3), _count(ak9, 4),
            tuple(self._transactions),
        )  # fmt: skip

    def _blame(self, ik3: Segment) -> None:
        if len(self._faults) >= _MOST_FAULTS:
            raise ik3.fault(None, _("more than {most:,} faults in one transaction are too many", most=_MOST_FAULTS))
        self._faults.append(_Fault(ik3))

    def _tell_claim(self, ctx: Segment) -> None:
        """`CLM01:C-1042`; other contexts say what asked for the segment, and are not needed."""
        what, *rest = ctx.parts(1)
        if what == "CLM01" and rest:
            self._faults[-1].claim_number = rest[0]

    def _close_transaction(self, ik5: Segment) -> None:
        assert self._ak2 is not None
        faults = tuple(fault.read() for fault in self._faults)
        self._transactions.append(TransactionAck(self._ak2.required(2), _result(ik5), _codes(ik5, 2), faults))


def _element(ik4: Segment) -> ElementFault:
    element, component, repetition = (*ik4.parts(1), "", "")[:3]
    position = count_of(element)
    if not position:
        raise ik4.fault(1, _("{found} is no position of an element", found=shown(element)))
    return ElementFault(ik4.required(3), position, count_of(component), count_of(repetition), ik4.text(4))


def _result(segment: Segment) -> str:
    found = segment.required(1)
    if found not in tuple(RESULTS[segment.id]):
        raise segment.fault(
            1, _("{found} is none of {expected}", found=shown(found), expected=", ".join(RESULTS[segment.id]))
        )
    return found


def _codes(segment: Segment, first: int) -> tuple[str, ...]:
    return tuple(code for code in segment.elements[first:] if code)


def _count(segment: Segment, position: int) -> int:
    found = count_of(segment.required(position))
    if found is None:
        raise segment.fault(position, _("{found} is not a count", found=shown(segment.text(position))))
    return found
