"""Takes a posting back: undone while nothing that it made was filed, reversed afterwards. Both append."""

from collections.abc import Collection

from sqlmodel import Session

from mbp_claims.actions.prepare_undo import TAKEN_BACK, PreparedUndo, parts, prepare_undo
from mbp_claims.actions.review_era import review_remittance
from mbp_claims.clock import now
from mbp_claims.db import ledgers, postings, remittance_rows, remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.families import chunks
from mbp_claims.db.trail import record
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remittance import WAITING, Remittance
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


def undo_postings(
    db: Session, clinician: Clinician, posting_ids: Collection[int], step: Step = silent
) -> list[Posting]:
    """Claims, secondaries and balances are what they were; the trail keeps both. A secondary that it made is withdrawn.

    All of them in one transaction, the last one first. RuleViolation once a claim that one made or changed was filed
    (reverse it then), when a later answer stands on it, or when it was taken back already.
    """
    one_at_a_time(db, clinician)
    return _write(db, clinician, prepare_undo(db, clinician, posting_ids), step)


def undo_posting(db: Session, clinician: Clinician, posting_id: int, step: Step = silent) -> Posting:
    """Of one."""
    return undo_postings(db, clinician, [posting_id], step)[0]


def reverse_posting(db: Session, clinician: Clinician, posting_id: int, step: Step = silent) -> Posting:
    """The same, after a claim was filed: that one stays filed and is marked `cob_changed`."""
    one_at_a_time(db, clinician)
    return _write(db, clinician, prepare_undo(db, clinician, [posting_id], Kind.REVERSE), step)[0]


def take_back_prepared(
    db: Session, clinician: Clinician, prepared: PreparedUndo, step: Step = silent
) -> list[Posting] | None:
    """Writes what was worked out. None, with nothing written, where something was done meanwhile about one of the
    claims: then it is to be worked out anew."""
    one_at_a_time(db, clinician)
    return _write(db, clinician, prepared, step) if prepared.holds(db, clinician) else None


def standing_posting(db: Session, clinician: Clinician, remittance: Remittance) -> tuple[Posting | None, bool]:
    """The last posting of a payment that stands, and whether it can be undone rather than reversed."""
    kept = postings.postings_of(db, remittance.id)
    taken_back = {one.takes_back_id for one in kept}
    stands = [one for one in kept if one.kind == Kind.POST and one.id not in taken_back]
    if not stands:
        return None, False
    return stands[-1], not postings.was_filed_since(db, stands[-1])


def _write(db: Session, clinician: Clinician, prepared: PreparedUndo, step: Step) -> list[Posting]:
    done = [_take_back(db, clinician, prepared, one, step) for one in prepared.posting_ids]
    for back in done:
        db.refresh(back)
    return done


def _take_back(db: Session, clinician: Clinician, prepared: PreparedUndo, posting_id: int, step: Step) -> Posting:
    posting, kind = postings.posting(db, clinician, posting_id), prepared.kind
    _may_take_back(db, posting, kind)
    back = Posting(
        practice_id=posting.practice_id, remittance_id=posting.remittance_id, takes_back_id=posting.id, kind=kind,
        at=now(), who=clinician.signature, claims=posting.claims,
    )  # fmt: skip
    db.add(back)
    db.flush()
    done = 0
    for part in prepared.parts.get(posting_id) or parts(db, clinician, posting, kind, {}):
        part.save(db, posting.practice_id)
        done += part.count
        step("undone", done, posting.claims)
    postings.negate_entries(db, posting, back)
    postings.close_lines(db, posting, back.at)
    ledgers.cancel_since(db, posting, back)
    remittance = remittances.remittance(db, clinician, posting.remittance_id or 0)
    word = "undone" if kind is Kind.UNDO else "reversed"
    record(db, clinician, f"Posting of ERA {remittance.trace} {word}", remittance_id=remittance.id)
    _wait_again(db, clinician, remittance, posting)
    return back


def _may_take_back(db: Session, posting: Posting, kind: Kind) -> None:
    if posting.kind != Kind.POST or postings.is_taken_back(db, posting):
        raise RuleViolation(TAKEN_BACK)
    if kind is Kind.UNDO and (filed := postings.was_filed_since(db, posting)):
        raise RuleViolation(_("{filed} was filed since. Reverse the posting instead.", filed=filed))
    if later := postings.answered_since(db, posting):
        raise RuleViolation(_("{later} was changed since. Take that back first.", later=later))


def _wait_again(db: Session, clinician: Clinician, remittance: Remittance, posting: Posting) -> None:
    """Its lines wait as they did before they were posted. Only those that waited besides are looked at anew, with what
    the payment says of the same claims."""
    waited = remittance_rows.order_of(db, remittance, WAITING)
    remittance_rows.unpost(db, posting)
    db.expire_all()
    again = set(waited)
    for part in chunks(waited):
        about = {row.claim_id for row in remittance_rows.rows(db, remittance, part) if row.claim_id}
        again.update(remittance_rows.rows_about(db, remittance, about, WAITING))
    review_remittance(db, clinician, remittances.remittance(db, clinician, remittance.id or 0), only=again)
