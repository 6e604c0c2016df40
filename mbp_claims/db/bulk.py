"""Many claims at once, for measurements: straight into the tables, without the verbs."""

from datetime import date, timedelta

from sqlmodel import Session, insert

from mbp_claims.clock import now, today
from mbp_claims.db.clinicians import practice_of
from mbp_claims.domain.claim import Claim, ClaimStatus, ServiceLine
from mbp_claims.domain.plan import InsurancePlan, Rank
from mbp_claims.domain.practice import Clinician

DAYS = 300
CHARGE_CENTS = 16000


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


def _day(place: int, count: int) -> date:
    return today() - timedelta(days=DAYS - place * DAYS // count)


def _line(claim_id: int | None, day: date) -> dict[str, object]:
    return {
        "claim_id": claim_id, "position": 1, "control": "1", "service_date": day, "procedure": "90837",
        "charge_cents": CHARGE_CENTS,
    }  # fmt: skip
