"""A payer's answer to a claim of ours, line by line: which of our service lines each of the payer's is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.our_claim import OurLine
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_line import RemitAdjustment, RemitLine

CONTROL = "6R"
SENT_ON = {"1": "19", "2": "20"}
"""The status that says what a crossover carrier (NM1*TT) or a remark says without it."""


@dataclass(eq=False)
class NoMatch(Exception):
    """Why the answer is not about our service lines."""

    why: str


def answer_of(paid_on: date, remit: RemitClaim, lines: Sequence[OurLine]) -> Answer:
    """The payer's answer as values: groups, reasons, amounts and signs exactly as sent. NoMatch when a line is strange
    or has no answer."""
    matched = _matched(remit, lines)
    if remit.lines and len(matched) != len(lines):
        unanswered = [str(line.position) for line in lines if line.position not in matched]
        raise NoMatch(f"The payer has not answered service line {', '.join(unanswered)}")
    reductions = [_reduction(CLAIM_LEVEL, one) for one in remit.adjustments]
    payments = []
    for position in sorted(matched):
        line = matched[position]
        reductions += [_reduction(position, one) for one in line.adjustments]
        payments.append(
            LinePayment(position, line.paid_cents, line.units, line.procedure.code, line.procedure.modifiers)
        )
    remarks = (*remit.remarks, *(code for line in remit.lines for code in line.remarks))
    status = SENT_ON.get(remit.status, remit.status) if remit.is_forwarded else remit.status
    return Answer(
        remit.paid_cents, paid_on, tuple(payments), tuple(reductions), remit.payer_control_number, status,
        tuple(dict.fromkeys(remarks)), remit.moa, remit.mia,
    )  # fmt: skip


def _matched(remit: RemitClaim, lines: Sequence[OurLine]) -> dict[int, RemitLine]:
    """Remit lines by the position of our line: by line control number (REF*6R), else by what was done."""
    sign = -1 if remit.is_reversal else 1
    by_control = {line.control: line for line in lines}
    found: dict[int, RemitLine] = {}
    left: list[RemitLine] = []
    for theirs in remit.lines:
        ours = by_control.get(_control(theirs))
        if ours and ours.position not in found and theirs.charge_cents * sign == ours.charge_cents:
            found[ours.position] = theirs
        else:
            left.append(theirs)
    for same in (_same_service, _same_procedure):
        for theirs in tuple(left):
            ours = next((line for line in lines if line.position not in found and same(line, theirs, sign)), None)
            if ours:
                found[ours.position] = theirs
                left = [one for one in left if one is not theirs]
    if left:
        code = (left[0].submitted or left[0].procedure).code
        raise NoMatch(f"No service line of ours is {code} for this amount and day")
    return found


def _control(theirs: RemitLine) -> str:
    for one in theirs.references:
        if one.qualifier == CONTROL:
            return one.value
    return ""


def _same_service(ours: OurLine, theirs: RemitLine, sign: int) -> bool:
    """With the modifiers, so that 90837 and 90837-95 of one day are told apart where the payer names them."""
    said = (theirs.submitted or theirs.procedure).modifiers
    return _same_procedure(ours, theirs, sign) and set(said) == set(ours.modifiers.split())


def _same_procedure(ours: OurLine, theirs: RemitLine, sign: int) -> bool:
    """Without modifiers: payers leave them out, and recode (SVC06 then says what we sent)."""
    procedure = (theirs.submitted or theirs.procedure).code
    on_day = theirs.service_from in (None, ours.service_date)
    return procedure == ours.procedure and on_day and theirs.charge_cents * sign == ours.charge_cents


def _reduction(line: int, one: RemitAdjustment) -> Reduction:
    return Reduction(line, one.group, one.reason, one.amount_cents, one.quantity or "")
