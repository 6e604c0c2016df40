"""Imports an 835: read, checked and kept, each claim of it matched with ours. Nothing of ours is changed."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from mbp_claims.actions.match_era import to_look_at_again
from mbp_claims.actions.read_era import ReadEra, ReadPayment, read_era
from mbp_claims.actions.review_era import review_remittance
from mbp_claims.clock import local, now
from mbp_claims.db import remittance_rows, remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.days import show_day
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remit_payment import PaymentHead
from mbp_claims.domain.remittance import EraFile, Remittance, WithheldAmount
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

LONGEST_NAME = 200


@dataclass(eq=False)
class AlreadyImported(RuleViolation):
    """The same file, or the same payment in another file; `remittance_id` is the payment that came before."""

    remittance_id: int = 0


@dataclass(frozen=True)
class Imported:
    """What came in: the payments that are new, and those of the file that had come before (`already`)."""

    remittances: tuple[Remittance, ...]
    already: tuple[Remittance, ...] = field(default=())

    @property
    def remittance_id(self) -> int:
        return self.remittances[0].id or 0

    @property
    def claims(self) -> int:
        return sum(one.claims for one in self.remittances)


def import_era(db: Session, clinician: Clinician, name: str, content: bytes, step: Step = silent) -> Imported:
    """Reads and keeps the file. RuleViolation with the exact reason when it is no 835 or cut short; AlreadyImported
    when all of it came before. One that does not add up is kept, in quarantine. `step` tells `read` and `matched`.

    For long files, `read_era` and `match_era` outside of any transaction, then `keep_era`: others wait for less.
    """
    return keep_era(db, clinician, read_era(name, content, step), step)


def keep_era(db: Session, clinician: Clinician, read: ReadEra, step: Step = silent) -> Imported:
    """Keeps what was read, as `import_era` does. Of what was matched before, only that is matched anew which may have
    changed since."""
    one_at_a_time(db, clinician)
    _refuse_same_file(db, clinician, read.digest)
    _refuse_twice_in_one(read)
    before = [_same_payment(db, clinician, one.end.head) for one in read.payments]
    fresh = [one for one, earlier in zip(read.payments, before, strict=True) if earlier is None]
    already = tuple(earlier for earlier in before if earlier is not None)
    if not fresh:
        raise _named_already(db, clinician, already)
    file = EraFile(
        practice_id=clinician.practice_id, name=read.name[:LONGEST_NAME], content=read.content, digest=read.digest,
        imported_at=now(), imported_by=clinician.signature,
    )  # fmt: skip
    db.add(file)
    db.flush()
    kept = tuple(_keep(db, clinician, file, one) for one in fresh)
    for remittance, one in zip(kept, fresh, strict=True):
        again = to_look_at_again(db, clinician, remittance, read, one)
        review_remittance(db, clinician, remittance, step, again)
    return Imported(kept, already)


def _refuse_same_file(db: Session, clinician: Clinician, digest: str) -> None:
    before = remittances.era_file_by_digest(db, clinician, digest)
    if before is not None:
        raise _already(before.imported_at, remittances.first_of_file(db, before))


def _same_payment(db: Session, clinician: Clinician, payment: PaymentHead) -> Remittance | None:
    return remittances.same_payment(
        db, clinician, payment.payer_identifier, payment.trace_number, payment.paid_on, payment.total_cents
    )


def _refuse_twice_in_one(read: ReadEra) -> None:
    payments = [one.end.head for one in read.payments]
    seen = Counter((one.payer_identifier, one.trace_number, one.paid_on, one.total_cents) for one in payments)
    for (_payer, trace, _day, _cents), count in seen.items():
        if count > 1:
            raise RuleViolation(
                _("The file holds payment {trace} {count} times. Nothing was changed.", trace=trace, count=count)
            )


def _named_already(db: Session, clinician: Clinician, before: tuple[Remittance, ...]) -> AlreadyImported:
    """The same payments came in another file: which they are, in which file, and when."""
    first, more = before[0], len(before) - 1
    file = remittances.era_file_label(db, clinician, first.era_file_id)
    others = _(" and {more} more", more=more) if more else ""
    day, came = show_day(local(first.imported_at).date()), "were" if more else "was"
    said = _(
        "Payment {trace} of {total}{others} {came} imported on {day}",
        trace=first.trace,
        total=format_cents(first.total_cents),
        others=others,
        came=came,
        day=day,
    )
    return AlreadyImported(
        _("{said}, in {file}. Nothing was changed.", said=said, file=file.name), remittance_id=first.id or 0
    )


def _already(moment: datetime, remittance_id: int) -> AlreadyImported:
    day = show_day(local(moment).date())
    return AlreadyImported(_("Already imported on {day}. Nothing was changed.", day=day), remittance_id=remittance_id)


def _keep(db: Session, clinician: Clinician, file: EraFile, read: ReadPayment) -> Remittance:
    payment, withheld = read.end.head, read.end.provider_adjustments
    remittance = Remittance(
        practice_id=clinician.practice_id, era_file_id=file.id or 0, payer_name=payment.payer_name,
        payer_identifier=payment.payer_identifier, trace=payment.trace_number, paid_on=payment.paid_on,
        method=payment.method, total_cents=payment.total_cents, imported_at=file.imported_at,
        provider_adjustments_cents=sum(one.amount_cents for one in withheld), imbalance=read.imbalance,
        warnings="\n".join(read.end.warnings),
    )  # fmt: skip
    db.add(remittance)
    db.flush()
    remittance_rows.add_claims(db, remittance, read.rows)
    db.add_all(
        WithheldAmount(
            practice_id=clinician.practice_id, remittance_id=remittance.id or 0, position=position, reason=one.reason,
            reference=one.reference, amount_cents=one.amount_cents, provider=one.provider,
            fiscal_year_end=one.fiscal_year_end,
        )
        for position, one in enumerate(withheld, 1)
    )  # fmt: skip
    record(db, clinician, f"ERA {remittance.trace} imported", remittance_id=remittance.id)
    return remittance
