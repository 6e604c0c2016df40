"""Changes a claim that still waits for us: a wrong charge, a missing modifier, another day."""

from sqlmodel import Session

from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.actions.start_claim import fill_claim
from mbp_claims.clock import today
from mbp_claims.db import answers, claims, clients, clinicians
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_draft import ClaimDraft
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.standing import may_edit
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


def edit_claim(
    db: Session, clinician: Clinician, number: str, form: object,
    line_keys: tuple[str, ...], diagnosis_keys: tuple[str, ...], seen: int | None = None,
) -> Claim:  # fmt: skip
    """RuleViolation with a sentence for each field; or when the claim went out, follows another, or was answered.

    ChangedSince when it is not as it was `seen` (a version) any more.
    """
    clinicians.one_at_a_time(db, clinician)
    claim = claims.claim(db, clinician, number)
    answered = answers.latest_adjudication(db, claim.id) is not None
    if not may_edit(claim) or (answered and not claim.denial):
        raise RuleViolation(_("{number} cannot be changed any more. Make a new claim instead.", number=number))
    refuse_unseen(db, clinician, claim, seen)
    client = clients.client_by_id(db, clinician, claim.client_id)
    draft = ClaimDraft.parse(form, line_keys, diagnosis_keys, today())
    before = format_cents(claim.charge_cents)
    kept = claims.service_lines(db, claim)
    if answered and len(draft.lines) < len(kept):
        raise RuleViolation(
            _("The payer has answered {count} services. Keep them, or make a new claim instead.", count=len(kept))
        )
    if not answered:
        for line in kept:
            db.delete(line)
        db.flush()
    fill_claim(db, clinician, client, claim, draft, tuple(kept) if answered else ())
    claim.version += 1
    record_claim(db, clinician, f"{number} was changed", claim, (before, format_cents(claim.charge_cents)))
    return claim
