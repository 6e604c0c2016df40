"""An 835, from bytes to payments: streaming, and refused with the reason as soon as anything is not what it should be.

The equations (rules 20 to 24) do not refuse a file: ask `payment.imbalances()`.
"""

from collections.abc import Iterator
from dataclasses import replace

from mbp_claims.domain.remit import Interchange, Payment, RemitFile
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.x12.envelope import ENVELOPE, Envelope
from mbp_claims.x12.era_transaction import Transaction
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import AS_IT_COMES, Intake
from mbp_claims.x12.kind import check_group, check_transaction, only_acknowledged
from mbp_claims.x12.segment import Segment
from mbp_claims.x12.segments import read_segments
from mbp_claims.x12.tape import Source


def read_835(data: bytes, name: str = "This file") -> RemitFile:
    """The whole file, or X12Error: nothing of a file that is refused is to be used."""
    return RemitFile(tuple(read_payments(data, Intake(name))))


def read_payments(source: Source, intake: Intake = AS_IT_COMES) -> Iterator[Payment]:
    """One payment at a time with its claims. The file is good only when there is no X12Error after the last either."""
    claims: list[RemitClaim] = []
    for read in walk_835(source, intake):
        if isinstance(read, RemitClaim):
            claims.append(read)
        else:
            yield replace(read, claims=tuple(claims))
            claims = []


def walk_835(source: Source, intake: Intake = AS_IT_COMES) -> Iterator[RemitClaim | Payment]:
    """For long files: each claim as soon as it is read, then its payment, without claims, once its SE has come.

    `payment.imbalance(sum of what its claims were paid)` is then the payment's own equation.
    """
    last_good_claim = None
    try:
        for read in _Walk(intake).over(source):
            if isinstance(read, RemitClaim):
                last_good_claim = read.claim_number
            yield read
    except X12Error as error:
        raise error.after(last_good_claim) from None


class _Walk:
    """What is open while a file is read: interchange, group, transaction."""

    def __init__(self, intake: Intake):
        self._intake = intake
        self._envelope = Envelope(intake)
        self._outer: list[Segment] = []
        self._transaction: Transaction | None = None
        self._payments = 0

    def over(self, source: Source) -> Iterator[RemitClaim | Payment]:
        try:
            for segment in read_segments(source, self._intake):
                if segment.id in ENVELOPE or self._transaction is None:
                    yield from self._take_envelope(segment)
                elif claim := self._transaction.take(segment):
                    yield claim
        except X12Error as error:
            raise self._in_open_claim(error) from None

    def _take_envelope(self, segment: Segment) -> Iterator[RemitClaim | Payment]:
        if segment.id == "SE" and self._transaction and (claim := self._transaction.complete()):
            yield claim
        self._envelope.take(segment)
        if segment.id == "ST":
            self._open(segment)
        elif segment.id == "SE" and self._transaction:
            yield self._transaction.close()
            self._transaction = None
        elif segment.id == "IEA":
            self._check_not_empty(segment)
        elif segment.id != "GE":
            self._enter(segment)

    def _enter(self, segment: Segment) -> None:
        """ISA, TA1 or GS."""
        if segment.id == "ISA":
            self._outer, self._payments = [], 0
        elif segment.id == "GS":
            check_group(segment, self._intake)
        self._outer = [*(outer for outer in self._outer if outer.id != segment.id), segment]

    def _open(self, st: Segment) -> None:
        check_transaction(st, self._intake)
        self._transaction = Transaction([*self._outer, st], _interchange(self._outer[0]), self._intake)
        self._payments += 1

    def _check_not_empty(self, iea: Segment) -> None:
        if not self._payments and any(outer.id == "TA1" for outer in self._outer):
            raise only_acknowledged(self._intake)
        if not self._payments:
            raise iea.fault(None, "the interchange holds no payment")

    def _in_open_claim(self, error: X12Error) -> X12Error:
        """Names the claim that was being read, unless the envelope is to blame."""
        claim = self._transaction.open_claim if self._transaction else None
        return error.in_claim(claim) if claim and error.place and error.place.segment_id not in ENVELOPE else error


def _interchange(isa: Segment) -> Interchange:
    return Interchange(isa.text(6), isa.text(8), isa.text(13), isa.text(15) == "T")
