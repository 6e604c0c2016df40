"""One claim with everything about it: money, lines, both payers' answers, trail, files."""

from sqlmodel import Session

from mbp_claims.actions.list_claims import claim_facts
from mbp_claims.db import (
    acknowledgements,
    answers,
    claims,
    clinicians,
    files,
    ledgers,
    paper,
    payers,
    plans,
    remittances,
    trail,
)
from mbp_claims.db.kept_answers import read_answer
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.claim_facts import OpenClaim, PayerFacts
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Task, why_not


def open_claim(db: Session, clinician: Clinician, number: str) -> OpenClaim:
    """NotFound when no claim of this practice has that number."""
    facts = claim_facts(db, clinician, number)[0]
    claim = facts.claim
    lines = claims.service_lines(db, claim)
    primary = facts.primary or claim
    second = claims.secondaries_of(db, {primary.id or 0}).get(primary.id or 0)
    both = [primary, *([second] if second else [])]
    return OpenClaim(
        facts,
        clinicians.colleague(db, clinician, claim.rendering_id),
        tuple(lines),
        _payer(db, clinician, primary, lines, second.cob_id if second else None),
        _payer(db, clinician, second, lines, None) if second else None,
        tuple(trail.claim_trail(db, clinician, [one.id or 0 for one in both])),
        tuple(files.claim_files(db, clinician, claim.id)),
        tuple(paper.printed_forms(db, claim.id)),
        tuple(acknowledgements.of_claim(db, claim)),
        not why_not(clinician.role, Task.PAYMENTS), not why_not(clinician.role, Task.CLEARINGHOUSE),
        *ledgers.decided(db, claim),
    )  # fmt: skip


def _payer(db: Session, clinician: Clinician, claim: Claim, lines: list[ServiceLine], chosen: int | None) -> PayerFacts:
    payer = payers.payer(db, clinician, plans.plan(db, clinician, claim.plan_id).payer_id)
    kept = answers.adjudication(db, chosen) or answers.latest_adjudication(db, claim.id)
    if kept is None or claim.completed_at is None:
        return PayerFacts(claim, payer)
    before = answers.era_before(db, kept)
    earlier = remittances.behind(db, before) if before else None
    return PayerFacts(
        claim, payer, read_answer(db, kept), kept, remittances.behind(db, kept), earlier.paid_on if earlier else None
    )


def era_answer(db: Session, clinician: Clinician, number: str) -> Answer | None:
    """What the ERA itself said of the claim's primary payer, however often a person changed it since."""
    claim = claims.claim(db, clinician, number)
    kept = answers.era_behind(db, answers.adjudication(db, claim.cob_id))
    return read_answer(db, kept) if kept else None
