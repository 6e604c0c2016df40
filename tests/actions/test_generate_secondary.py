"""Exactly one secondary per primary claim, also when its plan comes late or the answer comes twice."""

from dataclasses import replace
from datetime import date

import pytest

from mbp_claims.actions.complete_claim import complete_by_hand, complete_claim
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.generate_secondary import make_missing_secondaries, make_secondary
from mbp_claims.actions.list_claims import claim_facts
from mbp_claims.actions.open_chart import open_chart
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.actions.remove_plan import remove_plan
from mbp_claims.actions.undo_by_hand import undo_all_by_hand
from mbp_claims.db import claims
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.adjudication import Adjudication, Source
from mbp_claims.domain.answer import Answer, LinePayment, Reduction
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.client import Client
from tests import builders
from tests.builders import NO_AUTHORIZATION, entry
from tests.desk import Desk, as_another

PAID = Answer(
    9280, date(2026, 11, 12), (LinePayment(1, 9280),), (Reduction(1, "CO", "45", 4400), Reduction(1, "PR", "2", 2320))
)
PAID_MORE = replace(
    PAID, paid_cents=10000, payments=(LinePayment(1, 10000),),
    reductions=(Reduction(1, "CO", "45", 4400), Reduction(1, "PR", "3", 1600)),
)  # fmt: skip


def answered(desk: Desk, number: str, answer: Answer) -> Claim | None:
    """The primary's payer answers, once more or for the first time; gives the secondary that waits for us."""

    def post(db, clinician):  # type: ignore[no-untyped-def]
        claim = claims.claim(db, clinician, number)
        return complete_claim(db, clinician, claim, answer, Source.ERA)[1]

    return desk.do(post)


@pytest.fixture
def number(desk: Desk, client: Client) -> str:
    desk.do(builders.both, client)
    return desk.do(builders.filed, client).number


def test_a_second_answer_renews_the_one_secondary(desk: Desk, number: str):
    first = answered(desk, number, PAID)
    again = answered(desk, number, PAID_MORE)
    assert (first.id, first.to_bill_cents) == (again.id, 2320)
    assert (again.to_bill_cents, again.status, again.cob_id) == (1600, "pending", desk.rows(Adjudication)[-1].id)
    assert len(desk.rows(Claim)) == 2


def test_a_secondary_that_was_filed_stays_filed_and_says_that_a_replacement_is_due(desk: Desk, number: str):
    second = answered(desk, number, PAID)
    desk.do(file_claim, second.number)
    desk.send()
    assert answered(desk, number, PAID_MORE) is None
    kept = desk.one(Claim, Claim.id == second.id)
    assert (kept.status, kept.to_bill_cents, kept.cob_id) == ("filed", 1600, desk.rows(Adjudication)[-1].id)
    assert kept.cob_changed
    assert kept.note == "The primary’s answer has changed since this was filed"
    said = "C-1001-S: the primary’s answer has changed since this was filed"
    assert said in [what for what, _, _ in desk.trail]


def test_one_that_was_put_away_takes_the_new_amounts_too(desk: Desk, number: str):
    second = answered(desk, number, PAID)
    desk.do(mark_not_billable, second.number)
    answered(desk, number, PAID_MORE)
    kept = desk.one(Claim, Claim.id == second.id)
    assert (kept.status, kept.to_bill_cents) == ("not_billable", 1600)


@pytest.mark.parametrize(
    "sent_on", [{"status_code": "19"}, {"remarks": ("MA18",)}, {"remarks": ("N89",)}, {"remarks": ("MA07",)}]
)
def test_a_claim_that_its_payer_sent_on_has_crossed_over(desk: Desk, number: str, sent_on: dict):
    second = answered(desk, number, replace(PAID, **sent_on))
    assert (second.status, second.note) == ("crossed_over", "Aetna sent it to Cigna")
    assert ("C-1001-S was created", "", "crossed_over") in desk.trail


def test_a_pending_secondary_crosses_over_when_its_payer_says_so_later(desk: Desk, number: str):
    answered(desk, number, PAID)
    second = answered(desk, number, replace(PAID, status_code="19"))
    assert (second.status, second.note) == ("crossed_over", "Aetna sent it to Cigna")
    assert ("C-1001-S crossed over", "pending", "crossed_over") in desk.trail


def test_a_plan_that_comes_late_offers_the_secondaries_it_covers(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    before, _ = desk.do(builders.completed, client, day=date(2026, 5, 4))
    covered, _ = desk.do(builders.completed, client)
    denied, _ = desk.do(builders.completed, client, answer=NO_AUTHORIZATION, day=date(2026, 11, 5))
    waiting = desk.do(builders.filed, client, day=date(2026, 11, 6))
    assert desk.look(open_chart, client.number).missing == ()
    desk.do(builders.secondary, client, effective="7/1/2026")
    chart = desk.look(open_chart, client.number)
    assert (chart.missing, chart.offered_by) == ((covered.number,), "Cigna")
    (made,) = desk.do(make_missing_secondaries, client.number)
    assert (made.number, made.status, made.to_bill_cents) == (f"{covered.number}-S", "pending", 2320)
    assert desk.look(open_chart, client.number).missing == ()
    assert desk.do(make_missing_secondaries, client.number) == []
    assert {before.number, denied.number, waiting.number}.isdisjoint(
        claim.number.removesuffix("-S") for claim in desk.rows(Claim, Claim.rank == "secondary")
    )


def test_claims_that_were_made_together_are_taken_back_together_or_not_at_all(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    for day in (4, 5):
        desk.do(builders.completed, client, day=date(2026, 11, day))
    desk.do(builders.secondary, client)
    offered = desk.look(open_chart, client.number).missing
    made = [one.number for one in desk.do(make_missing_secondaries, client.number)]
    assert len(made) == 2
    desk.do(undo_all_by_hand, made)
    assert desk.look(open_chart, client.number).missing == offered
    made = [one.number for one in desk.do(make_missing_secondaries, client.number)]
    desk.do(mark_not_billable, made[1])
    assert str(desk.refused(undo_all_by_hand, made)) == f"{made[1]} was changed since. It stays as it is now."


def test_a_denial_of_ours_is_followed_deliberately(desk: Desk, number: str):
    desk.do(complete_by_hand, number, NO_AUTHORIZATION, builders.eob(), later=False)
    assert "secondary" in desk.look(claim_facts, number)[0].actions
    made = desk.do(make_secondary, number)
    assert (made.number, made.status, made.to_bill_cents) == ("C-1001-S", "pending", 0)
    assert "secondary" not in desk.look(claim_facts, number)[0].actions
    refusal = desk.refused(make_secondary, number)
    assert str(refusal) == "C-1001 has a secondary claim already, or is not completed."


def test_nothing_follows_deliberately_without_a_plan(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim, _ = desk.do(builders.completed, client)
    refusal = desk.refused(make_secondary, claim.number)
    assert str(refusal) == "No secondary plan covers the date of service. Add one first."


@pytest.mark.parametrize("status", [s for s in ClaimStatus if s not in ("completed", "denied")])
def test_nothing_follows_from_a_claim_without_an_answer(desk: Desk, number: str, status: ClaimStatus):
    desk.do(lambda db, who: claims.claim(db, who, number).move(status))
    desk.refused(make_secondary, number)


def test_a_withdrawn_secondary_is_made_again_deliberately(desk: Desk, client: Client, number: str):
    second = answered(desk, number, PAID)
    desk.do(remove_plan, second.plan_id)
    assert str(desk.refused(make_secondary, number)).startswith("No secondary plan covers")
    other = desk.do(builders.secondary, client, name="Aetna")
    assert "secondary" in desk.look(claim_facts, number)[0].actions
    made = desk.do(make_secondary, number)
    assert (made.id, made.plan_id, made.status) == (second.id, other.id, "pending")


def test_a_secondary_of_several_lines_repeats_each(desk: Desk, client: Client):
    desk.do(builders.both, client)
    claim = desk.do(builders.filed, client, charges=("160.00", "130.00"))
    typed = entry({1: "92.80", 2: "70"}, (1, "CO", "45", "67.20"), (2, "PR", "2", "60"))
    _, second = desk.do(complete_by_hand, claim.number, typed, builders.eob(), later=False)
    lines = desk.look(lambda db, _: claims.service_lines(db, second))
    assert [(line.claim_id, line.charge_cents) for line in lines] == [(claim.id, 16000), (claim.id, 13000)]
    assert second.charge_cents == 29000


def test_another_practices_claim_is_not_there(desk: Desk, client: Client, number: str):
    other = as_another(desk, builders.stranger)
    for verb, told in ((make_secondary, number), (make_missing_secondaries, client.number)):
        with pytest.raises(NotFound):
            other.do(verb, told)
