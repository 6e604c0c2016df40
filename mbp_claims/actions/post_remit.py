"""Posts the claims of one payment: what each answers is completed, what answers nothing of ours says why."""

from sqlmodel import Session

from mbp_claims.actions.complete_claim import complete_claim
from mbp_claims.actions.match_remit import NoMatch, answer_of, matching_claim
from mbp_claims.db import claims
from mbp_claims.domain.adjudication import Source
from mbp_claims.domain.claim import ANSWERED, PUT_AWAY, Claim
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit import Payment, correction_of
from mbp_claims.domain.remit_claim import NO_ANSWER, RemitClaim
from mbp_claims.domain.remittance import Outcome, Remittance, RemittanceClaim

NO_ANSWERS = {"23": "The payer says that the claim is not its own and sent it on", "25": "An estimate, not a payment"}


def post_payment(
    db: Session, clinician: Clinician, remittance: Remittance, payment: Payment
) -> tuple[list[RemittanceClaim], list[Claim]]:
    """The claims of the payment as kept, and the secondary claims that were made."""
    rows, made = [], []
    for position, remit in enumerate(payment.claims, 1):
        row = _row(remittance, position, remit)
        secondary = _post(db, clinician, remittance, payment, remit, row)
        db.add(row)
        rows.append(row)
        made += [secondary] if secondary else []
    db.flush()
    return rows, made


def _post(
    db: Session, clinician: Clinician, remittance: Remittance, payment: Payment, remit: RemitClaim, row: RemittanceClaim
) -> Claim | None:
    try:
        claim = matching_claim(db, clinician, remit)
    except NoMatch as none:
        row.outcome, row.why = Outcome.NOT_MATCHED, none.why
        return None
    row.claim_id = claim.id
    if refusal := _refusal(payment, remit, claim):
        row.outcome, row.why = Outcome.PROBLEM, refusal
        return None
    lines = claims.service_lines(db, claim)
    try:
        answer = answer_of(payment, remit, lines)
    except NoMatch as strange:
        row.outcome, row.why = Outcome.PROBLEM, strange.why
        return None
    _, _, secondary = complete_claim(db, clinician, claim, lines, answer, Source.ERA, remittance.id)
    row.outcome = Outcome.POSTED
    return secondary


def _refusal(payment: Payment, remit: RemitClaim, claim: Claim) -> str:
    """Why the answer is not posted although it is about a claim of ours. Empty: post it."""
    if remit.status in NO_ANSWER:
        return NO_ANSWERS[remit.status]
    if remit.is_reversal:
        after = correction_of(remit, payment.claims)
        return "Taken back by the payer; the corrected answer follows in this file" if after else (
            f"The payer takes back its answer to {claim.number}. Check the claim."
        )  # fmt: skip
    if claim.status in PUT_AWAY:
        return f"{claim.number} is put away. Make it billable again, then enter this answer by hand."
    if claim.status in ANSWERED and not _corrects(payment, remit):
        return f"{claim.number} is completed already. Its answer was not changed."
    return ""


def _corrects(payment: Payment, remit: RemitClaim) -> bool:
    """Whether the same file takes back the earlier answer that this one replaces."""
    return any(one.is_reversal and correction_of(one, payment.claims) == remit for one in payment.claims)


def _row(remittance: Remittance, position: int, remit: RemitClaim) -> RemittanceClaim:
    days = [line.service_from for line in remit.lines if line.service_from]
    return RemittanceClaim(
        remittance_id=remittance.id or 0, position=position, claim_number=remit.claim_number,
        status_code=remit.status, charge_cents=remit.charge_cents, paid_cents=remit.paid_cents,
        service_on=min(days, default=remit.statement_from),
        services=" ".join(line.procedure.code for line in remit.lines),
        adjustments="; ".join(f"{a.group}-{a.reason} {format_cents(a.amount_cents)}" for a in remit.all_adjustments),
        patient=remit.patient.name if remit.patient else "", outcome=Outcome.PROBLEM,
    )  # fmt: skip
