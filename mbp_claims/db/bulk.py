"""Many claims at once, for measurements: straight into the tables, without the verbs."""

from datetime import date, timedelta

from sqlmodel import Session, insert, select

from mbp_claims.clock import now, today
from mbp_claims.db.clinicians import practice_of
from mbp_claims.domain.adjudication import Adjudication, Adjustment, LineAnswer, Source
from mbp_claims.domain.answer import Answer, Reduction
from mbp_claims.domain.claim import Claim, ClaimStatus, ServiceLine
from mbp_claims.domain.plan import InsurancePlan, Rank
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.secondary import secondary_claim

DAYS = 300
CHARGE_CENTS = 16000
PAID_CENTS = 9280
REDUCED = (("CO", "45", 4400), ("PR", "2", 2320))


def add_pending_claims(db: Session, clinician: Clinician, plan: InsurancePlan, count: int) -> None:
    """Primary claims of one line that wait to be filed, over the last 300 days, the newest with the highest number."""
    practice = practice_of(db, clinician, counting=True)
    first, practice.next_claim = practice.next_claim, practice.next_claim + count
    common = {
        "practice_id": clinician.practice_id, "client_id": plan.client_id, "plan_id": plan.id, "rank": Rank.PRIMARY,
        "status": ClaimStatus.PENDING, "charge_cents": CHARGE_CENTS, "to_bill_cents": CHARGE_CENTS,
        "diagnoses": "F411", "rendering_id": clinician.id, "created_at": now(),
    }  # fmt: skip
    days = [_day(place, count) for place in range(count)]
    claims = [
        common | {"number": f"{practice.claim_prefix}{first + place}", "service_from": day, "service_to": day}
        for place, day in enumerate(days)
    ]
    if claims:
        ids = db.scalars(insert(Claim).returning(Claim.id, sort_by_parameter_order=True), claims).all()
        lines = [_line(claim_id, day) for claim_id, day in zip(ids, days, strict=True)]
        db.execute(insert(ServiceLine), lines)


def add_ready_secondaries(db: Session, clinician: Clinician, plan: InsurancePlan) -> None:
    """Every pending primary claim of the plan's client is answered in the usual way, and its secondary is ready."""
    primaries = list(db.exec(select(Claim).where(Claim.client_id == plan.client_id, Claim.status == "pending")))
    answered = [
        {"practice_id": one.practice_id, "claim_id": one.id, "source": Source.ERA, "paid_cents": PAID_CENTS,
         "payer_control_number": f"EX{one.id:09d}", "adjudicated_on": today(), "created_at": now(),
         "created_by": clinician.signature}
        for one in primaries
    ]  # fmt: skip
    kept = db.scalars(insert(Adjudication).returning(Adjudication.id, sort_by_parameter_order=True), answered).all()
    of_claim = dict(db.exec(select(ServiceLine.claim_id, ServiceLine.id)).all())
    lines = [of_claim[one.id or 0] for one in primaries]
    pairs = list(zip(kept, lines, strict=True))
    paid = [{"adjudication_id": a, "service_line_id": line, "paid_cents": PAID_CENTS} for a, line in pairs]
    db.execute(insert(LineAnswer), paid)
    reduced = [
        {"adjudication_id": a, "service_line_id": line, "position": place, "group_code": group, "reason_code": reason,
         "amount_cents": cents}
        for a, line in pairs for place, (group, reason, cents) in enumerate(REDUCED, 1)
    ]  # fmt: skip
    db.execute(insert(Adjustment), reduced)
    for primary in primaries:
        primary.move(ClaimStatus.COMPLETED)
        primary.paid_cents, primary.completed_at = PAID_CENTS, now()
    answer = Answer(PAID_CENTS, today(), reductions=tuple(Reduction(1, *reduction) for reduction in REDUCED))
    for primary, adjudication in zip(primaries, kept, strict=True):
        second = secondary_claim(primary, plan, answer, now())
        second.cob_id = adjudication
        db.add(second)
    db.flush()


def _day(place: int, count: int) -> date:
    return today() - timedelta(days=DAYS - place * DAYS // count)


def _line(claim_id: int | None, day: date) -> dict[str, object]:
    return {
        "claim_id": claim_id, "position": 1, "control": "1", "service_date": day, "procedure": "90837",
        "charge_cents": CHARGE_CENTS,
    }  # fmt: skip
