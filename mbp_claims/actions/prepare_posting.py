"""Works out what posting a payment, or a whole file, will write, while nobody waits: all but the writing."""

from collections.abc import Collection, Iterator

from sqlmodel import Session

from mbp_claims.actions.prepared import Part, Prepared, PreparedPayment
from mbp_claims.clock import now, today
from mbp_claims.db import postings, remittance_rows, remittances, trail_since
from mbp_claims.db.families import chunks, families
from mbp_claims.db.remittance_rows import RemitRow
from mbp_claims.db.rows import without_collection
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
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


def prepare_posting(
    db: Session, clinician: Clinician, remittance_id: int, lines: Collection[int] | None = None, step: Step = silent,
    left_out: Collection[int] = (),
) -> Prepared:  # fmt: skip
    """As `post_era` asks for it; changes nothing. `step` tells `prepared`. Of more than `MOST` claims only the order is
    told, and their parts are worked out one after the other as they are written."""
    place = trail_since.place(db, clinician)
    remittance = _fresh(db, clinician, remittance_id)
    if lines is None and not remittance.is_balanced:
        raise RuleViolation(ONE_BY_ONE)
    return _prepare(db, clinician, place, {remittance_id: _order(db, remittance, lines, left_out)}, step)


def prepare_file(
    db: Session, clinician: Clinician, remittance_ids: Collection[int], step: Step = silent,
    left_out: Collection[int] = (),
) -> Prepared:  # fmt: skip
    """The same of all these payments that add up, together; a payment with nothing to be posted is left out."""
    place = trail_since.place(db, clinician)
    found = [_fresh(db, clinician, one) for one in remittance_ids]
    orders = {one.id or 0: _order(db, one, None, left_out) for one in found if one.is_balanced}
    return _prepare(db, clinician, place, orders, step)


def _fresh(db: Session, clinician: Clinician, remittance_id: int) -> Remittance:
    remittance = remittances.remittance(db, clinician, remittance_id)
    db.refresh(remittance)
    return remittance


def _order(
    db: Session, remittance: Remittance, lines: Collection[int] | None, left_out: Collection[int]
) -> list[int]:
    found, out = remittance_rows.order_of(db, remittance, (Outcome.MATCHED,), lines), set(left_out)
    return [one for one in found if one not in out]


def _prepare(db: Session, clinician: Clinician, place: int, orders: dict[int, list[int]], step: Step) -> Prepared:
    orders = {one: order for one, order in orders.items() if order}
    if not orders:
        raise RuleViolation(NOTHING)
    count = sum(map(len, orders.values()))
    wanted = (Claim, count), (Adjudication, count), (Posting, len(orders))
    claims, answers, own = (postings.new_ids(db, table, many) for table, many in wanted)
    payments = tuple(PreparedPayment(one, order, own()) for one, order in orders.items())
    prepared = Prepared(place, (claims, answers, own), payments)
    if not prepared.is_long:
        known: dict[int, Family] = {}
        done = 0
        for payment in payments:
            for part in parts(db, clinician, prepared, payment, known):
                payment.parts.append(part)
                done += part.count
                step("prepared", done, count)
    return prepared


def parts(
    db: Session, clinician: Clinician, prepared: Prepared, payment: PreparedPayment, known: dict[int, Family]
) -> Iterator[Part]:
    """A thousand claims at a time, in the order in which they are to be posted; a later answer to the same claim, of
    another payment too, begins where the one before has ended (`known`). Of what is long each part is to be written
    before the next is asked for."""
    remittance = remittances.remittance(db, clinician, payment.remittance_id)
    with without_collection():
        for ids in chunks(payment.order):
            rows = remittance_rows.rows(db, remittance, ids)
            missing = {row.claim_id for row in rows if row.claim_id and row.claim_id not in known}
            known |= families(db, clinician, missing)
            journal = Journal(
                clinician.practice_id, payment.posting_id, now(), today(), clinician.id, clinician.signature,
                prepared.ids[0], prepared.ids[1],
            )  # fmt: skip
            yield _part(db, remittance, rows, known, journal, len(ids))
            if prepared.is_long:
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
