"""An 835 part by part, from bytes: streaming, and refused with the reason as soon as anything in it is wrong."""

from collections.abc import Iterator

from mbp_claims.domain.remit import UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import Interchange, PaymentEnd, PaymentHead
from mbp_claims.words import _
from mbp_claims.x12.envelope import ENVELOPE, Envelope
from mbp_claims.x12.era_transaction import Transaction
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import AS_IT_COMES, Intake
from mbp_claims.x12.kind import check_group, check_transaction, only_acknowledged
from mbp_claims.x12.segment import Segment
from mbp_claims.x12.segments import read_claims, read_segments
from mbp_claims.x12.tape import Source, Tape

Part = PaymentHead | RemitClaim | UnreadableClaim | PaymentEnd


class EraReader:
    """Of each payment its head, its claims one by one, and its end; memory does not grow with the file.

        reader = EraReader(file, Intake("remit.835", keep_unreadable=True))
        for part in reader:                # X12Error where the file is refused; stop whenever you like
            match part:
                case PaymentHead(): ...    # payer, trace number, date, total
                case RemitClaim(): ...     # `imbalances()` are its own equations
                case UnreadableClaim(): ...
                case PaymentEnd(): ...     # count and sum of the claims, PLB, `imbalance` of the payment
            show(reader.bytes_read, reader.claims_read)

    A file is good only once the last part has come: nothing of a file that is refused is to be used.
    `careful` reads the usual claims segment by segment too, and comes to the same: slower, for tests.
    """

    def __init__(self, source: Source, intake: Intake = AS_IT_COMES, careful: bool = False):
        self.claims_read = 0
        """Unreadable ones included."""
        self.last_good_claim: str | None = None
        self._intake = intake
        self._careful = careful
        self._tape = Tape(source, intake.largest)
        self._envelope = Envelope(intake)
        self._outer: list[Segment] = []
        self._transaction: Transaction | None = None
        self._payments = 0
        self._parts = self._read()

    def __iter__(self) -> Iterator[Part]:
        return self._parts

    def __next__(self) -> Part:
        return next(self._parts)

    @property
    def bytes_read(self) -> int:
        """How far into the file."""
        return self._tape.taken

    def _read(self) -> Iterator[Part]:
        try:
            segments: Iterator[Segment | RemitClaim] = (read_segments if self._careful else read_claims)(
                self._tape, self._intake
            )
            for segment in segments:
                assert isinstance(segment, Segment)
                self._envelope.take(segment)
                if segment.id == "ST":
                    yield from self._payment(segment, segments)
                elif segment.id == "IEA":
                    self._check_not_empty(segment)
                elif segment.id != "GE":
                    self._enter(segment)
        except X12Error as error:
            raise self._in_open_claim(error).after(self.last_good_claim) from None

    def _payment(self, st: Segment, segments: Iterator[Segment | RemitClaim]) -> Iterator[Part]:
        """From ST to SE."""
        check_transaction(st, self._intake)
        self._payments += 1
        self._transaction = Transaction([*self._outer, st], _interchange(self._outer[0]), self._intake)
        for part in self._transaction.parts(segments):
            if isinstance(part, RemitClaim):
                self.last_good_claim = part.claim_number
                self.claims_read += 1
            elif isinstance(part, UnreadableClaim):
                self.claims_read += 1
            yield part
        self._envelope.take(self._transaction.trailer)
        yield self._transaction.close()
        self._transaction = None

    def _enter(self, segment: Segment) -> None:
        """ISA, TA1 or GS."""
        if segment.id == "ISA":
            self._outer, self._payments = [], 0
        elif segment.id == "GS":
            check_group(segment, self._intake)
        self._outer = [*(outer for outer in self._outer if outer.id != segment.id), segment]

    def _check_not_empty(self, iea: Segment) -> None:
        if not self._payments and any(outer.id == "TA1" for outer in self._outer):
            raise only_acknowledged(self._intake)
        if not self._payments:
            raise iea.fault(None, _("the interchange holds no payment"))

    def _in_open_claim(self, error: X12Error) -> X12Error:
        """Names the claim that was being read, unless the envelope is to blame."""
        claim = self._transaction.open_claim if self._transaction else None
        return error.in_claim(claim) if claim and error.place and error.place.segment_id not in ENVELOPE else error


def _interchange(isa: Segment) -> Interchange:
    return Interchange(isa.text(6), isa.text(8), isa.text(13), isa.text(15) == "T")
