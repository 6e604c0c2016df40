"""Claims for a table: each with all that its row tells, loaded together, however many there are."""

from sqlmodel import Session

from mbp_claims.db import answers, claims, clients, payers, plans
from mbp_claims.domain.claim import ANSWERED, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.claim_facts import ClaimFacts, ClaimList, ClaimQuery
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.secondary import next_plan
from mbp_claims.domain.standing import actions

SENT = (*WITH_PAYER, *ANSWERED)


def list_claims(db: Session, clinician: Clinician, query: ClaimQuery) -> ClaimList:
    """Fifty at most, newest date of service first."""
    page = claims.claim_page(db, clinician, query)
    return ClaimList(tuple(_facts(db, list(page.claims))), page.total, page.to_bill_cents, page.has_more)


def count_claims(db: Session, clinician: Clinician, query: ClaimQuery) -> tuple[int, int]:
    """How many claims match, and what they ask for in cents."""
    return claims.claim_totals(db, clinician, query)


def claim_facts(db: Session, clinician: Clinician, *numbers: str) -> tuple[ClaimFacts, ...]:
    """The rows of these claims, after one of them changed. NotFound for a stranger's."""
    return tuple(_facts(db, [claims.claim(db, clinician, number) for number in numbers]))


def _facts(db: Session, found: list[Claim]) -> list[ClaimFacts]:
    lines = claims.first_lines(db, found)
    primaries = claims.claims_by_id(db, {c.primary_claim_id for c in found if c.primary_claim_id})
    secondaries = claims.secondaries_of(db, {c.id or 0 for c in found if not c.is_secondary})
    people = clients.clients_by_id(db, {c.client_id for c in found})
    kept = plans.plans_by_client(db, set(people))
    of_id = {plan.id: plan for of_client in kept.values() for plan in of_client}
    names = payers.payer_names(db, {plan.payer_id for plan in of_id.values()})
    eras = answers.claims_with_era(db, {c.services_of or 0 for c in found})

    def facts(claim: Claim) -> ClaimFacts:
        line, count = lines[claim.services_of or 0]
        follows = secondaries.get(claim.id or 0)
        following = (
            None if claim.is_secondary else next_plan(claim, [p for p in kept[claim.client_id] if not p.removed_at])
        )
        has_secondary = follows is not None and follows.status != ClaimStatus.WITHDRAWN
        able = actions(claim, claim.services_of in eras, has_secondary or following is None, _sent(follows))
        return ClaimFacts(
            claim, people[claim.client_id], names[of_id[claim.plan_id].payer_id], line, count,
            primaries.get(claim.primary_claim_id or 0), names[following.payer_id] if following else "",
            able, claim.services_of in eras,
        )  # fmt: skip

    return [facts(claim) for claim in found]


def _sent(follows: Claim | None) -> bool:
    return follows is not None and follows.status in SENT
