"""Makes a claim of a session, for the primary plan that covers its day."""

from sqlmodel import Session

from mbp_claims.clock import now, today
from mbp_claims.db import clients, clinicians, payers, plans
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.claim_draft import ClaimDraft
from mbp_claims.domain.client import Client
from mbp_claims.domain.days import show_day
from mbp_claims.domain.plan import InsurancePlan, Rank, plan_for
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

WHO = _("Choose who rendered the service")


def start_claim(
    db: Session, clinician: Clinician, client_number: str, form: object,
    line_keys: tuple[str, ...], diagnosis_keys: tuple[str, ...],
) -> Claim:  # fmt: skip
    """RuleViolation with a sentence for each field, or when no primary plan covers the day; else a pending claim."""
    practice = clinicians.practice_of(db, clinician, counting=True)
    client = clients.client(db, clinician, client_number)
    draft = ClaimDraft.parse(form, line_keys, diagnosis_keys, today())
    claim = Claim(
        practice_id=clinician.practice_id, client_id=client.id or 0, plan_id=0, rank=Rank.PRIMARY,
        number=f"{practice.claim_prefix}{practice.next_claim}", service_from=draft.service_date,
        service_to=draft.service_date, charge_cents=0, rendering_id=0, created_at=now(),
    )  # fmt: skip
    practice.next_claim += 1
    fill_claim(db, clinician, client, claim, draft)
    record_claim(db, clinician, f"{claim.number} was created", claim, ("", "pending"))
    return claim


def fill_claim(
    db: Session, clinician: Clinician, client: Client, claim: Claim, draft: ClaimDraft,
    kept: tuple[ServiceLine, ...] = (),
) -> None:  # fmt: skip
    """Puts on the claim what the form says, for the primary plan that covers its days; its lines are new but for those
    to be `kept`, as an answer speaks of them: these say what the form says."""
    claim.plan_id = _primary(db, clinician, client, draft).id or 0
    claim.rendering_id = _rendering(db, clinician, draft)
    claim.service_from, claim.service_to = draft.days
    claim.charge_cents = claim.to_bill_cents = draft.charge_cents
    claim.place_of_service, claim.diagnoses = draft.place_of_service, " ".join(draft.diagnoses)
    claim.prior_authorization = draft.prior_authorization
    db.add(claim)
    db.flush()
    lines = _lines(claim, draft)
    for old, new in zip(kept, lines, strict=False):
        for name, value in new.model_dump(exclude={"id", "control"}).items():
            setattr(old, name, value)
    db.add_all(lines[len(kept) :])
    db.flush()


def _primary(db: Session, clinician: Clinician, client: Client, draft: ClaimDraft) -> InsurancePlan:
    """One claim goes to one plan, so that plan must cover every day on it."""
    kept = plans.plans_of(db, client)
    found = {(plan.id if plan else None): plan for day in draft.days for plan in [plan_for(kept, Rank.PRIMARY, day)]}
    if None not in found and len(found) == 1:
        return next(plan for plan in found.values() if plan)
    if len(found) > 1 and None not in found:
        raise RuleViolation.of({"service_date": _("Two primary plans cover these days. Make one claim for each plan.")})
    day = show_day(next(d for d in draft.days if plan_for(kept, Rank.PRIMARY, d) is None))
    raise RuleViolation.of({"service_date": _("No primary plan covers {day}.{why}", day=day, why=_why(db, kept))})


def _why(db: Session, kept: list[InsurancePlan]) -> str:
    primary = next((plan for plan in kept if plan.rank == Rank.PRIMARY), None)
    if primary is None:
        return _(" Add the primary plan first.")
    name = payers.payer_names(db, {primary.payer_id})[primary.payer_id]
    until = _(", ends {day}", day=show_day(primary.ends)) if primary.ends else ""
    return _(" {name} is effective {day}{until}.", name=name, day=show_day(primary.effective), until=until)


def _rendering(db: Session, clinician: Clinician, draft: ClaimDraft) -> int:
    try:
        found = clinicians.colleague(db, clinician, int(draft.rendering) if draft.rendering.isdecimal() else 0)
    except NotFound as stranger:
        raise RuleViolation.of({"rendering": WHO}) from stranger
    if not found.npi:
        raise RuleViolation.of({"rendering": WHO})
    return found.id or 0


def _lines(claim: Claim, draft: ClaimDraft) -> list[ServiceLine]:
    return [
        ServiceLine(
            claim_id=claim.id or 0, position=position, control=str(position), service_date=line.service_date,
            procedure=line.procedure, modifiers=" ".join(line.modifiers), units=line.units,
            charge_cents=line.charge_cents, pointers=" ".join(map(str, line.pointers)),
            place_of_service="" if line.place_of_service == claim.place_of_service else line.place_of_service,
        )
        for position, line in enumerate(draft.lines, 1)
    ]  # fmt: skip
