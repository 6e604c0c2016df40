"""The practice, client, plans and claim of the golden example: its ERA and its secondary are known to the letter."""

from datetime import date, datetime

from sqlmodel import Session

from mbp_claims.actions.add_client import add_client
from mbp_claims.actions.add_plan import add_plan
from mbp_claims.actions.demo.claims import send
from mbp_claims.actions.demo.opening import own_payer, welcome
from mbp_claims.actions.demo.past import as_of
from mbp_claims.actions.open_practice import open_practice
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import Role
from mbp_claims.settings import settings

FIRST_DAY = datetime(2026, 1, 5, 9, 0, tzinfo=settings.timezone)
FILED = datetime(2026, 1, 20, 20, 40, tzinfo=settings.timezone)
SERVICES = (("90791", date(2026, 1, 12), "250.00"), ("90837", date(2026, 1, 19), "200.00"))


def golden_practice(db: Session) -> Clinician:
    """Claim CHC-2026-0001 of Dana Rivera is filed to Evergreen; Northwind comes second. Days do not move."""
    practice_id = open_practice(db, _practice())
    clinician = welcome(db, _clinician(practice_id))
    with as_of(db, FIRST_DAY):
        client = add_client(db, clinician, _DANA)
        _add_plans(db, clinician, client)
    with as_of(db, FILED):
        claim = start_claim(db, clinician, client.number, _claim_form(clinician), ("1", "2"), ("1",))
        send(db, clinician, claim, None, FILED)
    return clinician


def _practice() -> Practice:
    """The prefix carries zeros, so that the first claim is CHC-2026-0001."""
    return Practice(
        name="Calm Harbor Counseling LLC", npi="1234567893", tax_id="123456789", taxonomy="1041C0700X",
        address="100 Harbor Way", city="Portland", state="ME", zip="041019998", phone="5555550100",
        submitter_id="CALMHARBOR", receiver_name="Clearinghouse One", receiver_id="CLEARHOUSE1", usage="T",
        claim_prefix="CHC-2026-000", next_claim=1, next_control=200,
    )  # fmt: skip


def _clinician(practice_id: int) -> Clinician:
    return Clinician(
        practice_id=practice_id, first_name="Lena", last_name="Okafor", credential="LCSW", npi="1245319599",
        taxonomy="1041C0700X", email="lena.okafor@example.com", role=Role.OWNER,
    )  # fmt: skip


_DANA = {
    "first_name": "Dana", "middle_name": "M", "last_name": "Rivera", "born": "1988-04-17", "sex": "F",
    "address": "12 Elm Street", "city": "Portland", "state": "ME", "zip": "041020000", "phone": "2075550141",
    "email": "dana.rivera@example.com",
}  # fmt: skip


def _add_plans(db: Session, clinician: Clinician, client: Client) -> None:
    """Both payers are the practice's own: everybody's list has another name under 60054."""
    for name, number, member_id, group, second in (
        ("Evergreen Health Plan", "60054", "W123456789", "EG4400", False),
        ("Northwind Mutual", "NWM01", "NWM5550123", "SG7001", True),
    ):
        add_plan(db, clinician, client.number, {
            "payer": str(own_payer(db, clinician, name, number).id), "member_id": member_id, "group_number": group,
            "relationship": "self", "effective": "2026-01-01", "secondary": second,
        })  # fmt: skip


def _claim_form(clinician: Clinician) -> dict[str, str]:
    form = {"service_date": "2026-01-12", "place": "11", "diagnosis-1": "F41.1", "rendering": str(clinician.id)}
    for key, (procedure, day, charge) in enumerate(SERVICES, 1):
        form |= {f"procedure-{key}": procedure, f"date-{key}": day.isoformat(), f"charge-{key}": charge}
    return form
