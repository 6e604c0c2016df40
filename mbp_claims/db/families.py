"""Claims with all that posting needs to know of them, thousands at a time: a few queries for any number of claims."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import and_, func, select
from sqlmodel import Session, col

from mbp_claims.db.kept_answers import read_answers
from mbp_claims.db.own import mine
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import ANSWERED, Claim, ClaimStatus, ServiceLine
from mbp_claims.domain.client import Client
from mbp_claims.domain.crossover_terms import CrossoverTerms
from mbp_claims.domain.family import Family
from mbp_claims.domain.ledger import LedgerEntry
from mbp_claims.domain.our_claim import COLUMNS, OurClaim, OurLine, OurPlan
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician

CHUNK = 1000
REVERSAL = "22"
claim_, line_ = Claim.__table__.c, ServiceLine.__table__.c  # type: ignore[attr-defined]
"""Columns of the tables: through them a query makes plain rows and no objects."""
_CLAIM = [claim_[name] for name in COLUMNS]
_LINE = [line_[name] for name in OurLine.__slots__]


def chunks(wanted: Collection[Any]) -> Iterable[list[Any]]:
    listed = list(wanted)
    return (listed[start : start + CHUNK] for start in range(0, len(listed), CHUNK))


def claims_by_number(db: Session, clinician: Clinician, numbers: Collection[str]) -> dict[str, OurClaim]:
    """Her claims by their number."""
    hers = mine(clinician, Claim)
    return {
        found.number: found
        for part in chunks(numbers) for found in _claims(db, *hers, claim_.number.in_(part))
    }  # fmt: skip


def claims_of_members(db: Session, clinician: Clinician, member_ids: Collection[str]) -> list[OurClaim]:
    """Her claims on plans with these member ids, newest first."""
    plans = select(InsurancePlan.__table__.c.id).where(  # type: ignore[attr-defined]
        *mine(clinician, InsurancePlan), col(InsurancePlan.member_id).in_(list(member_ids))
    )
    found = _claims(db, claim_.plan_id.in_(plans))
    return sorted(found, key=lambda claim: (claim.service_from, claim.id), reverse=True)


def claims_of_day(db: Session, clinician: Clinician, day: date, charge_cents: int) -> list[OurClaim]:
    """Up to twenty of her claims of that day of service and charge."""
    # All statuses, as the index by day begins with them.
    hers = *mine(clinician, Claim), col(Claim.status).in_(list(ClaimStatus))
    return _claims(db, *hers, Claim.service_from == day, Claim.charge_cents == charge_cents)[:20]


def families(db: Session, clinician: Clinician, claim_ids: Collection[int]) -> dict[int, Family]:
    """By the id of each claim that was asked for and of the other one of its services, without strangers'."""
    hers = mine(clinician, Claim)
    found: dict[int, Family] = {}
    for part in chunks(claim_ids):
        asked = _claims(db, *hers, claim_.id.in_(part))
        services = {claim.primary_claim_id or claim.id for claim in asked}
        by_id = {claim.id: claim for claim in asked}
        missing = services - by_id.keys()
        if missing:
            by_id |= {claim.id: claim for claim in _claims(db, *hers, claim_.id.in_(missing))}
        seconds = {c.primary_claim_id: c for c in by_id.values() if c.primary_claim_id} | {
            claim.primary_claim_id: claim
            for claim in _claims(db, *hers, claim_.primary_claim_id.in_(services))
            if claim.id not in by_id
        }
        made = [Family(by_id[one], seconds.get(one)) for one in services]
        _fill(db, made)
        for family in made:
            found[family.primary.id] = family
            if family.secondary:
                found[family.secondary.id] = family
    return found


def client_names(db: Session, client_ids: Collection[int]) -> dict[int, str]:
    rows = db.execute(
        select(Client.__table__.c.id, Client.__table__.c.first_name, Client.__table__.c.last_name)  # type: ignore[attr-defined]
        .where(col(Client.id).in_(list(client_ids)))
    )  # fmt: skip
    return {client_id: f"{first} {last}" for client_id, first, last in rows}


def _claims(db: Session, *wanted: Any) -> list[OurClaim]:
    return [OurClaim(*row) for row in db.execute(select(*_CLAIM).where(*wanted))]


def _fill(db: Session, made: list[Family]) -> None:
    services = [family.primary.id for family in made]
    lines = _lines(db, services)
    plans = _plans(db, {family.primary.client_id for family in made})
    sums = _sums(db, services)
    for family in made:
        family.lines = tuple(lines[family.primary.id])
        family.plans = plans[family.primary.client_id]
        family.sums = sums.get(family.primary.id, {})
    _fill_answers(db, made)


def _lines(db: Session, services: list[int]) -> dict[int, list[OurLine]]:
    found: dict[int, list[OurLine]] = defaultdict(list)
    wanted = select(*_LINE).where(line_.claim_id.in_(services))
    for row in db.execute(wanted.order_by(line_.claim_id, line_.position)):
        found[row.claim_id].append(OurLine(*row))
    return found


def _plans(db: Session, client_ids: set[int]) -> dict[int, dict[int, OurPlan]]:
    plan, payer = InsurancePlan.__table__.c, Payer.__table__.c  # type: ignore[attr-defined]
    terms = CrossoverTerms.__table__.c  # type: ignore[attr-defined]
    said = and_(terms.practice_id == plan.practice_id, terms.payer_id == plan.payer_id)
    found: dict[int, dict[int, OurPlan]] = defaultdict(dict)
    rows = db.execute(
        select(
            plan.id, plan.client_id, plan.rank, plan.member_id, plan.effective, plan.ends, plan.removed_at,
            payer.name, payer.payer_id, func.coalesce(terms.days, payer.forwards_days),
        ).select_from(InsurancePlan)
        .join(Payer, payer.id == plan.payer_id).outerjoin(CrossoverTerms, said)
        .where(plan.client_id.in_(client_ids))
    )  # fmt: skip
    for row in rows:
        found[row.client_id][row.id] = OurPlan(*row)
    return found


def _sums(db: Session, services: list[int]) -> dict[int, dict[tuple[str, int], int]]:
    entry = LedgerEntry.__table__.c  # type: ignore[attr-defined]
    found: dict[int, dict[tuple[str, int], int]] = defaultdict(dict)
    rows = db.execute(
        select(entry.services_id, entry.account, entry.claim_id, func.sum(entry.cents))
        .where(entry.services_id.in_(services))
        .group_by(entry.services_id, entry.account, entry.claim_id)
    )
    for services_id, account, claim_id, cents in rows:
        if cents:
            found[services_id][account, claim_id] = int(cents)
    return found


def _fill_answers(db: Session, made: list[Family]) -> None:
    """The answers that count, of those who have one. A secondary's `cob_id` may name what a person made of it."""
    members = {c.id for f in made for c in (f.primary, f.secondary) if c and _may_have_answer(c)}
    kept = _latest(db, members)
    cobs = {f.secondary.cob_id for f in made if f.secondary and f.secondary.cob_id}
    answers = read_answers(db, {row.id for row in kept.values()} | cobs)
    for family in made:
        for claim in filter(None, (family.primary, family.secondary)):
            last = kept.get(claim.id)
            if last is not None and last.status_code == REVERSAL:
                family.taken_back.add(claim.id)
            elif last is not None and claim.status in ANSWERED:
                family.answers[claim.id], family.answer_ids[claim.id] = answers[last.id], last.id
        second = family.secondary
        if second and second.cob_id and second.cob_id in answers:
            family.filed_with = answers[second.cob_id]
            if family.primary.id in family.answers and _stands_on_it(second):
                family.answers[family.primary.id] = answers[second.cob_id]
                family.answer_ids[family.primary.id] = second.cob_id


def _stands_on_it(second: OurClaim) -> bool:
    """Whether what it names is still the primary's answer: not once it was withdrawn, or the primary answered anew."""
    return second.status != ClaimStatus.WITHDRAWN and not second.cob_changed


def _may_have_answer(claim: OurClaim) -> bool:
    return claim.status in ANSWERED or bool(claim.note)


def _latest(db: Session, claim_ids: Collection[int]) -> dict[int, Any]:
    """The last answer kept for each claim that was not taken back by a person."""
    if not claim_ids:
        return {}
    kept = Adjudication.__table__.c  # type: ignore[attr-defined]
    rows = db.execute(
        select(kept.id, kept.claim_id, kept.status_code)
        .where(kept.claim_id.in_(claim_ids), kept.void_at.is_(None)).order_by(kept.id)
    )  # fmt: skip
    return {row.claim_id: row for row in rows}
