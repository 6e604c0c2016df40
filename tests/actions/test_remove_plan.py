"""Deleting a plan, what goes with it, and undo."""

from datetime import date

import pytest
from sqlmodel import Session, select

from mbp_claims.actions.complete_claim import reopen_claim
from mbp_claims.actions.generate_secondary import make_missing_secondaries
from mbp_claims.actions.remove_plan import remove_plan, restore_plan, weigh_removal
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from tests import builders
from tests.desk import Desk, as_another

SECONDARY_FIRST = "You cannot delete a primary plan without first removing the secondary plan."
NO_PRIMARY = "There must be an active primary plan to enter a secondary plan."


def test_a_primary_is_not_deleted_before_its_secondary(desk: Desk, client: Client):
    first, second = desk.do(builders.both, client)
    assert str(desk.refused(remove_plan, first.id)) == SECONDARY_FIRST
    weighed = desk.look(weigh_removal, first.id)
    assert (weighed.blocked_by, weighed.blocked_by_id) == ("Cigna", second.id)


def test_the_secondary_goes_first_and_then_the_primary(desk: Desk, client: Client):
    first, second = desk.do(builders.both, client)
    for plan in (second, first):
        assert desk.look(weigh_removal, plan.id).blocked_by == ""
        desk.do(remove_plan, plan.id)
    assert [plan.standing(builders.today()) for plan in desk.rows(InsurancePlan)] == ["removed", "removed"]
    assert desk.rows(InsurancePlan, InsurancePlan.active) == []
    assert [what for what, _, _ in desk.trail[-2:]] == ["Cigna plan deleted", "Aetna plan deleted"]


def test_a_plan_of_the_past_is_deleted_whatever_the_chart_holds(desk: Desk, client: Client):
    desk.do(builders.both, client)
    old = desk.do(builders.primary, client, effective="1/1/2025", ends="12/31/2025")
    desk.do(remove_plan, old.id)
    assert len(desk.rows(InsurancePlan, InsurancePlan.active)) == 2


def test_a_secondary_that_has_ended_forbids_nothing(desk: Desk, client: Client):
    first, _ = desk.do(lambda db, who: (builders.primary(db, who, client), None))
    with builders.on(date(2026, 6, 1)):
        desk.do(builders.secondary, client, ends="6/30/2026")
    desk.do(remove_plan, first.id)
    assert desk.rows(InsurancePlan, InsurancePlan.active) == []


def test_deleting_again_changes_nothing(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(remove_plan, plan.id)
    before = desk.everything()
    desk.do(remove_plan, plan.id)
    assert desk.everything() == before


def test_what_was_filed_stays_and_what_was_pending_is_withdrawn(desk: Desk, client: Client):
    _, second = desk.do(builders.both, client)
    claim, follower = desk.do(builders.completed, client)
    _, sent = desk.do(builders.completed, client, day=date(2026, 11, 10))
    desk.do(lambda db, _: builders.mark_filed(db, db.get_one(Claim, sent.id)))
    weighed = desk.look(weigh_removal, second.id)
    assert (weighed.payer, weighed.pending, weighed.filed) == ("Cigna", 1, 1)
    desk.do(remove_plan, second.id)
    status = {one.number: (one.status, one.note) for one in desk.rows(Claim)}
    assert status[follower.number] == ("withdrawn", "The Cigna plan was deleted")
    assert status[sent.number][0] == "filed"
    assert status[claim.number][0] == "completed"
    because = f"{follower.number} withdrawn: The Cigna plan was deleted"
    assert (because, "pending", "withdrawn") in desk.trail


def test_undo_brings_back_plan_and_claims_as_they_were(desk: Desk, client: Client):
    _, second = desk.do(builders.both, client)
    desk.do(builders.completed, client)
    before = desk.everything()
    desk.do(remove_plan, second.id)
    desk.do(restore_plan, second.id)
    after = desk.everything()
    assert [row[:-1] for row in after["plan"]] == [row[:-1] for row in before["plan"]]
    assert [row[:-1] for row in after["claim"]] == [row[:-1] for row in before["claim"]]
    assert desk.trail[-2:] == [("C-1001-S is back", "withdrawn", "pending"), ("Cigna plan restored", "", "")]


def test_undo_of_a_primary_brings_back_its_pending_claims(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    claim = desk.do(builders.started, client)
    desk.do(remove_plan, plan.id)
    assert desk.one(Claim).status == "withdrawn"
    desk.do(restore_plan, plan.id)
    assert (desk.one(Claim).status, desk.one(Claim).number) == ("pending", claim.number)
    assert desk.one(InsurancePlan).active


def test_a_rejected_claim_comes_back_rejected(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(builders.filed, client)
    desk.do(reject)
    desk.do(remove_plan, plan.id)
    desk.do(restore_plan, plan.id)
    assert desk.one(Claim).status == "rejected"


def reject(db: Session, clinician: Clinician) -> None:
    claim = db.exec(select(Claim)).one()
    record_claim(db, clinician, "rejected", claim, claim.move(ClaimStatus.REJECTED))


def test_undo_is_refused_when_somebody_took_the_place(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(remove_plan, plan.id)
    desk.do(builders.primary, client, name="Cigna")
    refusal = desk.refused(restore_plan, plan.id)
    assert str(refusal) == "There is already an active primary plan. End it before you bring this one back."


def test_undo_of_a_secondary_is_refused_when_its_primary_is_gone(desk: Desk, client: Client):
    first, second = desk.do(builders.both, client)
    desk.do(remove_plan, second.id)
    desk.do(remove_plan, first.id)
    assert str(desk.refused(restore_plan, second.id)) == NO_PRIMARY


def test_undo_of_a_plan_of_the_past_asks_nobody(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    old = desk.do(builders.primary, client, effective="1/1/2025", ends="12/31/2025")
    desk.do(remove_plan, old.id)
    assert desk.do(restore_plan, old.id).standing(builders.today()) == "ended"


def test_undo_while_the_primary_has_ended_puts_the_secondary_back(desk: Desk, client: Client):
    with builders.on(date(2026, 6, 1)):
        desk.do(builders.primary, client, ends="6/30/2026")
        second = desk.do(builders.secondary, client)
    desk.do(remove_plan, second.id)
    assert desk.do(restore_plan, second.id).standing(builders.today()) == "active"


def test_undo_twice_changes_nothing(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(remove_plan, plan.id)
    desk.do(restore_plan, plan.id)
    before = desk.everything()
    desk.do(restore_plan, plan.id)
    assert desk.everything() == before


def test_a_secondary_does_not_come_back_before_its_primary_is_answered_again(desk: Desk, client: Client):
    _, second = desk.do(builders.both, client)
    claim, follower = desk.do(builders.completed, client)
    desk.do(remove_plan, second.id)
    desk.do(reopen_claim, claim.number)
    desk.do(restore_plan, second.id)
    assert desk.one(Claim, Claim.id == follower.id).status == "withdrawn"


def test_a_withdrawn_secondary_goes_to_the_plan_that_was_added_instead(desk: Desk, client: Client):
    _, second = desk.do(builders.both, client)
    _, follower = desk.do(builders.completed, client)
    desk.do(remove_plan, second.id)
    other = desk.do(builders.secondary, client, name="Aetna")
    (made,) = desk.do(make_missing_secondaries, client.number)
    assert (made.id, made.plan_id, made.status, made.to_bill_cents) == (follower.id, other.id, "pending", 2320)
    assert len(desk.rows(Claim)) == 2


def test_another_practices_plan_is_not_there(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    other = as_another(desk, builders.stranger)
    for verb in (weigh_removal, remove_plan, restore_plan):
        with pytest.raises(NotFound):
            other.do(verb, plan.id)
    assert desk.one(InsurancePlan).removed_at is None
