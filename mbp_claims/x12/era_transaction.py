"""One transaction of an 835, ST to SE, as it is read: which segment may follow where, and what is complete."""

from collections.abc import Sequence

from mbp_claims.domain.remit import UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import Interchange, PaymentEnd, PaymentHead
from mbp_claims.x12.era_claim import LONGEST_NUMBER, claim_of
from mbp_claims.x12.era_payment import head_of, provider_adjustments_of
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.loop import notes_of
from mbp_claims.x12.segment import Segment

_NEXT = {"LX", "CLP", "PLB"}
_MAY_HOLD = {
    "ST": _NEXT | {"BPR", "TRN", "CUR", "REF", "DTM", "N1", "N3", "N4", "PER", "RDM"},
    "LX": _NEXT | {"TS3", "TS2"},
    "CLP": _NEXT | {"CAS", "NM1", "MIA", "MOA", "REF", "DTM", "PER", "AMT", "QTY", "SVC"},
    "SVC": _NEXT | {"SVC", "DTM", "CAS", "REF", "AMT", "QTY", "LQ"},
    "PLB": {"PLB"},
}
"""Where an adjustment or a reference belongs follows from what was opened last, within this transaction."""
_KNOWN = set().union(*_MAY_HOLD.values())
_MOST_ELEMENTS = {
    "ST": 3, "BPR": 21, "TRN": 4, "CUR": 21, "REF": 4, "DTM": 6, "N1": 6, "N3": 2, "N4": 7, "PER": 9, "RDM": 7, "LX": 1,
    "TS3": 24, "TS2": 19, "CLP": 14, "CAS": 19, "NM1": 12, "MIA": 24, "MOA": 9, "SVC": 7, "AMT": 3, "QTY": 4, "LQ": 2,
    "PLB": 14,
}  # fmt: skip
_MOST_SEGMENTS = 20_000

Complete = PaymentHead | RemitClaim | UnreadableClaim


class Transaction:
    """Holds the payment's head, the claim that is being read, and the PLB segments; never all the claims."""

    def __init__(self, envelope: Sequence[Segment], interchange: Interchange, intake: Intake):
        self._envelope = envelope
        self._interchange = interchange
        self._intake = intake
        self._loop = "ST"
        self._header = [envelope[-1]]
        self._claim: list[Segment] = []
        self._plb: list[Segment] = []
        self._head: PaymentHead | None = None
        self._claims = self._unreadable = self._claims_paid_cents = 0

    def take(self, segment: Segment) -> Complete | None:
        """What this segment completes, if it does: it begins something else."""
        self._check(segment)
        complete = self.complete() if segment.id in _NEXT else None
        if segment.id in _MAY_HOLD:
            self._loop = segment.id
        self._keep(segment)
        return complete

    def complete(self) -> Complete | None:
        """What was being read: the payment's head, or a claim."""
        if self._head is None:
            self._head = head_of(self._header, self._interchange)
            return self._head
        segments, self._claim = self._claim, []
        return self._read(segments) if segments else None

    def _read(self, segments: Sequence[Segment]) -> RemitClaim | UnreadableClaim:
        try:
            claim = claim_of(segments)
        except X12Error as error:
            if not self._intake.keep_unreadable or error.claim_number is None:
                raise
            self._unreadable += 1
            return UnreadableClaim(error.claim_number, segments[0].number, error.sentence)
        self._claims += 1
        self._claims_paid_cents += claim.paid_cents
        return claim

    def close(self) -> PaymentEnd:
        """After `complete`, once the SE has come."""
        assert self._head
        return PaymentEnd(
            self._head, self._claims, self._unreadable, self._claims_paid_cents,
            provider_adjustments_of(self._plb),
            notes_of([*self._envelope[:-1], *self._header, *self._plb]),
        )  # fmt: skip

    @property
    def open_claim(self) -> str | None:
        """The number of the claim that is being read, as far as it has one."""
        return self._claim[0].text(1)[:LONGEST_NUMBER] or None if self._claim else None

    def _check(self, segment: Segment) -> None:
        if segment.id not in _MAY_HOLD[self._loop]:
            known = f"it does not belong after {self._loop}" if segment.id in _KNOWN else "no 835 has such a segment"
            raise segment.fault(None, known)
        elements, most = len(segment.elements) - 1, _MOST_ELEMENTS[segment.id]
        if elements > most:
            what = (
                f"it has {elements} elements, {most} at most are expected: the terminator of a segment may be missing"
            )
            raise segment.fault(None, what)

    def _keep(self, segment: Segment) -> None:
        if self._loop == "LX":
            return
        kept = self._header if self._loop == "ST" else self._plb if self._loop == "PLB" else self._claim
        kept.append(segment)
        if len(kept) > _MOST_SEGMENTS:
            raise segment.fault(None, f"more than {_MOST_SEGMENTS:,} segments in one claim are too many")
