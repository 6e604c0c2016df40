"""The payments of the cast as 835 files that answer the claims in the database, line by line."""

from datetime import date, datetime

from sqlmodel import Session

from mbp_claims.actions.demo.past import day
from mbp_claims.clock import local
from mbp_claims.db import claims, clients, clinicians, plans
from mbp_claims.domain.cast.claims import SHORT, SHORT_CENTS
from mbp_claims.domain.cast.clients import ROWAN
from mbp_claims.domain.cast.eras import STRAY_DAYS, STRAY_MEMBER, STRAY_NUMBER
from mbp_claims.domain.cast.shapes import CastAnswer, CastEra
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remit_claim import Party, RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine
from mbp_claims.domain.remit_payment import Interchange
from mbp_claims.x12.remit_835 import ORIGINATOR, write_835

COVERED = "B6"
MEDICARE_PART_B, PREFERRED = "MB", "12"


def era_bytes(db: Session, clinician: Clinician, era: CastEra, at: datetime) -> bytes:
    """The 835 of that payment, made at that moment; it adds up."""
    answers = [_answered(db, clinician, f"C-{number}", answer) for number, answer in era.answers.items()]
    if era.stray:
        answers.append(_stray(era.stray))
    practice = clinicians.practice_of(db, clinician)
    paid_on = local(at).date()
    payment = Payment(
        interchange=Interchange(practice.receiver_id, practice.submitter_id, f"{int(era.trace):09d}", True),
        control_number="0001", total_cents=sum(claim.paid_cents for claim in answers), method="ACH", paid_on=paid_on,
        trace_number=era.trace, trace_originator=ORIGINATOR, payer_name=era.payer[0], payer_identifier=era.payer[1],
        payee_name=practice.name, payee_npi=practice.npi, payee_tax_id=practice.tax_id, produced_on=paid_on,
        claims=tuple(answers),
    )  # fmt: skip
    return write_835(payment, local(at)).encode()


def _answered(db: Session, clinician: Clinician, number: str, answer: CastAnswer) -> RemitClaim:
    """To a claim of one line; a secondary is answered under the number of its primary, which is what was sent."""
    claim = claims.claim(db, clinician, number)
    if answer.status == "2":
        claim = claims.secondaries_of(db, {claim.id or 0})[claim.id or 0]
    plan = plans.plan(db, clinician, claim.plan_id)
    client = clients.client_by_id(db, clinician, claim.client_id)
    rendering = clinicians.colleague(db, clinician, claim.rendering_id)
    (line,) = claims.service_lines(db, claim)
    return _claim(
        number, answer, Party(client.last_name, client.first_name, client.middle_name, "MI", plan.member_id),
        _line(answer, line.procedure, line.charge_cents, line.service_date, line.control),
        Party(rendering.last_name, rendering.first_name, "", "XX", rendering.npi),
        MEDICARE_PART_B if plan.claim_filing == MEDICARE_PART_B else PREFERRED,
    )  # fmt: skip


def _stray(answer: CastAnswer) -> RemitClaim:
    patient = Party(ROWAN.last_name, ROWAN.first_name, "", "MI", STRAY_MEMBER)
    return _claim(STRAY_NUMBER, answer, patient, _line(answer, SHORT, SHORT_CENTS, day(STRAY_DAYS), "1"))


def _claim(
    number: str, answer: CastAnswer, patient: Party, line: RemitLine, rendering: Party | None = None,
    filing_code: str = PREFERRED,
) -> RemitClaim:  # fmt: skip
    return RemitClaim(
        claim_number=number, status=answer.status, charge_cents=line.charge_cents, paid_cents=answer.paid,
        patient_responsibility_cents=_of_group("PR", answer), filing_code=filing_code,
        payer_control_number=answer.control, frequency="1", patient=patient, rendering=rendering, lines=(line,),
    )  # fmt: skip


def _line(answer: CastAnswer, procedure: str, cents: int, on: date, control: str) -> RemitLine:
    allowed = cents - _of_group("CO", answer)
    return RemitLine(
        Procedure(procedure), cents, answer.paid, service_from=on,
        adjustments=tuple(RemitAdjustment(*code) for code in answer.codes),
        references=(Reference("6R", control),), supplemental=((COVERED, allowed),),
    )  # fmt: skip


def _of_group(group: str, answer: CastAnswer) -> int:
    return sum(cents for code, _, cents in answer.codes if code == group)
