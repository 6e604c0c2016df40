"""A practice with thousands of filed claims, and the ERA that answers all of them: for the bench, and to be killed."""

from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, insert, select

from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remit_claim import Party, RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine
from mbp_claims.domain.remit_payment import Interchange
from mbp_claims.x12.remit_835 import write_835
from tests import builders

PER_CLIENT = 20
CHARGE = 16000
FIRST_DAY = date(2026, 1, 5)
THEN = datetime(2026, 11, 20, 15, tzinfo=UTC)


def busy_practice(db: Session, count: int) -> Clinician:
    """So many claims of $160.00 filed to Aetna, twenty of each client, whose Cigna plan comes second."""
    builders.add_payers(db)
    clinician = builders.new_clinician(db, builders.new_practice(db))
    who = {"practice_id": clinician.practice_id}
    clients = [
        who | {"number": f"R-{n:05d}", "first_name": f"Client{n}", "last_name": "Ellis", "born": date(1988, 3, 14),
               "clinician_id": clinician.id}
        for n in range(-(-count // PER_CLIENT))
    ]
    client_ids = _inserted(db, Client, clients)
    plan_ids = [_plans(db, who, client_ids, rank) for rank in ("primary", "secondary")]
    claims = [_claim(who, clinician, client_ids, plan_ids[0], place) for place in range(count)]
    claim_ids = _inserted(db, Claim, claims)
    lines = [
        {"claim_id": claim_id, "position": 1, "control": "1", "service_date": row["service_from"],
         "procedure": "90837", "charge_cents": CHARGE}
        for claim_id, row in zip(claim_ids, claims, strict=True)
    ]  # fmt: skip
    db.execute(insert(ServiceLine), lines)
    return clinician


def answers_to(
    db: Session, clinician: Clinician, trace: str = "88120457", which: slice = slice(None), more_cents: int = 0
) -> bytes:
    """Aetna pays $92.80 of each, writes off $44.00, and leaves $23.20 of coinsurance. `more_cents` than that are paid
    out, which does not add up."""
    rows = db.exec(
        select(Claim.number, Claim.service_from, InsurancePlan.member_id, Client.first_name)
        .where(Claim.practice_id == clinician.practice_id, InsurancePlan.id == Claim.plan_id)
        .where(Client.id == Claim.client_id).order_by(Claim.id)
    ).all()  # fmt: skip
    claims = tuple(_answer(*row) for row in rows[which])
    payment = Payment(
        Interchange("CLEARHOUSE1", "QUIETCOVE", "000000101", True), "0001", 9280 * len(claims) + more_cents, "ACH",
        date(2026, 11, 20), trace, "1512345678", "AETNA", "60054", "QUIET COVE COUNSELING", "1234567893", "987654321",
        claims=claims,
    )  # fmt: skip
    return write_835(payment, THEN).encode()


def payments_of(db: Session, clinician: Clinician, *counts: int, off: int | None = None) -> bytes:
    """One file that answers the first claims, so many in each of its payments; the one at `off` does not add up."""
    ends = [sum(counts[: place + 1]) for place in range(len(counts))]
    return b"".join(
        answers_to(db, clinician, f"8812{place:04d}", slice(end - count, end), 100 if place == off else 0)
        for place, (count, end) in enumerate(zip(counts, ends, strict=True))
    )


def _answer(number: str, day: date, member_id: str, first_name: str) -> RemitClaim:
    line = RemitLine(
        Procedure("90837"), CHARGE, 9280, service_from=day,
        adjustments=(RemitAdjustment("CO", "45", 4400), RemitAdjustment("PR", "2", 2320)),
        references=(Reference("6R", "1"),), supplemental=(("B6", 11600),),
    )  # fmt: skip
    return RemitClaim(
        number, "1", CHARGE, 9280, 2320, "12", f"EX{number}", "1",
        Party("ELLIS", first_name.upper(), "", "MI", member_id),
        rendering=Party("MARLOW", "JUNE", "", "XX", "1245319599"), lines=(line,),
    )  # fmt: skip


def _plans(db: Session, who: dict, client_ids: list[int], rank: str) -> list[int]:
    payer = builders.payer(db, "Aetna" if rank == "primary" else "Cigna")
    common = who | {"payer_id": payer.id, "rank": rank, "active": True, "effective": date(2025, 1, 1)}
    if rank == "secondary":
        # Who leans on whom is of no account here, and the database would want to know.
        common |= {"active": False}
    letter = rank[0].upper()
    return _inserted(
        db, InsurancePlan,
        [common | {"client_id": one, "member_id": f"{letter}{place:09d}"} for place, one in enumerate(client_ids)],
    )  # fmt: skip


def _claim(who: dict, clinician: Clinician, client_ids: list[int], plan_ids: list[int], place: int) -> dict:
    of, nth = divmod(place, PER_CLIENT)
    day = FIRST_DAY + timedelta(days=nth * 7)
    return who | {
        "client_id": client_ids[of], "plan_id": plan_ids[of], "number": f"C-{place + 1001}", "rank": "primary",
        "status": "filed", "service_from": day, "service_to": day, "charge_cents": CHARGE, "to_bill_cents": CHARGE,
        "diagnoses": "F411", "rendering_id": clinician.id, "filed_at": THEN, "created_at": THEN,
    }  # fmt: skip


def _inserted(db: Session, table: type, rows: list[dict]) -> list[int]:
    return list(db.scalars(insert(table).returning(table.id, sort_by_parameter_order=True), rows))


