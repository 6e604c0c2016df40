"""Practices, clients, plans and claims for tests, made through the verbs. Everybody is invented."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from PIL import Image
from sqlmodel import Session, select

from mbp_claims import clock
from mbp_claims.actions.add_plan import add_plan
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.clock import now, today
from mbp_claims.db import claims
from mbp_claims.domain.answer_entry import AnswerEntry, EntryRow
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import Role
from tests.sign_in import signed_in

TODAY = date(2026, 11, 23)
SESSION = date(2026, 11, 3)
PAYERS = (("Aetna", "60054", "CI"), ("Cigna", "62308", "CI"), ("Medicare Part B, Maine", "14112", "MB"))


def add_payers(db: Session) -> None:
    """On everybody's list."""
    db.add_all(Payer(name=name, payer_id=payer_id, claim_filing=filing) for name, payer_id, filing in PAYERS)


def new_practice(db: Session, **changes: object) -> Practice:
    told = {
        "name": "Quiet Cove Counseling", "npi": "1234567893", "tax_id": "987654321", "taxonomy": "1041C0700X",
        "address": "14 Larkspur Landing", "city": "Portland", "state": "ME", "zip": "041010014",
        "phone": "2075550100", "submitter_id": "QUIETCOVE", "receiver_name": "Clearinghouse One",
        "receiver_id": "CLEARHOUSE1",
    }  # fmt: skip
    return _saved(db, Practice(**{**told, **changes}))


def new_clinician(db: Session, practice: Practice, **changes: object) -> Clinician:
    told = {
        "first_name": "June", "last_name": "Marlow", "credential": "LCSW", "npi": "1245319599", "role": Role.OWNER,
    }  # fmt: skip
    clinician = _saved(db, Clinician(**{**told, **changes, "practice_id": practice.id}))
    signed_in(db, clinician.id or 0)
    return clinician


def new_client(db: Session, clinician: Clinician, number: str = "R-0412", **changes: object) -> Client:
    told = {
        "first_name": "Rowan", "last_name": "Ellis", "born": date(1988, 3, 14), "sex": "F",
        "address": "27 Thistledown Row", "city": "Portland", "state": "ME", "zip": "04101",
        "clinician_id": clinician.id,
    }  # fmt: skip
    return _saved(db, Client(**{**told, **changes, "number": number, "practice_id": clinician.practice_id}))


def stranger(db: Session) -> Clinician:
    """Somebody of another practice."""
    other = new_practice(db, name="Elsewhere Counseling", submitter_id="ELSEWHERE")
    return new_clinician(db, other, first_name="Otis", last_name="Vale")


def payer(db: Session, name: str) -> Payer:
    return db.exec(select(Payer).where(Payer.name == name)).first() or _saved(
        db, Payer(name=name, payer_id=name[:9].upper().replace(" ", ""))
    )


def plan_form(db: Session, name: str = "Aetna", secondary: bool = False, **changes: object) -> dict[str, object]:
    """What a browser sends for a plan of that payer, from January of the year on."""
    form: dict[str, object] = {
        "payer": str(payer(db, name).id), "member_id": "W2186 40937", "relationship": "self",
        "effective": "01/01/2026",
    }  # fmt: skip
    return form | ({"secondary": "on"} if secondary else {}) | changes


def primary(db: Session, clinician: Clinician, client: Client, name: str = "Aetna", **changes: object) -> InsurancePlan:
    return add_plan(db, clinician, client.number, plan_form(db, name, **changes))


def secondary(
    db: Session, clinician: Clinician, client: Client, name: str = "Cigna", **changes: object
) -> InsurancePlan:
    form = plan_form(db, name, secondary=True, member_id="U774105528", **changes)
    return add_plan(db, clinician, client.number, form)


def both(db: Session, clinician: Clinician, client: Client) -> tuple[InsurancePlan, InsurancePlan]:
    """Aetna first, then Cigna."""
    return primary(db, clinician, client), secondary(db, clinician, client)


def claim_form(clinician: Clinician, charges: tuple[str, ...] = ("160.00",), day: date = SESSION) -> dict[str, object]:
    lines = {f"procedure-{n}": "90837" for n in keys(charges)} | dict(
        zip((f"charge-{n}" for n in keys(charges)), charges, strict=True)
    )
    return {
        "service_date": day.isoformat(), "place": "11", "diagnosis-1": "F41.1", "rendering": str(clinician.id), **lines
    }  # fmt: skip


def keys(rows: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(n) for n in range(1, len(rows) + 1))


def started(
    db: Session, clinician: Clinician, client: Client, charges: tuple[str, ...] = ("160.00",), day: date = SESSION
) -> Claim:
    """A pending claim to the primary plan of that day."""
    form = claim_form(clinician, charges, day)
    return start_claim(db, clinician, client.number, form, keys(charges), ("1",))


def filed(
    db: Session, clinician: Clinician, client: Client, charges: tuple[str, ...] = ("160.00",), day: date = SESSION
) -> Claim:
    """A claim that is with the primary payer, without the file that went there."""
    claim = started(db, clinician, client, charges, day)
    mark_filed(db, claim)
    return claim


def mark_filed(db: Session, claim: Claim) -> None:
    claim.move(ClaimStatus.FILED)
    claim.filed_at = now()
    db.flush()


def entry(paid: dict[int, str], *rows: tuple[int, str, str, str]) -> AnswerEntry:
    """The form: what was paid by line, and rows of line, group, reason, amount."""
    typed = (EntryRow(str(number), *row) for number, row in enumerate(rows, 1))
    return AnswerEntry(tuple(typed), paid)


COINSURED = entry({1: "92.80"}, (1, "CO", "45", "44.00"), (1, "PR", "2", "23.20"))
"""Aetna's usual answer to one line of $160.00: $23.20 are left for Cigna."""
NO_AUTHORIZATION = entry({1: "0"}, (1, "CO", "197", "160.00"))


def completed(
    db: Session, clinician: Clinician, client: Client, answer: AnswerEntry = COINSURED, day: date = SESSION
) -> tuple[Claim, Claim | None]:
    """A claim of $160.00 that Aetna answered on paper, and the secondary that followed."""
    claim = filed(db, clinician, client, day=day)
    return complete_by_hand(db, clinician, claim.number, answer, eob(day), later=False)


def eob(day: date = SESSION) -> dict[str, object]:
    return {"control_number": "EX26316004417", "eob_date": day.isoformat()}


def follower(db: Session, clinician: Clinician, number: str) -> Claim | None:
    """The secondary claim of that primary, if there is one."""
    return claims.secondary_of(db, claims.claim(db, clinician, number))


@contextmanager
def on(day: date, at: time = time(21, 40)) -> Iterator[None]:
    """The practice's clock stands at that day."""
    kept = clock.settings
    clock.settings = replace(kept, frozen_now=datetime.combine(day, at, kept.timezone))
    try:
        assert today() == day
        yield
    finally:
        clock.settings = kept


def _saved(db: Session, row):  # type: ignore[no-untyped-def]
    db.add(row)
    db.flush()
    return row


def picture(kind: str = "PNG", size: tuple[int, int] = (32, 20), **more: Any) -> bytes:
    """A picture in one colour, teal; `more` is what Pillow takes for that kind."""
    drawn = BytesIO()
    Image.new("RGB", size, "teal").save(drawn, kind, **more)
    return drawn.getvalue()
