"""What the rows of claims are made of: all of it in one question, however many rows; and what a table counts.

The questions are made once: asking again costs SQLAlchemy nothing but the answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from sqlalchemy import Select, bindparam, func
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_, select

from mbp_claims.db.own import hers, hers_of_client, whose
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import ANSWERED, WAITS_FOR_US, Claim, ServiceLine
from mbp_claims.domain.claim_facts import ClaimCounts
from mbp_claims.domain.client import Client
from mbp_claims.domain.paper_terms import PaperTerms
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan, Rank
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.sections import WITH_SOMEBODY


@dataclass(frozen=True)
class ClaimParts:
    """`line` is the first of `line_count`; `primary` and `secondary` are the other side of the same services."""

    claim: Claim
    client: Client
    payer: str
    line: ServiceLine
    line_count: int
    from_era: bool
    on_paper: bool
    primary: Claim | None
    secondary: Claim | None


def parts_of(db: Session, claims: Iterable[Claim]) -> list[ClaimParts]:
    """Of claims that were loaded through the clinician, in their order."""
    wanted = {claim.id: place for place, claim in enumerate(claims)}
    found = _parts(db, _BY_ID, {"ids": list(wanted)})
    return sorted(found, key=lambda one: wanted[one.claim.id])


def parts_of_services(db: Session, clinician: Clinician, number: str) -> list[ClaimParts]:
    """That claim, then the other one of the same services. Empty where she has no such claim."""
    found = _parts(db, _OF_SERVICES[clinician.sees_all], {**whose(clinician), "number": number})
    return sorted(found, key=lambda one: one.claim.number != number)


def secondary_plans(db: Session, client_ids: Iterable[int]) -> list[tuple[InsurancePlan, str]]:
    """Secondary plans that these clients ever had, but for the removed ones, each with its payer's name."""
    return [(plan, payer) for plan, payer in db.execute(_SECONDARY_PLANS, {"clients": list(client_ids)})]


def claim_counts(db: Session, clinician: Clinician, client_id: int | None = None) -> ClaimCounts:
    """Of one client's chart, or of all that she sees."""
    told = whose(clinician) | ({} if client_id is None else {"client": client_id})
    return ClaimCounts(*db.execute(_COUNTS[client_id is not None, clinician.sees_all], told).one())


def _parts(db: Session, asked: Select, told: dict[str, object]) -> list[ClaimParts]:  # type: ignore[type-arg]
    return [ClaimParts(*row) for row in db.execute(asked, told)]


_primary, _secondary, _named = aliased(Claim), aliased(Claim), aliased(Claim)
_services = func.coalesce(col(Claim.primary_claim_id), col(Claim.id))
_lines = columns(func.count()).where(col(ServiceLine.claim_id) == _services).correlate(Claim).scalar_subquery()
_era = (
    columns(Adjudication.id)
    .where(
        col(Adjudication.claim_id) == _services, col(Adjudication.remittance_id).is_not(None),
        col(Adjudication.void_at).is_(None),
    )
    .correlate(Claim)
    .exists()
)
_paper = (
    columns(PaperTerms.id)
    .where(
        col(PaperTerms.practice_id) == Claim.practice_id, col(PaperTerms.payer_id) == InsurancePlan.payer_id,
        col(PaperTerms.only).is_(True),
    )
    .correlate(Claim, InsurancePlan)
    .exists()
)
_ROWS = (
    columns(Claim, Client, col(Payer.name), ServiceLine, _lines, _era, _paper, _primary, _secondary)
    .join(Client, col(Client.id) == Claim.client_id)
    .join(InsurancePlan, col(InsurancePlan.id) == Claim.plan_id)
    .join(Payer, col(Payer.id) == InsurancePlan.payer_id)
    .join(ServiceLine, (col(ServiceLine.claim_id) == _services) & (col(ServiceLine.position) == 1))
    .outerjoin(_primary, col(_primary.id) == Claim.primary_claim_id)
    .outerjoin(_secondary, col(_secondary.primary_claim_id) == Claim.id)
)
_BY_ID = _ROWS.where(col(Claim.id).in_(bindparam("ids", expanding=True)))


def _of_services(sees_all: bool) -> Select:  # type: ignore[type-arg]
    services = func.coalesce(col(_named.primary_claim_id), col(_named.id))
    numbered = columns(services).where(*hers(_named, sees_all), col(_named.number) == bindparam("number"))
    named = numbered.scalar_subquery()
    return _ROWS.where(or_(col(Claim.id) == named, col(Claim.primary_claim_id) == named))


_OF_SERVICES = {sees_all: _of_services(sees_all) for sees_all in (True, False)}
_SECONDARY_PLANS = (
    select(InsurancePlan, Payer.name)
    .join(Payer, col(Payer.id) == InsurancePlan.payer_id)
    .where(
        col(InsurancePlan.client_id).in_(bindparam("clients", expanding=True)),
        InsurancePlan.rank == Rank.SECONDARY, col(InsurancePlan.removed_at).is_(None),
    )
)  # fmt: skip


def _counting(of_client: bool, sees_all: bool) -> Select:  # type: ignore[type-arg]
    mine = hers(Claim, sees_all)
    shown = hers_of_client(sees_all) if of_client else mine
    waiting = col(Claim.status).in_(WAITS_FOR_US)
    asked = columns(func.count(), func.coalesce(func.sum(col(Claim.to_bill_cents)), 0)).where(waiting, *shown)
    table = asked.subquery()
    filed, completed = (
        columns(func.count()).select_from(Claim).where(col(Claim.status).in_(statuses), *shown).scalar_subquery()
        for statuses in (WITH_SOMEBODY, ANSWERED)
    )
    practice = columns(func.count()).select_from(Claim).where(waiting, *mine).scalar_subquery()
    return columns(*table.c, filed, completed, practice)


_COUNTS = {asked: _counting(*asked) for asked in product((False, True), repeat=2)}
