"""What payers and the clearinghouse send to a practice under test: files that are made for its filed claims."""

import hashlib
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims import clock
from mbp_claims.actions.demo.payer import Code, Word, answered, remittance
from mbp_claims.db import claims, clients, clinicians, files, payers, plans
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import WITH_PAYER, Claim
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit_claim import Party
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.x12.write_acks import ACCEPTED, PayersWord, write_277ca, write_999

REFUSED = "A7:21"
"""STC01 of the 277CA: sent back, something is missing or not right."""


@dataclass(frozen=True)
class Answer:
    """To one claim: adjustments by the number of the line (cents), and what was paid, where the tester tells it.

    Without adjustments all of it was paid. `status` is CLP02; by itself 1 to a primary claim, 2 to a secondary.
    """

    claim: str
    adjustments: tuple[tuple[int, Code], ...] = ()
    paid: int | None = None
    status: str = ""


def write_era(db: Session, clinician: Clinician, answers: list[Answer], check: str = "") -> tuple[str, bytes]:
    """The name and the content of a balanced 835 for claims that their payer has. RuleViolation where it is none."""
    clock.keep_time_of(clinician.practice_id)
    said = [_said(db, clinician, answer) for answer in answers]
    payer, *others = dict.fromkeys(_payer(db, clinician, claim) for claim, _ in said)
    if others:
        raise RuleViolation(f"One payment is of one payer: {payer[0]} does not pay for {others[0][0]}.")
    trace = check or _trace(answers)
    content = remittance(
        db, clinician, payer, trace, [answered(db, clinician, claim, word) for claim, word in said], clock.now()
    )
    return f"{payer[0].split()[0].lower()}-{trace}.835", content


def write_acknowledgement(
    db: Session, clinician: Clinician, kind: str, number: str, status: str, taken: bool
) -> tuple[str, bytes]:
    """A 999 of the clearinghouse about the file that the claim went out in, or the payer's 277CA about the claim.

    `status` is STC01 with its parts, as A7:255; without one it tells that the claim is `taken` in.
    """
    clock.keep_time_of(clinician.practice_id)
    practice, at, claim = clinicians.practice_of(db, clinician), clock.now(), _filed(db, clinician, number)
    sent = files.last_filed(db, claim)
    if sent is None:
        raise RuleViolation(f"{number} went out on paper: nobody acknowledges that.")
    control = files.claim_file(db, clinician, sent.claim_file_id).control_number
    if kind == "999":
        return f"clearinghouse-{control}.999", write_999(practice, control, at, taken).encode()
    payer, plan = _payer(db, clinician, claim), plans.plan(db, clinician, claim.plan_id)
    client = clients.client_by_id(db, clinician, claim.client_id)
    patient = Party(client.last_name, client.first_name, "", "MI", plan.member_id)
    told = status or (ACCEPTED if taken else REFUSED)
    word = PayersWord(payer, claims.primary_of(db, claim).number, claim.charge_cents, patient, told)
    return f"{payer[0].split()[0].lower()}-{control}-{number}.277", write_277ca(practice, control, at, word).encode()


def _said(db: Session, clinician: Clinician, answer: Answer) -> tuple[Claim, Word]:
    claim = _filed(db, clinician, answer.claim)
    lines = claims.service_lines(db, claim)
    unknown = [line for line, _ in answer.adjustments if not 1 <= line <= len(lines)]
    if unknown:
        raise RuleViolation(f"{answer.claim} has no service line {unknown[0]}: it has {len(lines)}.")
    codes = tuple(
        tuple(code for line, code in answer.adjustments if line == place) for place, _ in enumerate(lines, 1)
    )
    _check_balance(answer, sum(line.charge_cents for line in lines))
    number = int(hashlib.sha256(answer.claim.encode()).hexdigest(), 16) % 10**8
    return claim, Word(codes, answer.status or ("2" if claim.primary_claim_id else "1"), f"EX{number:08d}")


def _check_balance(answer: Answer, charge: int) -> None:
    adjusted = sum(cents for _, (_, _, cents) in answer.adjustments)
    paid = charge - adjusted if answer.paid is None else answer.paid
    if answer.paid is None and paid < 0:
        raise RuleViolation(
            f"{answer.claim} was charged {format_cents(charge)}, and {format_cents(adjusted)} are taken off: nothing "
            "is left to be paid. A payer that takes money back says so with `paid`."
        )
    if paid + adjusted != charge:
        told = " + ".join(map(format_cents, (paid, adjusted)))
        raise RuleViolation(
            f"{answer.claim} does not balance: {told} is not {format_cents(charge)} (paid + adjusted = charge). Leave "
            "`paid` out, and it is what the adjustments leave."
        )


def _filed(db: Session, clinician: Clinician, number: str) -> Claim:
    try:
        claim = claims.claim(db, clinician, number)
    except NotFound as missing:
        raise RuleViolation(f"The practice has no claim {number}.") from missing
    if claim.status not in WITH_PAYER:
        raise RuleViolation(f"{number} is not with its payer: it is {claim.status}. File it first.")
    return claim


def _payer(db: Session, clinician: Clinician, claim: Claim) -> tuple[str, str]:
    found = payers.payer(db, clinician, plans.plan(db, clinician, claim.plan_id).payer_id)
    return found.name, found.payer_id


def _trace(answers: list[Answer]) -> str:
    """Eight digits, the same for the same answer: a payer does not send one payment under two numbers."""
    return f"{int(hashlib.sha256(repr(answers).encode()).hexdigest(), 16) % 10**8:08d}"
