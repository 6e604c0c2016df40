"""Posts claims of a payment: each is completed, denied, taken back or corrected, and what follows from it is made.
One transaction: all that were chosen, or nothing."""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlmodel import Session

from mbp_claims.actions.review_era import review_remittance
from mbp_claims.clock import now, today
from mbp_claims.db import postings, remittance_rows, remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.families import CHUNK, chunks, families
from mbp_claims.db.rows import without_collection
from mbp_claims.db.trail import record
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.effect import Effect, Sequel
from mbp_claims.domain.family import Family
from mbp_claims.domain.journal import Journal
from mbp_claims.domain.kept_remit import read_remit
from mbp_claims.domain.may_post import Refusal, decide
from mbp_claims.domain.post_answer import post
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remittance import Outcome, Remittance
from mbp_claims.domain.violation import RuleViolation

NOTHING = "No claim of this ERA is ready to be posted."
ONE_BY_ONE = "This ERA does not add up. Choose its claims one by one."


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
    """
    one_at_a_time(db, clinician)
    remittance = remittances.remittance(db, clinician, remittance_id)
    db.refresh(remittance)
    if lines is None and not remittance.is_balanced:
        raise RuleViolation(ONE_BY_ONE)
    found = remittance_rows.order_of(db, remittance, (Outcome.MATCHED,), lines)
    order = [one for one in found if one not in set(left_out)] if left_out else found
    if not order:
        raise RuleViolation(NOTHING)
    posting = _open(db, clinician, remittance)
    run = _Run(db, clinician, remittance, posting)
    with without_collection():
        for part in chunks(order):
            run.post(part)
            step("posted", run.done, len(order))
    posting.claims = run.posted
    if not run.posted:
        raise RuleViolation(run.why or NOTHING)
    record(db, clinician, f"{run.posted} of {remittance.claims} claims of ERA {remittance.trace} posted",
           remittance_id=remittance.id)  # fmt: skip
    review_remittance(db, clinician, remittance)
    return run.told()


def post_file(db: Session, clinician: Clinician, remittance_ids: Collection[int], step: Step = silent) -> list[Posted]:
    """All payments of a file in one transaction; those that have nothing to be posted, or do not add up, are left."""
    told = []
    for remittance_id in remittance_ids:
        remittance = remittances.remittance(db, clinician, remittance_id)
        if remittance.is_balanced and remittance_rows.order_of(db, remittance, (Outcome.MATCHED,)):
            told.append(post_era(db, clinician, remittance_id, step=step))
    return told


def _open(db: Session, clinician: Clinician, remittance: Remittance) -> Posting:
    posting = Posting(
        practice_id=clinician.practice_id, remittance_id=remittance.id, kind=Kind.POST, at=now(),
        who=clinician.signature,
    )  # fmt: skip
    db.add(posting)
    db.flush()
    return posting


@dataclass
class _Run:
    """Posts chunk by chunk, each saved before the next is loaded, and counts what came of it."""

    db: Session
    clinician: Clinician
    remittance: Remittance
    posting: Posting
    done: int = 0
    posted: int = 0
    paid: int = 0
    why: str = ""
    effects: list[Effect] = field(default_factory=list)

    def post(self, ids: list[int]) -> None:
        rows = remittance_rows.rows(self.db, self.remittance, ids)
        found = families(self.db, self.clinician, {row.claim_id for row in rows if row.claim_id})
        journal = self._journal(len(rows))
        posted, refused = [], []
        for row in rows:
            family: Family | None = found.get(row.claim_id or 0)
            claim = family.member(row.claim_id) if family else None
            if family is None or claim is None:
                continue
            told = decide(
                family, claim, read_remit(row.said), self.remittance.paid_on, row.imbalance, self.remittance.id, row.id
            )
            if isinstance(told, Refusal):
                refused.append((Outcome.PROBLEM.value, told.problem.value, told.why, row.id))
                self.why = self.why or told.why
                continue
            effect = post(family, told, journal)
            self.effects.append(effect)
            self.paid += row.paid_cents
            posted.append((Outcome.POSTED.value, " ".join(effect.flags), row.id))
        postings.save_journal(self.db, journal)
        remittance_rows.update_claims(self.db, ("outcome", "flags"), posted)
        remittance_rows.update_claims(self.db, ("outcome", "problem", "why"), refused)
        self.done += len(ids)
        self.posted += len(posted)

    def told(self) -> Posted:
        def numbers(*sequels: Sequel) -> tuple[str, ...]:
            return tuple(dict.fromkeys(one.secondary for one in self.effects if one.sequel in sequels))

        return Posted(
            self.posting.id or 0, self.posted, self.paid, numbers(Sequel.MADE, Sequel.RENEWED),
            numbers(Sequel.CROSSED_OVER), numbers(Sequel.COB_CHANGED),
            tuple(dict.fromkeys(one.number for one in self.effects if one.overpaid)),
            tuple(dict.fromkeys(one.number for one in self.effects if one.denial)), self.done - self.posted,
        )  # fmt: skip

    def _journal(self, count: int) -> Journal:
        return open_journal(self.db, self.clinician, self.posting, count)


def open_journal(db: Session, clinician: Clinician, posting: Posting, answers: int = CHUNK) -> Journal:
    """One with ids for that many answers, and as many claims that may follow."""
    return Journal(
        clinician.practice_id, posting.id or 0, now(), today(), clinician.id, clinician.signature,
        postings.new_ids(db, Claim, answers), postings.new_ids(db, Adjudication, answers),
    )  # fmt: skip
