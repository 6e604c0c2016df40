"""Posts claims of a payment, or of all payments of a file: each is completed, denied, taken back or corrected, and what
follows from it is made. One transaction: all that were chosen, or nothing."""

from collections.abc import Callable, Collection
from functools import partial
from itertools import accumulate

from sqlmodel import Session

from mbp_claims.actions.posted import Posted, Told
from mbp_claims.actions.prepare_posting import NOTHING, parts, prepare_file, prepare_posting
from mbp_claims.actions.prepared import Prepared
from mbp_claims.actions.review_era import review_remittance
from mbp_claims.clock import now, today
from mbp_claims.db import postings, remittance_rows, remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.families import CHUNK
from mbp_claims.db.trail import record
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.journal import Journal
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.violation import RuleViolation


def post_era(
    db: Session, clinician: Clinician, remittance_id: int, lines: Collection[int] | None = None, step: Step = silent,
    left_out: Collection[int] = (),
) -> Posted:  # fmt: skip
    """`lines` are ids of RemittanceClaims; None: all that are matched but `left_out`, which a payment that does not
    add up refuses.

    RuleViolation when there is nothing to post (another tab was faster). `step` tells `posted`; Cancelled rolls back.
    For long payments `prepare_posting` outside of any transaction, then `post_prepared`: others wait for less.
    """
    one_at_a_time(db, clinician)
    return _write(db, clinician, prepare_posting(db, clinician, remittance_id, lines, silent, left_out), step)[0]


def post_file(
    db: Session, clinician: Clinician, remittance_ids: Collection[int], step: Step = silent,
    left_out: Collection[int] = (),
) -> list[Posted]:  # fmt: skip
    """All these payments at once, each with a posting of its own; those that do not add up, or have nothing to be
    posted, are left. RuleViolation when that is all of them."""
    one_at_a_time(db, clinician)
    return _write(db, clinician, prepare_file(db, clinician, remittance_ids, silent, left_out), step)


def post_prepared(db: Session, clinician: Clinician, prepared: Prepared, step: Step = silent) -> list[Posted] | None:
    """Writes what was worked out. None, with nothing written, where something was done meanwhile that it may rest on:
    then it is to be worked out anew."""
    one_at_a_time(db, clinician)
    return _write(db, clinician, prepared, step) if prepared.holds(db, clinician) else None


def _write(db: Session, clinician: Clinician, prepared: Prepared, step: Step) -> list[Posted]:
    told = [Told(one) for one in prepared.payments]
    for before, one in zip(accumulate((len(one.order) for one in prepared.payments), initial=0), told, strict=False):
        _write_payment(db, clinician, prepared, one, partial(_tell, step, before, prepared.count))
    if not any(one.posted for one in told):
        raise RuleViolation(next((one.why for one in told if one.why), NOTHING))
    return [one.all(len(one.payment.order)) for one in told if one.posted]


def _write_payment(
    db: Session, clinician: Clinician, prepared: Prepared, told: Told, step: Callable[[int], None]
) -> None:
    payment = told.payment
    remittance = remittances.remittance(db, clinician, payment.remittance_id)
    posting = Posting(
        id=payment.posting_id, practice_id=clinician.practice_id, remittance_id=remittance.id, kind=Kind.POST,
        at=now(), who=clinician.signature,
    )  # fmt: skip
    db.add(posting)
    db.flush()
    done = 0
    for part in payment.parts or parts(db, clinician, prepared, payment, {}):
        postings.save(db, clinician.practice_id, part.written)
        remittance_rows.update_claims(db, ("outcome", "flags"), part.posted)
        remittance_rows.update_claims(db, ("outcome", "problem", "why"), part.refused)
        told.add(part)
        done += part.count
        step(done)
    if told.posted:
        posting.claims = told.posted
        record(db, clinician, f"{told.posted} of {remittance.claims} claims of ERA {remittance.trace} posted",
               remittance_id=remittance.id)  # fmt: skip
    else:
        db.delete(posting)
    review_remittance(db, clinician, remittance)


def _tell(step: Step, before: int, of: int, done: int) -> None:
    step("posted", before + done, of)


def open_journal(db: Session, clinician: Clinician, posting: Posting, answers: int = CHUNK) -> Journal:
    """One with ids for that many answers, and as many claims that may follow."""
    return Journal(
        clinician.practice_id, posting.id or 0, now(), today(), clinician.id, clinician.signature,
        postings.new_ids(db, Claim, answers), postings.new_ids(db, Adjudication, answers),
    )  # fmt: skip
