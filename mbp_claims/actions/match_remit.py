"""Finds the claim of ours that a payer's answer is about, and its service lines."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.db import claims
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_line import RemitAdjustment, RemitLine

SECOND = ("2", "20")
THIRD = ("3", "21")
SENT_ON = {"1": "19", "2": "20"}
"""The status that says what a crossover carrier (NM1*TT) or a remark says without it."""


@dataclass(eq=False)
class NoMatch(Exception):
    """Why the answer is about none of our claims."""

    why: str


def matching_claim(db: Session, clinician: Clinician, remit: RemitClaim) -> Claim:
    """By the claim number we sent (CLP01); status 2 and 20 mean the secondary claim of that number."""
    try:
        claim = claims.claim(db, clinician, remit.claim_number)
    except NotFound as unknown:
        raise NoMatch(f"No claim has control number {remit.claim_number}") from unknown
    if remit.status in THIRD:
        raise NoMatch("It answers a third claim, and this practice files to two payers")
    if remit.status in SECOND and not claim.is_secondary:
        second = claims.secondary_of(db, claim)
        if second is None:
            raise NoMatch(f"{remit.claim_number} has no secondary claim: its primary payer has not answered yet")
        claim = second
    if remit.charge_cents != claim.charge_cents and not remit.is_reversal:
        raise NoMatch(f"The charge differs from that of {claim.number}")
    return claim


def answer_of(payment: Payment, remit: RemitClaim, lines: list[ServiceLine]) -> Answer:
    """The payer's answer as values: groups, reasons, amounts and signs exactly as sent. NoMatch when a line is strange
    or has no answer."""
    matched = _matched(remit, lines)
    if remit.lines and len(matched) != len(lines):
        unanswered = [str(line.position) for line in lines if line.position not in matched]
        raise NoMatch(f"The payer has not answered service line {', '.join(unanswered)}")
    reductions = [_reduction(CLAIM_LEVEL, one) for one in remit.adjustments]
    for position, line in sorted(matched.items()):
        reductions += [_reduction(position, one) for one in line.adjustments]
    remarks = (*remit.remarks, *(code for line in remit.lines for code in line.remarks))
    return Answer(
        remit.paid_cents, payment.paid_on,
        tuple(_payment(position, line) for position, line in sorted(matched.items())), tuple(reductions),
        remit.payer_control_number, _status(remit), tuple(dict.fromkeys(remarks)), remit.moa,
    )  # fmt: skip


def _status(remit: RemitClaim) -> str:
    return SENT_ON.get(remit.status, remit.status) if remit.is_forwarded else remit.status


def _matched(remit: RemitClaim, lines: list[ServiceLine]) -> dict[int, RemitLine]:
    """Remit lines by the position of our line: by line control number, else by procedure, day and charge."""
    found: dict[int, RemitLine] = {}
    left = list(remit.lines)
    for same in (_same_control, _same_service):
        for theirs in tuple(left):
            ours = next((line for line in lines if line.position not in found and same(line, theirs)), None)
            if ours:
                found[ours.position] = theirs
                left = [one for one in left if one is not theirs]
    if left:
        code = (left[0].submitted or left[0].procedure).code
        raise NoMatch(f"No service line of ours is {code} for this amount and day")
    return found


def _same_control(ours: ServiceLine, theirs: RemitLine) -> bool:
    return theirs.control_number == ours.control and theirs.charge_cents == ours.charge_cents


def _same_service(ours: ServiceLine, theirs: RemitLine) -> bool:
    """Without modifiers: payers leave them out."""
    procedure = (theirs.submitted or theirs.procedure).code
    on_day = theirs.service_from in (None, ours.service_date)
    return procedure == ours.procedure and on_day and theirs.charge_cents == ours.charge_cents


def _reduction(line: int, one: RemitAdjustment) -> Reduction:
    return Reduction(line, one.group, one.reason, one.amount_cents, one.quantity or "")


def _payment(position: int, line: RemitLine) -> LinePayment:
    return LinePayment(position, line.paid_cents, line.units, line.procedure.code, line.procedure.modifiers)
