"""What follows from an answered primary claim."""

from datetime import datetime

import pytest

from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.secondary import next_plan, secondary_claim, take_answer
from tests.domain.nouns import COINSURED, JULY, JUNE_30, TODAY, answer, claim, follower, plan, secondary

NOW = datetime(2026, 11, 23, 21, 40)


def test_it_asks_for_the_same_services_and_full_charges():
    primary = claim(ClaimStatus.COMPLETED, prior_authorization="A-77", diagnoses="F411 F331", place_of_service="10")
    made = secondary_claim(primary, secondary(), COINSURED, NOW)
    repeated = (
        "client_id", "practice_id", "charge_cents", "service_from", "service_to", "diagnoses", "place_of_service",
        "rendering_id", "prior_authorization",
    )  # fmt: skip
    assert [getattr(made, name) for name in repeated] == [getattr(primary, name) for name in repeated]
    assert (made.number, made.rank, made.primary_claim_id, made.plan_id) == ("C-1042-S", "secondary", 42, 2)
    assert (made.status, made.services_of) == (ClaimStatus.PENDING, 42)
    assert (made.to_bill_cents, made.off_cents, made.cob_amounts) == (2320, 0, 3)


@pytest.mark.parametrize("status", [s for s in ClaimStatus if s not in (ClaimStatus.COMPLETED, ClaimStatus.DENIED)])
def test_nothing_follows_from_a_claim_that_is_not_answered(status: ClaimStatus):
    with pytest.raises(ValueError):
        secondary_claim(claim(status), secondary(), COINSURED, NOW)


def test_nothing_follows_from_a_secondary():
    with pytest.raises(ValueError):
        secondary_claim(follower(ClaimStatus.COMPLETED), secondary(), COINSURED, NOW)


def test_a_denied_primary_is_an_answered_one():
    made = secondary_claim(claim(ClaimStatus.DENIED), secondary(), answer(0, (1, "PR", "204", 16000)), NOW)
    assert made.to_bill_cents == 16000


def test_the_plan_is_the_secondary_that_covered_the_day():
    primary = claim(service_from=JUNE_30)
    old, new = secondary(ends=JUNE_30, active=False), secondary(effective=JULY, id=3)
    assert next_plan(primary, [plan(), old, new]) is old
    assert next_plan(primary, [plan(), new]) is None
    assert next_plan(claim(service_from=TODAY), [plan(), old]) is None


def test_an_answer_that_stops_short_says_by_how_much():
    second = follower()
    take_answer(second, answer(8400, (1, "CO", "45", 4000), (1, "PR", "2", 3200)))
    assert (second.to_bill_cents, second.off_cents) == (3200, 400)


def test_without_an_answer_everything_is_open():
    second = follower()
    take_answer(second, None)
    assert (second.to_bill_cents, second.off_cents, second.cob_amounts) == (16000, 16000, 0)
