"""A claim that waits for us can be mended; one that went out cannot."""

import pytest
from sqlmodel import Session, select

from mbp_claims.actions.edit_claim import edit_claim
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.db.claims import service_lines
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from tests import builders

FORM = {
    "service_date": "11/03/2026", "place": "11", "diagnosis-1": "F41.1", "procedure-1": "90837", "charge-1": "160.00",
    "procedure-2": "90785", "charge-2": "20.00",
}  # fmt: skip


@pytest.fixture
def claim(db: Session, clinician: Clinician, client: Client) -> Claim:
    builders.primary(db, clinician, client)
    return start_claim(db, clinician, client.number, FORM | {"rendering": str(clinician.id)}, ("1", "2"), ("1",))


def changed(db: Session, clinician: Clinician, number: str, **changes: str) -> Claim:
    form = FORM | {"rendering": str(clinician.id)} | changes
    return edit_claim(db, clinician, number, form, ("1",), ("1",))


def test_a_pending_claim_takes_the_new_lines_and_charge(db: Session, clinician: Clinician, claim: Claim):
    mended = changed(db, clinician, claim.number, **{"charge-1": "175.50", "service_date": "11/04/2026"})
    assert (mended.number, mended.charge_cents, mended.to_bill_cents) == (claim.number, 17550, 17550)
    assert [(line.position, line.procedure, line.charge_cents) for line in service_lines(db, mended)] == [
        (1, "90837", 17550)
    ]
    trail = db.exec(select(Activity).where(Activity.what == f"{claim.number} was changed")).one()
    assert (trail.before, trail.after) == ("$180.00", "$175.50")


def test_a_wrong_field_changes_nothing(db: Session, clinician: Clinician, claim: Claim):
    with pytest.raises(RuleViolation) as refused:
        changed(db, clinician, claim.number, **{"charge-1": "a lot"})
    assert refused.value.fields == {"charge-1": "Charge of line 1 must be dollars and cents, like 160.00"}
    assert [line.charge_cents for line in service_lines(db, claim)] == [16000, 2000]


def test_a_filed_claim_cannot_be_changed(db: Session, clinician: Clinician, claim: Claim):
    file_claim(db, clinician, claim.number)
    with pytest.raises(RuleViolation, match="cannot be changed any more"):
        changed(db, clinician, claim.number)


def test_nobody_changes_another_practices_claim(db: Session, claim: Claim):
    with pytest.raises(NotFound):
        changed(db, builders.stranger(db), claim.number)
