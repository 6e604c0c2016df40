"""A chart at a glance: what it tells is what the lists and the ledger tell, to the cent."""

from datetime import date, timedelta

import pytest

from mbp_claims.actions.complete_claim import complete_by_hand, reopen_claim
from mbp_claims.actions.decide_rest import decide_rest
from mbp_claims.actions.open_ledger import open_client_balance
from mbp_claims.actions.open_overview import open_overview
from mbp_claims.actions.open_today import open_today
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.clock import today
from mbp_claims.db.clinicians import practice_of
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.cents import Cents
from mbp_claims.domain.claim import PUT_AWAY, Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.reading import Seen
from mbp_claims.domain.roles import Role
from mbp_claims.domain.worklist import Sum
from tests import builders
from tests.desk import Desk, as_another


def test_a_new_client_has_nothing_of_anything(desk: Desk, client: Client):
    told = desk.look(open_overview, client.number)
    assert (told.pending, told.ready_sum, told.look_sum, told.payers, told.latest) == (Sum(), Sum(), Sum(), (), None)
    assert (told.year.count, told.year.since, told.year.cents) == (0, None, Cents(0))


def test_the_charge_of_a_session_is_followed_from_payer_to_payer(desk: Desk, client: Client):
    desk.do(builders.both, client)
    claim = desk.do(builders.filed, client)
    told = desk.look(open_overview, client.number)
    assert told.payers_sum == Sum(1, 16000)
    assert told.year.cents == Cents(16000, still_open=16000)
    desk.do(complete_by_hand, claim.number, builders.COINSURED, builders.eob(), later=False)
    told = desk.look(open_overview, client.number)
    assert (told.ready_sum, told.pending, told.payers_sum) == (Sum(1, 2320), Sum(1, 2320), Sum())
    assert told.year.cents == Cents(16000, 4400, 9280, still_open=2320)
    assert (told.year.primary, told.year.secondary, told.year.has_secondary) == ("Aetna", "Cigna", True)


def test_without_a_second_payer_the_rest_is_the_clients(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    desk.do(builders.completed, client)
    told = desk.look(open_overview, client.number)
    assert told.year.cents == Cents(16000, 4400, 9280, client=2320)
    assert told.balance.owed == 2320
    assert (told.year.secondary, told.year.has_secondary) == ("", False)


def test_what_a_person_wrote_off_is_written_off(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    left_open = builders.entry({1: "92.80"}, (1, "CO", "45", "44.00"), (1, "PI", "45", "23.20"))
    claim, _ = desk.do(builders.completed, client, left_open)
    assert desk.look(open_overview, client.number).year.cents == Cents(16000, 4400, 9280, still_open=2320)
    desk.do(decide_rest, claim.number, "write_off")
    assert desk.look(open_overview, client.number).year.cents == Cents(16000, 6720, 9280)
    desk.do(decide_rest, claim.number, "leave")
    desk.do(decide_rest, claim.number, "bill_client")
    assert desk.look(open_overview, client.number).year.cents == Cents(16000, 4400, 9280, client=2320)


def test_what_the_answer_does_not_explain_is_open_and_said(desk: Desk, client: Client):
    desk.do(builders.both, client)
    short = builders.entry({1: "84.00"}, (1, "CO", "45", "40.00"), (1, "PR", "2", "32.00"))
    claim = desk.do(builders.filed, client)
    desk.do(complete_by_hand, claim.number, short, builders.eob(), later=True)
    year = desk.look(open_overview, client.number).year
    assert (year.cents, year.unexplained) == (Cents(16000, 4000, 8400, still_open=3600), 400)


def test_a_reopened_claim_is_open_again_and_one_that_was_put_away_counts_for_nothing(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim, _ = desk.do(builders.completed, client)
    desk.do(reopen_claim, claim.number)
    assert desk.look(open_overview, client.number).year.cents == Cents(16000, still_open=16000)
    other = desk.do(builders.started, client)
    desk.do(mark_not_billable, other.number)
    assert desk.look(open_overview, client.number).year.count == 1


def test_only_this_years_sessions_are_in_the_year(desk: Desk, client: Client):
    desk.do(builders.primary, client, effective="01/01/2025")
    desk.do(builders.started, client, day=date(2025, 12, 31))
    desk.do(builders.started, client, day=date(2026, 1, 1))
    year = desk.look(open_overview, client.number).year
    assert (year.count, year.since) == (1, date(2026, 1, 1))


def test_two_primary_payers_in_a_year_have_no_one_name(desk: Desk, client: Client):
    desk.do(builders.primary, client, effective="01/01/2026", ends="06/30/2026")
    desk.do(builders.started, client, day=date(2026, 6, 2))
    desk.do(builders.primary, client, "Cigna", effective="07/01/2026")
    desk.do(builders.started, client, day=date(2026, 7, 2))
    year = desk.look(open_overview, client.number).year
    assert (year.count, year.primary) == (2, "")


def test_the_activity_is_what_was_done_newest_first_and_not_who_looked(desk: Desk, client: Client):
    from mbp_claims.actions.record_readings import record_seen

    desk.do(builders.both, client)
    desk.do(record_seen, Seen("Chart opened", client.id))
    other = desk.do(lambda db, who: builders.new_client(db, who, "R-0413"))
    desk.do(builders.primary, other)
    told = desk.look(open_overview, client.number)
    assert [one.what for one in told.activity] == ["Cigna added as secondary plan", "Aetna added as primary plan"]
    assert desk.rows(Activity, Activity.kind == Kind.READ)


def test_the_charts_of_the_demo_add_up_to_the_start_page_and_to_the_ledger(demo: Desk):
    work = demo.look(open_today)
    charts = [demo.look(open_overview, one.number) for one in demo.rows(Client)]
    for name in ("ready_sum", "look_sum", "payers_sum"):
        assert sum((getattr(one, name).cents for one in charts), 0) == getattr(work, name).cents
        assert sum((getattr(one, name).claims for one in charts), 0) == getattr(work, name).claims
    assert sum(one.balance.owed for one in charts) == work.clients_cents
    services = [one for one in demo.rows(Claim) if not one.is_secondary and one.status not in PUT_AWAY]
    assert sum(one.year.cents.charge for one in charts) == sum(one.charge_cents for one in services)
    for one in charts:
        assert one.year.cents.accounted == one.year.cents.charge
        assert one.year.cents.client == demo.look(open_client_balance, one.chart.client.number).owed


def test_a_clinician_opens_her_own_clients_charts_alone(desk: Desk, client: Client):
    other = as_another(
        desk, lambda db: builders.new_clinician(
            db, practice_of(db, desk.clinician), first_name="Sol", role=Role.CLINICIAN)
    )  # fmt: skip
    for who in (other, as_another(desk, builders.stranger)):
        with pytest.raises(NotFound):
            who.look(open_overview, client.number)
    desk.do(lambda db, _: setattr(db.get_one(Client, client.id), "clinician_id", other.clinician.id))
    assert other.look(open_overview, client.number).chart.client.id == client.id


def test_a_claim_as_old_as_can_be_still_waits_on_its_payer(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    desk.do(builders.filed, client, day=today() - timedelta(days=300))
    assert desk.look(open_overview, client.number).payers_sum.claims == 1
