"""A claim that is not to be billed, and the way back."""

import pytest

from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.actions.remove_plan import remove_plan
from mbp_claims.db import claims
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.client import Client
from tests import builders
from tests.desk import Desk, as_another


@pytest.fixture
def claim(desk: Desk, client: Client) -> Claim:
    desk.do(builders.primary, client)
    return desk.do(builders.started, client)


def move(desk: Desk, number: str, status: ClaimStatus) -> None:
    def moved(db, clinician):  # type: ignore[no-untyped-def]
        one = claims.claim(db, clinician, number)
        record_claim(db, clinician, "moved", one, one.move(status))

    desk.do(moved)


@pytest.mark.parametrize("status", [ClaimStatus.PENDING, ClaimStatus.REJECTED])
def test_it_goes_and_comes_back_to_where_it_was(desk: Desk, claim: Claim, status: ClaimStatus):
    move(desk, claim.number, status)
    assert desk.do(mark_not_billable, claim.number).status == "not_billable"
    assert desk.do(mark_billable, claim.number).status == status
    assert desk.trail[-2:] == [
        ("C-1001 marked as not billable", status, "not_billable"),
        ("C-1001 is billable again", "not_billable", status),
    ]


@pytest.mark.parametrize("verb", [mark_not_billable, mark_billable])
def test_twice_is_as_good_as_once(desk: Desk, claim: Claim, verb):  # type: ignore[no-untyped-def]
    desk.do(verb, claim.number)
    before = desk.everything()
    desk.do(verb, claim.number)
    assert desk.everything() == before


@pytest.mark.parametrize("status", ["filed", "accepted", "completed", "denied", "crossed_over", "withdrawn"])
def test_what_went_out_is_not_put_away(desk: Desk, claim: Claim, status: str):
    move(desk, claim.number, ClaimStatus(status))
    refusal = desk.refused(mark_not_billable, claim.number)
    said = status.replace("_", " ")
    assert str(refusal) == f"C-1001 is {said}. Only a claim that waits for you can be put away."


def test_it_does_not_come_back_to_a_plan_that_was_deleted(desk: Desk, claim: Claim):
    desk.do(mark_not_billable, claim.number)
    desk.do(remove_plan, claim.plan_id)
    refusal = desk.refused(mark_billable, claim.number)
    assert str(refusal) == "The Aetna plan was deleted. Bring it back before you bill C-1001."


def test_another_practices_claim_is_not_there(desk: Desk, claim: Claim):
    other = as_another(desk, builders.stranger)
    for verb in (mark_not_billable, mark_billable):
        with pytest.raises(NotFound):
            other.do(verb, claim.number)
