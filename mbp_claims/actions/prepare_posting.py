"""Works out what posting a payment will write, while nobody waits: all but the writing.

What is worked out holds as long as nothing was done meanwhile about the same clients, the same payment or the practice.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sqlmodel import Session

from mbp_claims.clock import now, today
from mbp_claims.db import postings, remittance_rows, remittances, trail_since
from mbp_claims.db.families import chunks, families
from mbp_claims.db.postings import Ids, Written
from mbp_claims.db.remittance_rows import RemitRow
from mbp_claims.db.rows import without_collection
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.effect import Effect
from mbp_claims.domain.family import Family
from mbp_claims.domain.journal import Journal
from mbp_claims.domain.kept_remit import read_remit
from mbp_claims.domain.may_post import Refusal, decide
from mbp_claims.domain.post_answer import post
from mbp_claims.domain.posting import Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remittance import Outcome, Remittance
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

NOTHING = _("No claim of this ERA is ready to be posted.")
ONE_BY_ONE = _("This ERA does not add up. Choose its claims one by one.")
MOST = 20_000
"""Claims whose rows may lie in memory at once."""


@dataclass(frozen=True)
class Part:
    """What up to a thousand claims of the payment write, and what comes of it: their paid amounts in cents.

    `families` are pairs of ids: of the client, and of the primary claim.
    """

    written: Written
    posted: list[tuple[str, str, int]]
    refused: list[tuple[str, str, str, int]]
    effects: list[Effect]
    paid_cents: int
    families: frozenset[tuple[int, int]]
    count: int


@dataclass(frozen=True)
class Prepared:
    """A posting as it will be written, if nothing has changed after `place` of the trail."""

    remittance_id: int
    place: int
    order: list[int]
    ids: tuple[Ids, Ids, Ids]
    posting_id: int
    parts: list[Part] = field(default_factory=list)

    def holds(self, db: Session, clinician: Clinician) -> bool:
        """Whether it can still be written as it is. Ask it with the write lock."""
        done = trail_since.since(db, clinician, self.place)
        if self.remittance_id in done.payments or not all(ids.are_free(db) for ids in self.ids):
            return False
        return done.nothing or not any(done.concerns(*one) for part in self.parts for one in part.families)


def prepare_posting(
    db: Session, clinician: Clinician, remittance_id: int, lines: Collection[int] | None = None, step: Step = silent,
    left_out: Collection[int] = (),
) -> Prepared:  # fmt: skip
    """As `post_era` asks for it; changes nothing. `step` tells `prepared`. Of a payment of more than `MOST` claims only
    the order is told, and its parts are worked out one after the other as they are written."""
    prepared = open_posting(db, clinician, remittance_id, lines, left_out)
    if len(prepared.order) <= MOST:
        for part in parts(db, clinician, prepared):
            prepared.parts.append(part)
            step("prepared", sum(one.count for one in prepared.parts), len(prepared.order))
    return prepared


def open_posting(
    db: Session, clinician: Clinician, remittance_id: int, lines: Collection[int] | None, left_out: Collection[int]
) -> Prepared:
    """Which claims of the payment are to be posted, and the ids that are given out. RuleViolation when there are
    none, or when all of a payment that does not add up are asked for."""
    place = trail_since.place(db, clinician)
    remittance = remittances.remittance(db, clinician, remittance_id)
    db.refresh(remittance)
    if lines is None and not remittance.is_balanced:
        raise RuleViolation(ONE_BY_ONE)
    found = remittance_rows.order_of(db, remittance, (Outcome.MATCHED,), lines)
    order = [one for one in found if one not in set(left_out)] if left_out else found
    if not order:
        raise RuleViolation(NOTHING)
    wanted = (Claim, len(order)), (Adjudication, len(order)), (Posting, 1)
    claims, answers, own = (postings.new_ids(db, table, count) for table, count in wanted)
    return Prepared(remittance_id, place, order, (claims, answers, own), own())


def parts(db: Session, clinician: Clinician, prepared: Prepared) -> Iterator[Part]:
    """A thousand claims at a time, in the order in which they are to be posted; a later answer to the same claim begins
    where the one before has ended. Of a long payment each part is to be written before the next is asked for."""
    remittance = remittances.remittance(db, clinician, prepared.remittance_id)
    with without_collection():
        known: dict[int, Family] = {}
        for ids in chunks(prepared.order):
            rows = remittance_rows.rows(db, remittance, ids)
            missing = {row.claim_id for row in rows if row.claim_id and row.claim_id not in known}
            known |= families(db, clinician, missing)
            journal = Journal(
                clinician.practice_id, prepared.posting_id, now(), today(), clinician.id, clinician.signature,
                prepared.ids[0], prepared.ids[1],
            )  # fmt: skip
            yield _part(db, remittance, rows, known, journal, len(ids))
            if len(prepared.order) > MOST:
                known.clear()


def _part(
    db: Session, remittance: Remittance, rows: list[RemitRow], found: dict[int, Family], journal: Journal, count: int
) -> Part:
    effects, posted, refused, paid, about = [], [], [], 0, set()
    for row in rows:
        family = found.get(row.claim_id or 0)
        claim = family.member(row.claim_id) if family else None
        if family is None or claim is None:
            continue
        about.add((claim.client_id, family.primary.id))
        told = decide(family, claim, read_remit(row.said), remittance.paid_on, row.imbalance, remittance.id, row.id)
        if isinstance(told, Refusal):
            refused.append((Outcome.PROBLEM.value, told.problem.value, told.why, row.id))
            continue
        effect = post(family, told, journal)
        effects.append(effect)
        paid += row.paid_cents
        posted.append((Outcome.POSTED.value, " ".join(effect.flags), row.id))
    return Part(postings.written(db, journal), posted, refused, effects, paid, frozenset(about), count)
