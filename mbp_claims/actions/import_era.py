"""Imports an 835: read, checked, balanced, matched, posted. All of the file, or nothing of it."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from mbp_claims.actions.post_remit import post_payment
from mbp_claims.clock import local, now
from mbp_claims.db import remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.days import show_day
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remittance import EraFile, Outcome, Remittance
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.x12.era_835 import read_835


@dataclass(eq=False)
class AlreadyImported(RuleViolation):
    """The same file, or the same payment in another file."""

    remittance_id: int = 0


@dataclass(frozen=True)
class Imported:
    """What came in: the payments, how many claims were posted of how many, and the secondaries that were made."""

    remittances: tuple[Remittance, ...]
    posted: int
    claims: int
    secondaries: tuple[Claim, ...] = field(default=())

    @property
    def remittance_id(self) -> int:
        return self.remittances[0].id or 0


def import_era(db: Session, clinician: Clinician, name: str, content: bytes) -> Imported:
    """RuleViolation with the exact reason when it is no 835, cut short, out of balance; AlreadyImported when it was."""
    one_at_a_time(db, clinician)
    digest = hashlib.sha256(content).hexdigest()
    _refuse_same_file(db, clinician, digest)
    read = read_835(content, name)
    for payment in read.payments:
        _refuse_unbalanced(payment)
        _refuse_same_payment(db, clinician, payment)
    _refuse_twice_in_one(read.payments)
    file = EraFile(
        practice_id=clinician.practice_id, name=name[:200], content=content, digest=digest, imported_at=now(),
        imported_by=clinician.signature,
    )  # fmt: skip
    db.add(file)
    db.flush()
    kept = [_keep(db, clinician, file, payment) for payment in read.payments]
    posted = [post_payment(db, clinician, of, payment) for of, payment in zip(kept, read.payments, strict=True)]
    return Imported(
        tuple(kept),
        sum(one.outcome == Outcome.POSTED for rows, _ in posted for one in rows),
        sum(len(rows) for rows, _ in posted),
        tuple(claim for _, made in posted for claim in made),
    )


def _refuse_same_file(db: Session, clinician: Clinician, digest: str) -> None:
    before = remittances.era_file_by_digest(db, clinician, digest)
    if before is not None:
        raise _already(before.imported_at, remittances.first_of_file(db, before))


def _refuse_same_payment(db: Session, clinician: Clinician, payment: Payment) -> None:
    before = remittances.same_payment(
        db, clinician, payment.payer_identifier, payment.trace_number, payment.paid_on, payment.total_cents
    )
    if before is not None:
        raise _already(before.imported_at, before.id or 0)


def _refuse_twice_in_one(payments: tuple[Payment, ...]) -> None:
    seen = Counter((one.payer_identifier, one.trace_number, one.paid_on, one.total_cents) for one in payments)
    for (_, trace, _, _), count in seen.items():
        if count > 1:
            raise RuleViolation(f"The file holds payment {trace} {count} times. Nothing was changed.")


def _already(moment: datetime, remittance_id: int) -> AlreadyImported:
    day = show_day(local(moment).date())
    return AlreadyImported(f"Already imported on {day}. Nothing was changed.", remittance_id=remittance_id)


def _refuse_unbalanced(payment: Payment) -> None:
    """The first equation that does not hold, with its numbers; or the first claim that cannot be read."""
    if payment.unreadable:
        raise RuleViolation(payment.unreadable[0].sentence)
    for imbalance in payment.imbalances():
        if imbalance.blocks:
            raise RuleViolation(f"The file does not add up. {imbalance.sentence} Nothing was changed.")


def _keep(db: Session, clinician: Clinician, file: EraFile, payment: Payment) -> Remittance:
    remittance = Remittance(
        practice_id=clinician.practice_id, era_file_id=file.id or 0, payer_name=payment.payer_name,
        payer_identifier=payment.payer_identifier, trace=payment.trace_number, paid_on=payment.paid_on,
        total_cents=payment.total_cents, imported_at=file.imported_at,
        provider_adjustments_cents=sum(one.amount_cents for one in payment.provider_adjustments),
    )  # fmt: skip
    db.add(remittance)
    db.flush()
    record(db, clinician, f"ERA {remittance.trace} imported", remittance_id=remittance.id)
    return remittance
