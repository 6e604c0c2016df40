"""All that a file says of its claims, loaded together: the same number of queries however many claims there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, col, select

from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.kept_answers import read_answers
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.client import Client
from mbp_claims.domain.filing import Filing, PriorPayer
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician

T = TypeVar("T", bound=SQLModel)
AT_ONCE = 5000


def filings_of(db: Session, clinician: Clinician, claims: Sequence[Claim], at: datetime) -> list[Filing]:
    """One filing for each of the clinician's claims, in their order, as an original written at that moment."""
    practice = practice_of(db, clinician)
    primaries = by_id(db, Claim, (claim.primary_claim_id for claim in claims))
    known = primaries | {claim.id: claim for claim in claims}
    plans = by_id(db, InsurancePlan, (claim.plan_id for claim in known.values()))
    clients = by_id(db, Client, (claim.client_id for claim in claims))
    payers = by_id(db, Payer, (plan.payer_id for plan in plans.values()))
    people = by_id(db, Clinician, (claim.rendering_id for claim in claims))
    lines = _lines(db, claims)
    given = _answers(db, claims)

    def filing(claim: Claim) -> Filing:
        primary = known[claim.services_of]
        plan, before = plans[claim.plan_id], plans[primary.plan_id]
        answer = given.get(claim.cob_id) if claim.is_secondary else None
        return Filing(
            practice=practice, rendering=people[claim.rendering_id], client=clients[claim.client_id], plan=plan,
            payer=payers[plan.payer_id], claim=claim, claim_number=primary.number,
            lines=tuple(lines[claim.services_of]), control_number=practice.next_control, written_at=at,
            prior=PriorPayer(before, payers[before.payer_id], answer) if answer else None,
        )  # fmt: skip

    return [filing(claim) for claim in claims]


def by_id(db: Session, table: type[T], ids: Iterable[int | None]) -> dict[int | None, T]:
    """Records that others, loaded through the clinician, refer to."""
    key = col(table.id)  # type: ignore[attr-defined]
    return {found.id: found for some in _parts(ids) for found in db.exec(select(table).where(key.in_(some)))}


def _lines(db: Session, claims: Sequence[Claim]) -> dict[int | None, list[ServiceLine]]:
    lines: dict[int | None, list[ServiceLine]] = defaultdict(list)
    for some in _parts(claim.services_of for claim in claims):
        wanted = select(ServiceLine).where(col(ServiceLine.claim_id).in_(some))
        for line in db.exec(wanted.order_by(col(ServiceLine.claim_id), col(ServiceLine.position))):
            lines[line.claim_id].append(line)
    return lines


def _answers(db: Session, claims: Sequence[Claim]) -> dict[int | None, Answer]:
    found: dict[int | None, Answer] = {}
    for some in _parts(claim.cob_id for claim in claims):
        found |= read_answers(db, some)
    return found


def _parts(ids: Iterable[int | None]) -> list[list[Any]]:
    """As many at once as a database takes in one question."""
    distinct = sorted({one for one in ids if one is not None})
    return [distinct[start : start + AT_ONCE] for start in range(0, len(distinct), AT_ONCE)]
