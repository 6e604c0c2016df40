"""Posts claims of a payment: each is completed, denied, taken back or corrected, and what follows from it is made.
One transaction: all that were chosen, or nothing."""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlmodel import Session

from mbp_claims.actions.prepare_posting import NOTHING, Part, Prepared, parts, prepare_posting
from mbp_claims.actions.review_era import review_remittance
from mbp_claims.clock import now, today
from mbp_claims.db import postings, remittance_rows, remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.families import CHUNK
from mbp_claims.db.trail import record
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.effect import Effect, Sequel
from mbp_claims.domain.journal import Journal
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remittance import Outcome
from mbp_claims.domain.violation import RuleViolation


@dataclass(frozen=True)
class Posted:
    """What was posted: how many claims, what they were paid (cents), and what followed. `left` were not posted, as
    they had changed since they were looked at; each says why. `secondaries` are numbers of claims that wait for us.
    """

    posting_id: int
    posted: int
    paid_cents: int
    secondaries: tuple[str, ...] = ()
    crossed_over: tuple[str, ...] = ()
    cob_changed: tuple[str, ...] = ()
    overpaid: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    left: int = 0


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
    return _write(db, clinician, prepare_posting(db, clinician, remittance_id, lines, silent, left_out), step)


def post_prepared(db: Session, clinician: Clinician, prepared: Prepared, step: Step = silent) -> Posted | None:
    """Writes what was worked out. None, with nothing written, where something was done meanwhile that it may rest on:
    then it is to be worked out anew."""
    one_at_a_time(db, clinician)
    return _write(db, clinician, prepared, step) if prepared.holds(db, clinician) else None


def _write(db: Session, clinician: Clinician, prepared: Prepared, step: Step) -> Posted:
    remittance = remittances.remittance(db, clinician, prepared.remittance_id)
    posting = Posting(
        id=prepared.posting_id, practice_id=clinician.practice_id, remittance_id=remittance.id, kind=Kind.POST,
        at=now(), who=clinician.signature,
    )  # fmt: skip
    db.add(posting)
    db.flush()
    told, done = _Told(posting.id or 0), 0
    for part in prepared.parts or parts(db, clinician, prepared):
        postings.save(db, clinician.practice_id, part.written)
        remittance_rows.update_claims(db, ("outcome", "flags"), part.posted)
        remittance_rows.update_claims(db, ("outcome", "problem", "why"), part.refused)
        told.add(part)
        done += part.count
        step("posted", done, len(prepared.order))
    posting.claims = told.posted
    if not told.posted:
        raise RuleViolation(told.why or NOTHING)
    record(db, clinician, f"{told.posted} of {remittance.claims} claims of ERA {remittance.trace} posted",
           remittance_id=remittance.id)  # fmt: skip
    review_remittance(db, clinician, remittance)
    return told.all(len(prepared.order))


def post_file(db: Session, clinician: Clinician, remittance_ids: Collection[int], step: Step = silent) -> list[Posted]:
    """All payments of a file in one transaction; those that have nothing to be posted, or do not add up, are left."""
    return [
        post_era(db, clinician, one, step=step)
        for one in remittance_ids if postable(db, clinician, [one])
    ]  # fmt: skip


def postable(db: Session, clinician: Clinician, remittance_ids: Collection[int]) -> list[int]:
    """Those of them that add up and have something to be posted."""
    found = [remittances.remittance(db, clinician, one) for one in remittance_ids]
    return [
        one.id or 0 for one in found
        if one.is_balanced and remittance_rows.order_of(db, one, (Outcome.MATCHED,))
    ]  # fmt: skip


@dataclass
class _Told:
    """What came of the parts so far."""

    posting_id: int
    posted: int = 0
    paid: int = 0
    why: str = ""
    effects: list[Effect] = field(default_factory=list)

    def add(self, part: Part) -> None:
        self.posted += len(part.posted)
        self.paid += part.paid_cents
        self.why = self.why or next((why for _, _, why, _ in part.refused), "")
        self.effects += part.effects

    def all(self, asked: int) -> Posted:
        def numbers(*sequels: Sequel) -> tuple[str, ...]:
            return tuple(dict.fromkeys(one.secondary for one in self.effects if one.sequel in sequels))

        return Posted(
            self.posting_id, self.posted, self.paid, numbers(Sequel.MADE, Sequel.RENEWED),
            numbers(Sequel.CROSSED_OVER), numbers(Sequel.COB_CHANGED),
            tuple(dict.fromkeys(one.number for one in self.effects if one.overpaid)),
            tuple(dict.fromkeys(one.number for one in self.effects if one.denial)), asked - self.posted,
        )  # fmt: skip


def open_journal(db: Session, clinician: Clinician, posting: Posting, answers: int = CHUNK) -> Journal:
    """One with ids for that many answers, and as many claims that may follow."""
    return Journal(
        clinician.practice_id, posting.id or 0, now(), today(), clinician.id, clinician.signature,
        postings.new_ids(db, Claim, answers), postings.new_ids(db, Adjudication, answers),
    )  # fmt: skip
