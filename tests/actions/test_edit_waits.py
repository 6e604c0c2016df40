"""How long is waited for claims that a payer has sent on: said payer by payer, and counted from then on."""

import pytest

from mbp_claims.actions.edit_waits import edit_waits, list_waits
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.deadline import working_days_after
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.roles import NotAllowed, Role
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import golden_era, golden_practice


def payer_id(desk: Desk, name: str) -> int:
    return desk.one(Payer, Payer.name == name).id


@pytest.fixture
def both(desk: Desk, client: Client) -> Desk:
    """Aetna first, then Cigna; no other payer is billed."""
    desk.do(builders.both, client)
    return desk


def test_it_is_fifteen_working_days_until_somebody_says_otherwise(both: Desk):
    assert [(wait.payer, wait.days) for wait in both.look(list_waits)] == [("Aetna", 15), ("Cigna", 15)]


def test_what_is_said_of_a_payer_is_kept_and_told_in_the_trail(both: Desk):
    name = f"days-{payer_id(both, 'Aetna')}"
    both.do(edit_waits, {name: " 20 "})
    both.do(edit_waits, {name: "20"})
    assert [(wait.payer, wait.days) for wait in both.look(list_waits)] == [("Aetna", 20), ("Cigna", 15)]
    both.do(edit_waits, {name: "9"})
    assert [told for told in both.trail if told[0].startswith("Wait")] == [
        ("Wait for claims that Aetna sent on changed", "15 working days", "20 working days"),
        ("Wait for claims that Aetna sent on changed", "20 working days", "9 working days"),
    ]


@pytest.mark.parametrize("typed", ["", "0", "91", "-3", "15.5", "ten", "١٥", "1" * 200])
def test_days_that_are_none_are_refused_beside_their_field(both: Desk, typed: str):
    name = f"days-{payer_id(both, 'Cigna')}"
    refusal = both.refused(edit_waits, {name: typed, f"days-{payer_id(both, 'Aetna')}": "3"})
    assert refusal.fields == {name: "Enter how many working days to wait for Cigna, from 1 to 90"}


def test_another_practices_days_are_its_own(both: Desk):
    other = as_another(both, builders.stranger)
    client = other.do(lambda db, who: builders.new_client(db, who, "R-1"))
    other.do(builders.both, client)
    both.do(edit_waits, {f"days-{payer_id(both, 'Aetna')}": "3"})
    assert [wait.days for wait in other.look(list_waits)] == [15, 15]


def test_only_who_may_change_the_settings_may(both: Desk):
    biller = as_another(both, lambda db: builders.new_clinician(
        db, builders.new_practice(db, submitter_id="OTHER"), role=Role.CLINICIAN
    ))  # fmt: skip
    for door, told in ((list_waits, ()), (edit_waits, ({},))):
        with pytest.raises(NotAllowed):
            biller.do(door, *told)


def test_a_claim_that_crosses_over_waits_as_long_as_was_said_of_who_sent_it(desk: Desk):
    practice = as_another(desk, lambda db: golden_practice(db, "ex5"))
    sender, receiver = practice.rows(Payer, Payer.practice_id == practice.clinician.practice_id)
    practice.do(edit_waits, {f"days-{sender.id}": "4", f"days-{receiver.id}": "40"})
    practice.do(import_and_post, "crossed.835", golden_era("ex5", "primary_crossed.835"))
    crossed = practice.one(Claim, Claim.rank == "secondary")
    assert (crossed.status, crossed.follow_up_on) == ("crossed_over", working_days_after(builders.TODAY, 4))
    practice.do(edit_waits, {f"days-{sender.id}": "10"})
    assert practice.one(Claim, Claim.rank == "secondary").follow_up_on == crossed.follow_up_on
