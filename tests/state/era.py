"""What Aetna answers to a claim, as an 835."""

from dataclasses import dataclass, field
from datetime import date

from remit_text import remit_text

from mbp_claims.domain.remit import Payment, RemitFile
from mbp_claims.domain.remit_claim import Party, RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine
from mbp_claims.domain.remit_payment import Interchange
from tests.builders import SESSION

Code = tuple[str, str, int] | tuple[str, str, int, str]


@dataclass(frozen=True)
class Line:
    """Cents; codes of group, reason, cents and perhaps quantity. `control` is the number of the line on our claim."""

    charge: int
    paid: int
    codes: tuple[Code, ...] = ()
    control: str = "1"


@dataclass(frozen=True)
class Answer:
    """To one claim. Without lines the payer answers the claim as a whole, with `charge` and `paid`."""

    number: str
    lines: tuple[Line, ...] = ()
    codes: tuple[Code, ...] = ()
    status: str = "1"
    charge: int = 0
    paid: int = 0
    remarks: tuple[str, ...] = field(default=())
    member_id: str = ""
    """The one that the payer says is right."""

    def remit(self) -> RemitClaim:
        charge = sum(line.charge for line in self.lines) or self.charge
        at_claim = sum(code[2] for code in self.codes)
        paid = sum(line.paid for line in self.lines) - at_claim if self.lines else self.paid
        return RemitClaim(
            claim_number=self.number, status=self.status, charge_cents=charge, paid_cents=paid, filing_code="12",
            payer_control_number="EX26316004417", frequency="1", adjustments=_codes(self.codes),
            statement_from=SESSION, lines=tuple(map(_line, self.lines)),
            corrected_insured=Party("ELLIS", "ROWAN", "", "C", self.member_id) if self.member_id else None,
        )  # fmt: skip


COINSURED = (Line(16000, 9280, (("CO", "45", 4400), ("PR", "2", 2320))),)


def era(*answers: Answer, trace: str = "88120457", paid_on: date = date(2026, 11, 12)) -> bytes:
    claims = tuple(answer.remit() for answer in answers)
    payment = Payment(
        interchange=Interchange("60054", "QUIETCOVE", "000000001", False), control_number="0001",
        total_cents=sum(claim.paid_cents for claim in claims), method="ACH", paid_on=paid_on, trace_number=trace,
        trace_originator="1512345678", payer_name="AETNA", payer_identifier="60054", payee_name="QUIET COVE",
        payee_npi="1234567893", payee_tax_id="987654321", produced_on=paid_on, claims=claims,
    )  # fmt: skip
    return remit_text(RemitFile((payment,))).encode()


def _line(line: Line) -> RemitLine:
    return RemitLine(
        Procedure("90837"), line.charge, line.paid, service_from=SESSION, service_to=SESSION,
        adjustments=_codes(line.codes), references=(Reference("6R", line.control),),
    )  # fmt: skip


def _codes(codes: tuple[Code, ...]) -> tuple[RemitAdjustment, ...]:
    return tuple(RemitAdjustment(*code) for code in codes)
