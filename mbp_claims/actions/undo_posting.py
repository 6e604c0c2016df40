"""Takes a posting back: undone while nothing that it made was filed, reversed afterwards. Both append."""

from sqlmodel import Session

from mbp_claims.actions.post_era import open_journal
from mbp_claims.actions.review_era import review_remittance
from mbp_claims.clock import now
from mbp_claims.db import ledgers, postings, remittance_rows, remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.families import chunks, families
from mbp_claims.db.postings import PostedLine
from mbp_claims.db.rows import without_collection
from mbp_claims.db.trail import record, record_all
from mbp_claims.domain.activity import Deed
from mbp_claims.domain.claim import ANSWERED, WITH_PAYER, ClaimStatus
from mbp_claims.domain.family import Family
from mbp_claims.domain.journal import read_state
from mbp_claims.domain.our_claim import OurClaim
from mbp_claims.domain.post_answer import enter_missing
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remittance import Outcome, Remittance
from mbp_claims.domain.sequel import CHANGED
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import N_, _

SENT = (*WITH_PAYER, *ANSWERED)
UNDONE = N_("The posting of its ERA was undone")
REVERSED = N_("The posting of its ERA was reversed")
NOT_MADE = N_("Making it was undone")


def undo_posting(db: Session, clinician: Clinician, posting_id: int, step: Step = silent) -> Posting:
    """Claims, secondaries and balances are what they were; the trail keeps both. A secondary that it made is withdrawn.

    RuleViolation once a claim that it made or changed was filed (reverse it then), when a later answer stands on it,
    or when it was taken back already.
    """
    return _take_back(db, clinician, posting_id, Kind.UNDO, step)


def reverse_posting(db: Session, clinician: Clinician, posting_id: int, step: Step = silent) -> Posting:
    """The same, after a claim was filed: that one stays filed and is marked `cob_changed`."""
    return _take_back(db, clinician, posting_id, Kind.REVERSE, step)


def standing_posting(db: Session, clinician: Clinician, remittance: Remittance) -> tuple[Posting | None, bool]:
    """The last posting of a payment that stands, and whether it can be undone rather than reversed."""
    kept = postings.postings_of(db, remittance.id)
    taken_back = {one.takes_back_id for one in kept}
    stands = [one for one in kept if one.kind == Kind.POST and one.id not in taken_back]
    if not stands:
        return None, False
    return stands[-1], not postings.was_filed_since(db, stands[-1])


def _take_back(db: Session, clinician: Clinician, posting_id: int, kind: Kind, step: Step) -> Posting:
    one_at_a_time(db, clinician)
    posting = postings.posting(db, clinician, posting_id)
    if posting.kind != Kind.POST or postings.is_taken_back(db, posting):
        raise RuleViolation(_("This was taken back already."))
    if kind is Kind.UNDO and (filed := postings.was_filed_since(db, posting)):
        raise RuleViolation(_("{filed} was filed since. Reverse the posting instead.", filed=filed))
    if later := postings.answered_since(db, posting):
        raise RuleViolation(_("{later} was changed since. Take that back first.", later=later))
    back = Posting(
        practice_id=posting.practice_id, remittance_id=posting.remittance_id, takes_back_id=posting.id, kind=kind,
        at=now(), who=clinician.signature, claims=posting.claims,
    )  # fmt: skip
    db.add(back)
    db.flush()
    with without_collection():
        lines = postings.lines_of(db, posting.id)
        restore(db, clinician, lines, back, step)
        postings.negate_entries(db, posting, back)
        postings.close_lines(db, posting, back.at)
        _true_up(db, clinician, ledgers.not_empty(db, posting), back)
    remittance = remittances.remittance(db, clinician, posting.remittance_id or 0)
    word = "undone" if kind is Kind.UNDO else "reversed"
    record(db, clinician, f"Posting of ERA {remittance.trace} {word}", remittance_id=remittance.id)
    ids = [line.remittance_claim_id for line in lines if line.remittance_claim_id]
    remittance_rows.update_claims(db, ("outcome", "flags"), [(Outcome.MATCHED.value, "", one) for one in ids])
    db.expire_all()
    review_remittance(db, clinician, remittances.remittance(db, clinician, remittance.id or 0))
    return back


def restore(
    db: Session, clinician: Clinician, lines: list[PostedLine], back: Posting, step: Step = silent
) -> None:
    """Last change first, so that each claim ends as it was before the first."""
    by_claim: dict[int, list[PostedLine]] = {}
    for line in reversed(lines):
        by_claim.setdefault(line.claim_id, []).append(line)
    done = 0
    for part in chunks(list(by_claim)):
        found = families(db, clinician, part)
        changed, activities = [], []
        for claim_id in part:
            claim = _member(found.get(claim_id), claim_id)
            if claim is None:
                continue
            before = claim.status
            _put_back(claim, by_claim[claim_id], back)
            changed.append(claim)
            activities.append(_activity(back, clinician, claim, before))
        for family in {id(one): one for one in found.values()}.values():
            second = family.secondary
            if second and second.id not in by_claim and family.primary.status not in ANSWERED:
                before = second.status
                if _let_go(second, back):
                    changed.append(second)
                    activities.append(_activity(back, clinician, second, before))
        for claim in changed:
            claim.version += 1
        postings.update_claims(db, changed)
        record_all(db, back.practice_id, activities)
        done += len(part)
        step("undone", done, len(by_claim))


def _true_up(db: Session, clinician: Clinician, claim_ids: list[int], back: Posting) -> None:
    """Takes back what stood on the posting's answers besides: amounts that were corrected by hand, decisions."""
    for part in chunks(claim_ids):
        journal = open_journal(db, clinician, back, answers=0)
        found = families(db, clinician, part)
        for family in {id(one): one for one in found.values()}.values():
            enter_missing(family, journal)
        postings.save_journal(db, journal)


def _put_back(claim: OurClaim, lines: list[PostedLine], back: Posting) -> None:
    """`lines`: the last one first. A claim that was filed since stays, and says that its primary's answer changed."""
    filed_since = claim.status in SENT and claim.version > lines[0].version
    if claim.is_secondary and filed_since and not _was_answered_by(lines):
        claim.cob_changed, claim.note = True, CHANGED
        return
    for line in lines:
        for name, value in read_state(line.before).items():
            setattr(claim, name, value)
    if any(line.made for line in lines):
        claim.status = ClaimStatus.WITHDRAWN.value
        claim.note = _because(back)
        claim.follow_up_on = None


def _let_go(second: OurClaim, back: Posting) -> bool:
    """A secondary that a person made of the answer that is gone; whether anything changed."""
    if second.status in (ClaimStatus.WITHDRAWN, ClaimStatus.NOT_BILLABLE):
        return False
    if second.status in SENT:
        second.cob_changed, second.note = True, CHANGED
    else:
        second.status = ClaimStatus.WITHDRAWN.value
        second.note = _because(back)
    return True


def _because(back: Posting) -> str:
    if back.remittance_id is None:
        return NOT_MADE
    return UNDONE if back.kind == Kind.UNDO else REVERSED


def _was_answered_by(lines: list[PostedLine]) -> bool:
    return any(line.adjudication_id for line in lines)


def _activity(back: Posting, clinician: Clinician, claim: OurClaim, before: str) -> Deed:
    word = "undone" if back.kind == Kind.UNDO else "reversed"
    what = f"{claim.number}: posting {word}" if back.remittance_id else f"{claim.number}: {word}"
    about = (claim.client_id, claim.plan_id, claim.id)
    return Deed(back.at, clinician.id, back.who, what, before, claim.status, *about)


def _member(family: Family | None, claim_id: int) -> OurClaim | None:
    return family.member(claim_id) if family else None
