"""Claims for a table: each with all that its row tells, loaded together, however many there are."""

from sqlmodel import Session

from mbp_claims.db import claim_rows, claims, payers, worklist
from mbp_claims.db.claim_rows import ClaimParts
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import ANSWERED, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.claim_facts import ClaimCounts, ClaimFacts, ClaimList, ClaimQuery
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Task, why_not
from mbp_claims.domain.secondary import next_plan
from mbp_claims.domain.standing import actions
from mbp_claims.domain.worklist import Sum

SENT = (*WITH_PAYER, *ANSWERED)
Followers = dict[int, tuple[list[InsurancePlan], dict[int, str]]]
"""Secondary plans by client, with the names of their payers by plan."""


def list_claims(db: Session, clinician: Clinician, query: ClaimQuery) -> ClaimList:
    """Fifty at most, newest date of service first."""
    page = claims.claim_page(db, clinician, query)
    return ClaimList(facts_of(db, clinician, list(page.claims)), page.total, page.to_bill_cents, page.has_more)


def facts_of(db: Session, clinician: Clinician, found: list[Claim]) -> tuple[ClaimFacts, ...]:
    """Of claims that were loaded through the clinician."""
    return _facts(db, clinician, claim_rows.parts_of(db, found)) if found else ()


def list_ready(db: Session, clinician: Clinician) -> tuple[list[str], Sum]:
    """Numbers of the claims that can be filed as they are, and their sum."""
    return claims.ready_numbers(db, clinician), worklist.ready(db, clinician)[1]


def list_billed_payers(db: Session, clinician: Clinician) -> list[str]:
    """The payers that the practice's claims may be asked for by."""
    return payers.billed_payers(db, clinician)


def count_claims(db: Session, clinician: Clinician, client_id: int | None = None) -> ClaimCounts:
    """Of one client's chart, or of the practice."""
    return claim_rows.claim_counts(db, clinician, client_id)


def claim_facts(db: Session, clinician: Clinician, number: str) -> tuple[ClaimFacts, ...]:
    """The row of this claim, then that of the other one of the same services. NotFound for a stranger's."""
    found = claim_rows.parts_of_services(db, clinician, number)
    if not found:
        raise NotFound("no such claim")
    return _facts(db, clinician, found)


def changed_claims(
    db: Session, clinician: Clinician, ids: list[int], numbers: list[str]
) -> tuple[ClaimFacts, ...]:
    """Rows by id, each with the other one of the same services, and by number; what is not hers is not there."""
    with_others = claims.with_others_of_services(db, clinician, ids)
    named = claims.claims_by_number(db, clinician, numbers) if numbers else []
    return facts_of(db, clinician, list({one.id: one for one in (*with_others, *named)}.values()))


def _facts(db: Session, clinician: Clinician, found: list[ClaimParts]) -> tuple[ClaimFacts, ...]:
    followers = _followers(db, {one.claim.client_id for one in found if not one.claim.is_secondary})
    opens_eras = not why_not(clinician.role, Task.PAYMENTS)
    return tuple(_fact(one, followers, opens_eras) for one in found)


def _followers(db: Session, client_ids: set[int]) -> Followers:
    found: Followers = {client_id: ([], {}) for client_id in client_ids}
    for plan, payer in claim_rows.secondary_plans(db, client_ids) if client_ids else ():
        of_client, names = found[plan.client_id]
        of_client.append(plan)
        names[plan.id or 0] = payer
    return found


def _fact(one: ClaimParts, followers: Followers, opens_eras: bool) -> ClaimFacts:
    plans, names = followers.get(one.claim.client_id, ([], {}))
    following = None if one.claim.is_secondary else next_plan(one.claim, plans)
    has_secondary = one.secondary is not None and one.secondary.status != ClaimStatus.WITHDRAWN
    has_era = one.from_era and opens_eras
    able = actions(one.claim, has_era, has_secondary or following is None, _sent(one.secondary), one.on_paper)
    return ClaimFacts(
        one.claim, one.client, one.payer, one.line, one.line_count, one.primary,
        names[following.id or 0] if following else "", able, one.from_era,
        one.on_paper,
    )  # fmt: skip


def _sent(follows: Claim | None) -> bool:
    return follows is not None and follows.status in SENT
