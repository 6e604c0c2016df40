"""The start page: each claim stands in one place, and the money adds up."""

from datetime import date, timedelta

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.open_ledger import open_client_balance
from mbp_claims.actions.open_today import open_today
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.clock import now, today
from mbp_claims.db.clinicians import practice_of
from mbp_claims.domain.claim import ANSWERED, PUT_AWAY, Claim, ClaimStatus
from mbp_claims.domain.client import Client
from mbp_claims.domain.roles import Role
from mbp_claims.domain.worklist import Sum
from tests import builders
from tests.desk import Desk, as_another


def test_a_new_practice_has_nothing_to_do(desk: Desk):
    work = desk.look(open_today)
    assert work.is_done
    assert (work.owed_cents, work.payers, work.clients, sum(one.cents for one in work.received)) == (0, (), (), 0)


def test_a_claim_goes_from_ready_to_waiting_to_ready_again_for_the_second_payer(desk: Desk, client: Client):
    desk.do(builders.both, client)
    claim = desk.do(builders.started, client)
    assert desk.look(open_today).ready_sum == Sum(1, 16000)
    desk.do(lambda db, _: builders.mark_filed(db, db.get_one(Claim, claim.id)))
    work = desk.look(open_today)
    assert (work.ready_sum, work.payers_sum, work.payers[0].payer) == (Sum(), Sum(1, 16000), "Aetna")
    desk.do(complete_by_hand, claim.number, builders.COINSURED, builders.eob(), later=False)
    work = desk.look(open_today)
    assert [one.claim.number for one in work.ready] == [f"{claim.number}-S"]
    assert (work.ready_sum, work.payers_sum, work.owed_cents) == (Sum(1, 2320), Sum(), 2320)
    assert work.received[-1].primary_cents == 9280


def test_what_no_payer_is_left_for_is_the_clients(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim = desk.do(builders.filed, client)
    desk.do(complete_by_hand, claim.number, builders.COINSURED, builders.eob(), later=False)
    work = desk.look(open_today)
    assert [(one.client.number, one.cents) for one in work.clients] == [(client.number, 2320)]
    assert work.clients_cents == desk.look(open_client_balance, client.number).owed
    assert work.is_done


def test_a_claim_is_as_old_as_its_filing(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    for days in (0, 30, 31, 60, 61, 90, 91, 400):
        claim = desk.do(builders.filed, client, day=today() - timedelta(days=days) if days < 300 else date(2026, 1, 5))

        def back_then(db, _, claim=claim, days=days):  # type: ignore[no-untyped-def]
            db.get_one(Claim, claim.id).filed_at = now() - timedelta(days=days)

        desk.do(back_then)
    (aetna,) = desk.look(open_today).payers
    assert [of.claims for of in aetna.ages] == [2, 2, 2, 2]


def test_what_needs_a_look_is_not_counted_among_what_payers_owe(desk: Desk, client: Client):
    desk.do(builders.both, client)
    sent_back = desk.do(builders.filed, client)
    desk.do(lambda db, _: db.get_one(Claim, sent_back.id).move(ClaimStatus.REJECTED))
    crossed = desk.do(builders.filed, client)

    def cross(db, _):  # type: ignore[no-untyped-def]
        claim = db.get_one(Claim, crossed.id)
        claim.move(ClaimStatus.CROSSED_OVER)
        claim.follow_up_on = today() - timedelta(days=1)

    desk.do(cross)
    work = desk.look(open_today)
    assert {one.claim.number for one in work.look} == {sent_back.number, crossed.number}
    assert (work.look_sum, work.payers_sum) == (Sum(2, 32000), Sum())


def test_a_claim_that_was_put_away_is_owed_by_nobody(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim = desk.do(builders.started, client)
    desk.do(mark_not_billable, claim.number)
    assert desk.look(open_today).owed_cents == 0


def test_the_demo_practice_adds_up(demo: Desk):
    """Whatever is open stands in exactly one place."""
    work = demo.look(open_today)
    open_ = [one for one in demo.rows(Claim) if one.status not in (*ANSWERED, *PUT_AWAY)]
    denied = [one.claim for one in work.look if one.claim.status == ClaimStatus.DENIED]
    told = work.ready_sum.plus(work.look_sum).plus(work.payers_sum)
    assert told == Sum(len(open_) + len(denied), sum(one.to_bill_cents for one in [*open_, *denied]))
    assert {one.claim.number for one in work.ready}.isdisjoint(one.claim.number for one in work.look)


def test_a_clinician_sees_what_is_owed_for_her_own_clients_and_no_payments(demo: Desk):
    other = as_another(
        demo, lambda db: builders.new_clinician(
            db, practice_of(db, demo.clinician), first_name="Sol", role=Role.CLINICIAN)
    )  # fmt: skip
    work = other.look(open_today)
    assert (work.owed_cents, work.to_review, work.ready) == (0, (), ())


def test_another_practice_sees_nothing_of_it(demo: Desk):
    assert as_another(demo, builders.stranger).look(open_today).owed_cents == 0


def test_of_a_payment_that_is_partly_posted_only_what_waits_is_told(demo: Desk):
    (one,) = demo.look(open_today).to_review
    assert (one.payer, one.remittance.total_cents, one.cents) == ("Aetna", 17680, 0)
