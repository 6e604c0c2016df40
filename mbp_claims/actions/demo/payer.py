"""What a payer says of a claim in the database, line by line, as the parts of an 835."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from mbp_claims.clock import local
from mbp_claims.db import claims, clients, clinicians, plans
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remit_claim import Party, RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine
from mbp_claims.domain.remit_payment import Interchange
from mbp_claims.x12.remit_835 import ORIGINATOR, write_835

COVERED = "B6"
MEDICARE_PART_B, PREFERRED = "MB", "12"
Code = tuple[str, str, int]
"""Group, reason, cents."""


@dataclass(frozen=True)
class Word:
    """Of one claim: for each line, in the claim's order, why not all of it was paid (cents); CLP02, and the payer's own
    number of the claim. What the reasons leave of a charge was paid."""

    lines: tuple[tuple[Code, ...], ...]
    status: str
    control: str


def remittance(
    db: Session, clinician: Clinician, payer: tuple[str, str], trace: str, answers: list[RemitClaim], at: datetime
) -> bytes:
    """The 835 of one payment for these claims, made at that moment; it adds up. `payer` is a name and an identifier."""
    practice = clinicians.practice_of(db, clinician)
    paid_on = local(at).date()
    payment = Payment(
        interchange=Interchange(practice.receiver_id, practice.submitter_id, f"{int(trace):09d}", True),
        control_number="0001", total_cents=sum(claim.paid_cents for claim in answers), method="ACH", paid_on=paid_on,
        trace_number=trace, trace_originator=ORIGINATOR, payer_name=payer[0], payer_identifier=payer[1],
        payee_name=practice.name, payee_npi=practice.npi, payee_tax_id=practice.tax_id, produced_on=paid_on,
        claims=tuple(answers),
    )  # fmt: skip
    return write_835(payment, local(at)).encode()


def answered(db: Session, clinician: Clinician, claim: Claim, word: Word) -> RemitClaim:
    """A secondary claim is answered under the number of its primary, which is what was sent."""
    plan = plans.plan(db, clinician, claim.plan_id)
    client = clients.client_by_id(db, clinician, claim.client_id)
    rendering = clinicians.colleague(db, clinician, claim.rendering_id)
    lines = [
        remit_line(codes, line.procedure, line.charge_cents, line.service_date, line.control)
        for line, codes in zip(claims.service_lines(db, claim), word.lines, strict=True)
    ]
    return remit_claim(
        claims.primary_of(db, claim).number, word.status, word.control, lines,
        Party(client.last_name, client.first_name, client.middle_name, "MI", plan.member_id),
        Party(rendering.last_name, rendering.first_name, "", "XX", rendering.npi),
        MEDICARE_PART_B if plan.claim_filing == MEDICARE_PART_B else PREFERRED,
    )  # fmt: skip


def remit_claim(
    number: str, status: str, control: str, lines: list[RemitLine], patient: Party, rendering: Party | None = None,
    filing_code: str = PREFERRED,
) -> RemitClaim:  # fmt: skip
    return RemitClaim(
        claim_number=number, status=status, charge_cents=sum(line.charge_cents for line in lines),
        paid_cents=sum(line.paid_cents for line in lines), patient_responsibility_cents=_of_group("PR", lines),
        filing_code=filing_code, payer_control_number=control, frequency="1", patient=patient, rendering=rendering,
        lines=tuple(lines),
    )  # fmt: skip


def remit_line(codes: tuple[Code, ...], procedure: str, charge: int, on: date, control: str) -> RemitLine:
    adjustments = tuple(RemitAdjustment(*code) for code in codes)
    line = RemitLine(
        Procedure(procedure), charge, charge - sum(cents for _, _, cents in codes), service_from=on,
        adjustments=adjustments, references=(Reference("6R", control),),
    )  # fmt: skip
    return line._replace(supplemental=((COVERED, charge - _of_group("CO", [line])),))


def _of_group(group: str, lines: list[RemitLine]) -> int:
    return sum(one.amount_cents for line in lines for one in line.adjustments if one.group == group)
