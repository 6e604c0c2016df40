"""One transaction of an 835, ST to SE, as it is read: which segment may follow where, and what is complete."""

from collections.abc import Iterator, Sequence

from mbp_claims.domain.remit import UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import Interchange, PaymentEnd, PaymentHead
from mbp_claims.words import _
from mbp_claims.x12.envelope import ENVELOPE
from mbp_claims.x12.era_claim import LONGEST_NUMBER, claim_of
from mbp_claims.x12.era_payment import head_of, provider_adjustments_of
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.loop import notes_of
from mbp_claims.x12.segment import Segment

_NEXT = {"LX", "CLP", "PLB"}
_AFTER = _NEXT | {"SE"}
_MAY_HOLD = {
    "ST": _NEXT | {"BPR", "TRN", "CUR", "REF", "DTM", "N1", "N3", "N4", "PER", "RDM"},
    "LX": _NEXT | {"TS3", "TS2"},
    "CLP": _NEXT | {"CAS", "NM1", "MIA", "MOA", "REF", "DTM", "PER", "AMT", "QTY", "SVC"},
    "SVC": _NEXT | {"SVC", "DTM", "CAS", "REF", "AMT", "QTY", "LQ"},
    "PLB": {"PLB"},
}
"""Where an adjustment or a reference belongs follows from what was opened last, within this transaction."""
_MOST_ELEMENTS = {
    "ST": 3, "BPR": 21, "TRN": 4, "CUR": 21, "REF": 4, "DTM": 6, "N1": 6, "N3": 2, "N4": 7, "PER": 9, "RDM": 7, "LX": 1,
    "TS3": 24, "TS2": 19, "CLP": 14, "CAS": 19, "NM1": 12, "MIA": 24, "MOA": 9, "SVC": 7, "AMT": 3, "QTY": 4, "LQ": 2,
    "PLB": 14,
}  # fmt: skip
_EXPECTED = {loop: {name: _MOST_ELEMENTS[name] for name in names} for loop, names in _MAY_HOLD.items()}
_MOST_SEGMENTS = 20_000

Complete = PaymentHead | RemitClaim | UnreadableClaim


class Transaction:
    """Holds the payment's head, the claim that is being read, and the PLB segments; never all the claims."""

    def __init__(self, envelope: Sequence[Segment], interchange: Interchange, intake: Intake):
        self.trailer: Segment
        """What ended it: its SE, or what should not have come before that."""
        self._envelope = envelope
        self._interchange = interchange
        self._intake = intake
        self._header = [envelope[-1]]
        self._claim: list[list[Segment]] = []
        self._plb: list[Segment] = []
        self._head: PaymentHead | None = None
        self._claims = self._unreadable = self._claims_paid_cents = 0

    def parts(self, segments: Iterator[Segment | RemitClaim]) -> Iterator[Complete]:
        """The payment's head and each claim, as soon as something else begins; takes the `trailer` too."""
        loop, kept, last = "ST", self._header, _MOST_SEGMENTS
        expected = _EXPECTED[loop]
        refused: list[X12Error] = []
        for segment in _until_refused(segments, refused):
            if isinstance(segment, RemitClaim):
                if complete := self._complete():
                    yield complete
                loop, kept, expected = "CLP", [], _EXPECTED["CLP"]
                yield self._counted(segment)
                continue
            name = segment.id
            most = expected.get(name)
            if most is None:
                if name in ENVELOPE:
                    self.trailer = segment
                    break
                raise _misplaced(segment, loop)
            if name in _NEXT:
                if complete := self._complete():
                    yield complete
                last = segment.number + _MOST_SEGMENTS
            if len(segment.elements) > most + 1:
                raise _too_many_elements(segment, most)
            if name in _EXPECTED:
                loop, kept, expected = name, self._opened(name), _EXPECTED[name]
            kept.append(segment)
            if segment.number > last:
                raise segment.fault(
                    None, _("more than {most:,} segments in one claim are too many", most=_MOST_SEGMENTS)
                )
        if refused:
            if refused[0].begins in _AFTER and (complete := self._complete()):
                yield complete
            raise refused[0]
        if self.trailer.id == "SE" and (complete := self._complete()):
            yield complete

    def _opened(self, name: str) -> list[Segment]:
        """Where the segments of a new loop are kept. Sums per LX (TS3, TS2) are not."""
        if name == "PLB":
            return self._plb
        loop: list[Segment] = []
        if name in ("CLP", "SVC"):
            self._claim.append(loop)
        return loop

    def _complete(self) -> Complete | None:
        """What was being read: the payment's head, or a claim."""
        if self._head is None:
            self._head = head_of(self._header, self._interchange)
            return self._head
        loops, self._claim = self._claim, []
        return self._read(loops) if loops else None

    def _read(self, loops: Sequence[Sequence[Segment]]) -> RemitClaim | UnreadableClaim:
        try:
            claim = claim_of(loops)
        except X12Error as error:
            if not self._intake.keep_unreadable:
                raise
            self._unreadable += 1
            return UnreadableClaim(error.claim_number or "", loops[0][0].number, error.sentence)
        return self._counted(claim)

    def _counted(self, claim: RemitClaim) -> RemitClaim:
        self._claims += 1
        self._claims_paid_cents += claim.paid_cents
        return claim

    def close(self) -> PaymentEnd:
        """Once the SE has come."""
        assert self._head
        return PaymentEnd(
            self._head, self._claims, self._unreadable, self._claims_paid_cents,
            provider_adjustments_of(self._plb),
            notes_of([*self._envelope[:-1], *self._header, *self._plb]),
        )  # fmt: skip

    @property
    def open_claim(self) -> str | None:
        """The number of the claim that is being read, as far as it has one."""
        return self._claim[0][0].text(1)[:LONGEST_NUMBER] or None if self._claim else None


def _until_refused(segments: Iterator[Segment | RemitClaim], refused: list[X12Error]) -> Iterator[Segment | RemitClaim]:
    """A segment that cannot be read ends what was before it as much as one that can."""
    try:
        for segment in segments:  # noqa: UP028 (`yield from` would end them all with this transaction)
            yield segment
    except X12Error as error:
        refused.append(error)


def _misplaced(segment: Segment, loop: str) -> X12Error:
    if segment.id not in _MOST_ELEMENTS:
        return segment.fault(None, _("no 835 has such a segment"))
    expected = ", ".join(sorted(_MAY_HOLD[loop]))
    return segment.fault(
        None,
        _("it does not belong after {loop}, where one of {expected} or SE is expected", loop=loop, expected=expected),
    )


def _too_many_elements(segment: Segment, most: int) -> X12Error:
    found = len(segment.elements) - 1
    what = f"it has {found} elements, {most} at most are expected: the terminator of a segment may be missing"
    return segment.fault(None, what)
