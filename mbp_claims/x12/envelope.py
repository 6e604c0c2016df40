"""The envelope: ISA, GS and ST each closed by its own trailer, in order, with the right counts and control numbers."""

from mbp_claims.words import N_, _
from mbp_claims.x12.amounts import count_of
from mbp_claims.x12.error import X12Error, shown
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.segment import Segment

VERSION = "00501"
_OUTER = {"GS": "ISA", "ST": "GS"}
_TRAILERS = {"IEA": "ISA", "GE": "GS", "SE": "ST"}
_CLOSED_BY = {opener: trailer for trailer, opener in _TRAILERS.items()}
ENVELOPE = {*_TRAILERS, *_CLOSED_BY}


class Envelope:
    """What is open at the moment, outermost first, and how many of the next inner kind each has held."""

    def __init__(self, intake: Intake):
        self._intake = intake
        self._open: list[Segment] = []
        self._held: list[int] = []
        self._interchanges: set[tuple[str, str]] = set()
        self._control_numbers: set[str] = set()

    def take(self, segment: Segment) -> None:
        """Opens, closes, or belongs to what is open. X12Error on the first segment that breaks the envelope."""
        if segment.id in _CLOSED_BY:
            self._enter(segment)
        elif segment.id in _TRAILERS:
            self._leave(segment)
        elif self._innermost != "ST" and (segment.id, self._innermost) != ("TA1", "ISA"):
            raise segment.fault(None, _("it stands outside of a transaction (ST to SE)"))

    @property
    def _innermost(self) -> str | None:
        return self._open[-1].id if self._open else None

    def _enter(self, segment: Segment) -> None:
        if self._innermost != _OUTER.get(segment.id):
            raise self._unexpected(segment)
        if segment.id == "ISA":
            self._check_interchange(segment)
        elif segment.id == "GS":
            self._control_numbers = set()
        else:
            self._check_unique(segment)
        if self._held:
            self._held[-1] += 1
        self._open.append(segment)
        self._held.append(0)

    def _leave(self, segment: Segment) -> None:
        if self._innermost != _TRAILERS[segment.id]:
            raise self._unexpected(segment)
        opener, held = self._open.pop(), self._held.pop()
        _check_count(segment, segment.number if segment.id == "SE" else held)
        _check_control_number(segment, opener)

    def _unexpected(self, segment: Segment) -> X12Error:
        needed = _TRAILERS.get(segment.id) or _OUTER.get(segment.id)
        if needed and needed not in (one.id for one in self._open):
            return segment.fault(None, _("no {needed} is open before it", needed=needed))
        inner = self._open[-1]
        cut = _(
            "the {trailer} for the {opener} on line {line} is missing before it: the file was cut, or two were mixed",
            trailer=_CLOSED_BY[inner.id],
            opener=inner.id,
            line=inner.line,
        )
        return segment.fault(None, cut)

    def _check_interchange(self, isa: Segment) -> None:
        if isa.text(12) != VERSION:
            raise isa.fault(12, _("{found} is not the version {version}", found=shown(isa.text(12)), version=VERSION))
        if count_of(isa.text(13)) is None or len(isa.text(13)) != 9:
            raise isa.fault(13, _("{found} is not a control number of nine digits", found=shown(isa.text(13))))
        if (sent := (isa.text(6), isa.text(13))) in self._interchanges:
            isa.note(_("the same sender’s interchange of this number came before in this file"), 13)
        self._interchanges.add(sent)
        if isa.text(15) not in ("T", "P"):
            raise isa.fault(15, _("{found} is neither P (production) nor T (test)", found=shown(isa.text(15))))
        if isa.text(15) == "T" and not self._intake.accept_test:
            raise isa.fault(15, _("“T” marks test data, which is not taken in here, P (production) is expected"))

    def _check_unique(self, st: Segment) -> None:
        number = st.required(2)
        if number in self._control_numbers:
            raise st.fault(2, _("the control number {number} comes twice in one group", number=_numbered(number)))
        self._control_numbers.add(number)


_COUNTED = {
    "SE": N_("{found} segments are announced, {counted} were found"),
    "GE": N_("{found} transactions are announced, {counted} were found"),
    "IEA": N_("{found} groups are announced, {counted} were found"),
}
_CONTROL_NUMBER = {"ISA": 13, "GS": 6, "ST": 2}


def _check_count(trailer: Segment, counted: int) -> None:
    if count_of(trailer.text(1)) != counted:
        raise trailer.fault(1, _(_COUNTED[trailer.id], found=shown(trailer.text(1)), counted=counted))


def _check_control_number(trailer: Segment, opener: Segment) -> None:
    position = _CONTROL_NUMBER[opener.id]
    expected, found = opener.text(position), trailer.text(2)
    if opener.id == "GS":
        expected, found = expected.lstrip("0"), found.lstrip("0")
    if not found or found != expected:
        of = f"{opener.id}{position:02}, {_numbered(opener.text(position))}"
        raise trailer.fault(
            2, _("{number} is not the control number of {of}", number=_numbered(trailer.text(2)), of=of)
        )


def _numbered(control_number: str) -> str:
    """Such a number is nobody's."""
    return f"“{control_number}”" if count_of(control_number) is not None else shown(control_number)
