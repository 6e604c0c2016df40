"""The payments of the cast as 835 files that answer the claims in the database."""

from datetime import datetime

from sqlmodel import Session

from mbp_claims.actions.demo.past import day
from mbp_claims.actions.demo.payer import Word, answered, remit_claim, remit_line, remittance
from mbp_claims.db import claims
from mbp_claims.domain.cast.claims import SHORT, SHORT_CENTS
from mbp_claims.domain.cast.clients import ROWAN
from mbp_claims.domain.cast.eras import STRAY_DAYS, STRAY_MEMBER, STRAY_NUMBER
from mbp_claims.domain.cast.shapes import CastAnswer, CastEra
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit_claim import Party, RemitClaim


def era_bytes(db: Session, clinician: Clinician, era: CastEra, at: datetime) -> bytes:
    """The 835 of that payment, made at that moment; it adds up."""
    answers = [_answered(db, clinician, f"C-{number}", answer) for number, answer in era.answers.items()]
    if era.stray:
        answers.append(_stray(era.stray))
    return remittance(db, clinician, era.payer, era.trace, answers, at)


def _answered(db: Session, clinician: Clinician, number: str, answer: CastAnswer) -> RemitClaim:
    """To a claim of one line; what a second payer answers is told by the number of the primary claim."""
    claim = claims.claim(db, clinician, number)
    if answer.status == "2":
        claim = claims.secondaries_of(db, {claim.id or 0})[claim.id or 0]
    return answered(db, clinician, claim, Word((answer.codes,), answer.status, answer.control))


def _stray(answer: CastAnswer) -> RemitClaim:
    line = remit_line(answer.codes, SHORT, SHORT_CENTS, day(STRAY_DAYS), "1")
    patient = Party(ROWAN.last_name, ROWAN.first_name, "", "MI", STRAY_MEMBER)
    return remit_claim(STRAY_NUMBER, answer.status, answer.control, [line], patient)
