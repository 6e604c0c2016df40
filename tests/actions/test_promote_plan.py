"""The primary's end date has passed: the plan behind it takes its place, and the days of the past stay as they were."""

from datetime import date

import pytest

from mbp_claims.actions.add_plan import edit_plan
from mbp_claims.actions.end_plan import end_plan
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.actions.open_chart import open_chart
from mbp_claims.actions.promote_plan import promote_plan
from mbp_claims.actions.remove_plan import remove_plan
from mbp_claims.actions.take_back_promotion import TOO_LATE, take_back_promotion
from mbp_claims.db.plans import plans_of
from mbp_claims.domain.card import Card
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan, Rank, plan_for
from tests import builders
from tests.desk import Desk

SUMMER = date(2026, 6, 1)
JUNE_30, JULY_1 = date(2026, 6, 30), date(2026, 7, 1)


@pytest.fixture
def lapsed(desk: Desk, client: Client) -> tuple[InsurancePlan, InsurancePlan]:
    """Aetna ended on 06/30/2026, Cigna was behind it since January."""
    with builders.on(SUMMER):
        first, second = desk.do(builders.both, client)
        desk.do(end_plan, first.id, {"ends": "6/30/2026"})
    return first, second


def paying(desk: Desk, client: Client, day: date) -> tuple[str, str]:
    """Who is asked first and second for a service of that day."""
    kept = desk.look(lambda db, _: plans_of(db, client))
    found = [plan_for(kept, rank, day) for rank in (Rank.PRIMARY, Rank.SECONDARY)]
    return tuple({None: "", 1: "Aetna", 2: "Cigna"}[plan and plan.payer_id] for plan in found)


@pytest.mark.usefixtures("lapsed")
def test_the_chart_asks_and_yes_makes_the_secondary_the_primary(desk: Desk, client: Client):
    ended, following = desk.look(open_chart, client.number).succession
    assert (ended.payer_id, following.payer_id) == (1, 2)
    primary = desk.do(promote_plan, client.number)
    assert (primary.rank, primary.payer_id, primary.active, primary.effective) == ("primary", 2, True, JULY_1)
    assert desk.look(open_chart, client.number).succession is None
    assert desk.trail[-1] == ("Cigna is the primary plan now", "", "")


@pytest.mark.usefixtures("lapsed")
def test_services_of_the_past_still_find_the_plans_of_their_day(desk: Desk, client: Client):
    desk.do(promote_plan, client.number)
    assert paying(desk, client, SUMMER) == ("Aetna", "Cigna")
    assert paying(desk, client, JUNE_30) == ("Aetna", "Cigna")
    assert paying(desk, client, JULY_1) == ("Cigna", "")
    assert paying(desk, client, date(2025, 12, 31)) == ("", "")


def test_the_plan_itself_is_taken_over_whole_and_its_cards_too(desk: Desk, client: Client, lapsed: tuple):
    _, second = lapsed
    desk.do(keep_card, second.id, "front", read_card(b"%PDF-1.7"))
    primary = desk.do(promote_plan, client.number)
    for name in ("member_id", "group_number", "relationship", "copay_cents", "payer_id", "claim_filing", "ends"):
        assert getattr(primary, name) == getattr(second, name)
    assert [card.plan_id for card in desk.rows(Card)] == [second.id, primary.id]


def test_why_medicare_paid_second_does_not_go_with_it(desk: Desk, client: Client):
    with builders.on(SUMMER):
        desk.do(builders.primary, client, ends="6/30/2026")
        desk.do(builders.secondary, client, name="Medicare Part B, Maine", msp_type="12")
    assert desk.do(promote_plan, client.number).msp_type == ""
    assert desk.one(InsurancePlan, InsurancePlan.rank == "secondary").msp_type == "12"


def test_a_secondary_that_came_after_the_end_is_the_same_plan_with_another_rank(desk: Desk, client: Client):
    with builders.on(SUMMER):
        desk.do(builders.primary, client, ends="6/30/2026")
        second = desk.do(builders.secondary, client, effective="8/1/2026")
    primary = desk.do(promote_plan, client.number)
    assert (primary.id, primary.rank, primary.effective) == (second.id, "primary", date(2026, 8, 1))
    assert len(desk.rows(InsurancePlan)) == 2


def test_pending_secondary_claims_of_the_old_days_stay_pending(desk: Desk, client: Client, lapsed: tuple):
    with builders.on(SUMMER):
        _, follower = desk.do(builders.completed, client, day=date(2026, 5, 12))
    desk.do(promote_plan, client.number)
    kept = desk.one(Claim, Claim.id == follower.id)
    assert (kept.status, kept.plan_id) == ("pending", lapsed[1].id)


@pytest.mark.usefixtures("lapsed")
def test_the_next_secondary_leans_on_the_new_primary(desk: Desk, client: Client):
    desk.do(promote_plan, client.number)
    next_one = desk.do(builders.secondary, client, name="Aetna", effective="7/1/2026")
    assert next_one.active
    assert desk.one(InsurancePlan, InsurancePlan.id == next_one.primary_id).effective == JULY_1


def test_a_secondary_that_starts_later_leans_on_the_promoted_plan(desk: Desk, client: Client):
    with builders.on(SUMMER):
        desk.do(builders.primary, client, ends="6/30/2026")
        desk.do(builders.secondary, client, ends="12/31/2026")
        later = desk.do(builders.secondary, client, name="Aetna", effective="1/1/2027")
    primary = desk.do(promote_plan, client.number)
    assert desk.one(InsurancePlan, InsurancePlan.id == later.id).primary_id == primary.id
    assert primary.ends == date(2026, 12, 31)


@pytest.mark.parametrize("lapse", ["nothing", "still active", "no secondary", "secondary gone"])
def test_without_an_ended_primary_and_a_plan_behind_it_nothing_is_promoted(desk: Desk, client: Client, lapse: str):
    with builders.on(SUMMER):
        if lapse == "still active":
            desk.do(builders.both, client)
        elif lapse != "nothing":
            desk.do(builders.primary, client, ends="6/30/2026")
        if lapse == "secondary gone":
            desk.do(remove_plan, desk.do(builders.secondary, client).id)
    assert desk.look(open_chart, client.number).succession is None
    refusal = desk.refused(promote_plan, client.number)
    assert str(refusal) == "There is no ended primary plan with another plan behind it."


@pytest.mark.usefixtures("lapsed")
def test_promoting_twice_promotes_once(desk: Desk, client: Client):
    desk.do(promote_plan, client.number)
    desk.refused(promote_plan, client.number)
    assert len(desk.rows(InsurancePlan, InsurancePlan.active)) == 1


def standing(desk: Desk) -> list[tuple]:
    """Who holds which rank on which days, behind whom."""
    return [
        (plan.id, plan.rank, plan.active, plan.effective, plan.ends, plan.primary_id, plan.msp_type)
        for plan in desk.rows(InsurancePlan)
        if plan.removed_at is None
    ]


def test_a_promotion_is_taken_back_and_every_plan_stands_as_before(desk: Desk, client: Client, lapsed: tuple):
    before = standing(desk)
    primary = desk.do(promote_plan, client.number)
    desk.do(take_back_promotion, primary.id, lapsed[1].id)
    assert standing(desk) == before
    assert desk.look(open_chart, client.number).succession is not None
    assert paying(desk, client, JULY_1) == ("", "Cigna")
    assert desk.trail[-1] == ("Cigna is the secondary plan again", "", "")
    desk.do(promote_plan, client.number)
    assert paying(desk, client, JULY_1) == ("Cigna", "")


def test_so_is_one_of_a_plan_that_only_changed_its_rank(desk: Desk, client: Client):
    with builders.on(SUMMER):
        desk.do(builders.primary, client, ends="6/30/2026")
        desk.do(builders.secondary, client, name="Medicare Part B, Maine", msp_type="12", effective="8/1/2026")
    before = standing(desk)
    primary = desk.do(promote_plan, client.number)
    desk.do(take_back_promotion, primary.id, primary.id, "12")
    assert standing(desk) == before


def test_and_one_with_a_secondary_of_later_behind_it(desk: Desk, client: Client):
    with builders.on(SUMMER):
        desk.do(builders.primary, client, ends="6/30/2026")
        second = desk.do(builders.secondary, client, ends="12/31/2026")
        desk.do(builders.secondary, client, name="Aetna", effective="1/1/2027")
    before = standing(desk)
    desk.do(take_back_promotion, desk.do(promote_plan, client.number).id, second.id)
    assert standing(desk) == before


@pytest.mark.parametrize("since", ["a claim", "an edit", "twice", "another plan", "not promoted"])
def test_what_was_used_or_changed_since_stays(desk: Desk, client: Client, lapsed: tuple, since: str):
    first, second = lapsed
    promoted, left = desk.do(promote_plan, client.number).id, second.id
    if since == "a claim":
        desk.do(builders.started, client)
    elif since == "an edit":
        form = desk.do(lambda db, _: builders.plan_form(db, "Cigna", member_id="NEW1", effective="7/1/2026"))
        desk.do(edit_plan, promoted, form)
    elif since == "twice":
        desk.do(take_back_promotion, promoted, left)
    elif since == "another plan":
        left = first.id
    else:
        promoted = first.id
    refusal = desk.refused(take_back_promotion, promoted, left)
    assert str(refusal) == TOO_LATE or since == "twice"
