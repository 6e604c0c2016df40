"""Money over time: to the cent what the ledger and the claims say, however it is cut."""

from collections import Counter
from dataclasses import astuple
from datetime import date, timedelta

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.decide_rest import decide_rest
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.actions.open_money import open_aging_sheet, open_money, open_money_sheet
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.clock import today
from mbp_claims.db.clinicians import practice_of
from mbp_claims.domain.cents import Cents, follow_the_cents
from mbp_claims.domain.claim import PUT_AWAY, Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.ledger import Account, LedgerEntry
from mbp_claims.domain.money_over_time import MoneyQuery
from mbp_claims.domain.roles import Role
from tests import builders
from tests.desk import Desk, as_another

YEAR = MoneyQuery(date(2026, 1, 1), date(2026, 12, 1))
EVER = MoneyQuery(date(2020, 1, 1), date(2026, 12, 1))


def ledger(desk: Desk) -> Counter[str]:
    """All of it, by account."""
    sums: Counter[str] = Counter()
    for entry in desk.rows(LedgerEntry):
        sums[entry.account] += entry.cents
    return sums


def test_the_sums_are_those_of_the_ledger_to_the_cent(demo: Desk):
    whole, sums = demo.look(open_money, EVER).whole.cents, ledger(demo)
    billed = [one for one in demo.rows(Claim) if not one.is_secondary and one.status not in PUT_AWAY]
    assert whole.charge == sum(one.charge_cents for one in billed)
    assert whole.primary_paid + whole.secondary_paid == sums[Account.PAID]
    assert whole.written_off == sums[Account.WRITTEN_OFF] + sums[Account.WAIVED]
    assert whole.accounted == whole.charge
    second = {one.id for one in demo.rows(Claim) if one.is_secondary}
    paid = sum(e.cents for e in demo.rows(LedgerEntry) if e.account == Account.PAID and e.claim_id in second)
    assert whole.secondary_paid == paid


def test_the_pictures_of_the_claims_are_the_picture_of_the_practice(demo: Desk):
    """What each claim's page says of its cents adds up to what the months say."""
    told = Cents(0)
    for claim in demo.rows(Claim):
        if not claim.is_secondary and claim.status not in PUT_AWAY:
            told = told.plus(cents_of(demo, claim.number))
    whole = demo.look(open_money, EVER).whole.cents
    assert told.still_open + told.unexplained == whole.still_open
    assert astuple(told)[:5] == astuple(whole)[:5]


def cents_of(desk: Desk, number: str) -> Cents:
    told = desk.look(open_claim, number)
    second = told.secondary if told.secondary and told.secondary.claim.status not in PUT_AWAY else None
    answer = second.answer if second else None
    said = follow_the_cents(told.facts.claim.charge_cents, told.primary.answer, answer, second is None)
    return said.decided(told.waived, told.billed)


def test_whatever_is_open_stands_with_one_payer_and_one_age(demo: Desk):
    money = demo.look(open_money, EVER)
    assert money.open_sum.cents == money.whole.cents.still_open
    assert sum(one.ages[place].cents for one in money.open_ for place in range(4)) == money.open_sum.cents
    assert [one.payer for one in money.open_] == sorted({one.payer for one in money.open_})


def test_a_month_holds_what_was_done_in_it(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    for day in (date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 31)):
        desk.do(builders.filed, client, day=day)
    by_month = {one.first: (one.services, one.cents.charge) for one in desk.look(open_money, YEAR).months}
    assert len(by_month) == 12
    assert by_month[date(2026, 9, 1)] == (1, 16000)
    assert by_month[date(2026, 10, 1)] == (2, 32000)
    assert by_month[date(2026, 11, 1)] == (0, 0)


def test_open_money_is_the_next_payers_by_the_days_since_the_service(desk: Desk, client: Client):
    desk.do(builders.both, client)
    for days in (0, 30, 31, 60, 61, 90, 91, 200):
        desk.do(builders.filed, client, day=today() - timedelta(days=days))
    desk.do(builders.completed, client, day=today() - timedelta(days=10))
    aetna, cigna = desk.look(open_money, YEAR).open_
    assert (aetna.payer, [age.claims for age in aetna.ages]) == ("Aetna", [2, 2, 2, 2])
    assert (cigna.payer, cigna.total.cents, cigna.ages[0].claims) == ("Cigna", 2320, 1)


def test_what_is_older_than_the_months_is_open_all_the_same(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    desk.do(builders.filed, client, day=date(2026, 1, 5))
    money = desk.look(open_money, MoneyQuery(date(2026, 11, 1), date(2026, 11, 1)))
    assert (money.whole.cents.still_open, money.open_sum.cents) == (0, 16000)
    assert money.since == date(2026, 1, 1)


def test_a_payer_is_asked_for_as_the_first_and_as_the_second(desk: Desk, client: Client):
    desk.do(builders.both, client)
    desk.do(builders.completed, client)
    other = desk.do(lambda db, who: builders.new_client(db, who, "R-0413"))
    desk.do(builders.primary, other, "Cigna")
    desk.do(builders.filed, other)
    aetna = desk.look(open_money, MoneyQuery(YEAR.first, YEAR.last, "Aetna"))
    cigna = desk.look(open_money, MoneyQuery(YEAR.first, YEAR.last, "Cigna"))
    assert (aetna.whole.services, cigna.whole.services) == (1, 2)
    assert ([one.payer for one in aetna.open_], [one.payer for one in cigna.open_]) == ([], ["Cigna"])
    assert cigna.open_sum.cents == 18320
    assert desk.look(open_money, MoneyQuery(YEAR.first, YEAR.last, "Nobody")).whole.services == 0


def test_what_was_paid_too_much_is_told_apart(desk: Desk, client: Client):
    desk.do(builders.both, client)
    claim, _ = desk.do(builders.completed, client)
    second = desk.do(builders.follower, claim.number)
    desk.do(lambda db, _: builders.mark_filed(db, db.get_one(Claim, second.id)))
    too_much = builders.entry({1: "40.00"}, (1, "OA", "23", "120.00"))
    desk.do(complete_by_hand, second.number, too_much, builders.eob(), later=True)
    whole = desk.look(open_money, YEAR).whole.cents
    assert (whole.secondary_paid, whole.overpaid, whole.still_open) == (4000, 1680, 0)
    assert whole.accounted == whole.charge == 16000


def test_a_decision_moves_what_was_open(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    left_open = builders.entry({1: "92.80"}, (1, "CO", "45", "44.00"), (1, "PI", "45", "23.20"))
    claim, _ = desk.do(builders.completed, client, left_open)
    assert desk.look(open_money, YEAR).open_sum.cents == 2320
    desk.do(decide_rest, claim.number, "bill_client")
    money = desk.look(open_money, YEAR)
    assert (money.open_sum.cents, money.whole.cents.client) == (0, 2320)


def test_a_claim_that_was_put_away_was_not_billed(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    desk.do(mark_not_billable, desk.do(builders.started, client).number)
    assert desk.look(open_money, YEAR).whole.services == 0


def test_a_clinician_sees_the_money_of_her_own_clients_and_a_stranger_none(demo: Desk):
    sol = as_another(
        demo, lambda db: builders.new_clinician(
            db, practice_of(db, demo.clinician), first_name="Sol", role=Role.CLINICIAN)
    )  # fmt: skip
    for who in (sol, as_another(demo, builders.stranger)):
        money = who.look(open_money, EVER)
        assert (money.whole.services, money.open_, money.payers) == (0, (), ())
        assert who.look(open_aging_sheet, {}).content.count(b"\r\n") == 2
    rowan = demo.rows(Client, Client.number == "R-0412")[0]
    demo.do(lambda db, _: setattr(db.get_one(Client, rowan.id), "clinician_id", sol.clinician.id))
    services = [c for c in demo.rows(Claim, Claim.client_id == rowan.id) if not c.is_secondary]
    assert sol.look(open_money, EVER).whole.services == len(services)


def test_the_sheets_hold_what_the_page_shows(demo: Desk):
    asked = {"from": "2026-08", "to": "2026-11"}
    sheet = demo.look(open_money_sheet, asked)
    lines = [line.replace('"', "").split(",") for line in sheet.content.decode("utf-8-sig").splitlines()]
    money = demo.look(open_money, MoneyQuery.parse(asked, today()))
    assert sheet.name == "money-2026-08-to-2026-11.csv"
    assert [line[0] for line in lines] == ["Month", "2026-08", "2026-09", "2026-10", "2026-11", "All"]
    whole = money.whole.cents
    assert [round(float(cell) * 100) for cell in lines[-1][2:]] == [
        whole.charge, whole.primary_paid, whole.secondary_paid, whole.written_off, whole.client, whole.still_open,
        whole.overpaid,
    ]  # fmt: skip
    aging = demo.look(open_aging_sheet, asked).content.decode("utf-8-sig").splitlines()
    assert len(aging) == len(money.open_) + 2
    assert aging[-1].endswith(f'"{money.open_sum.claims}"')


def test_a_payers_name_is_no_formula(desk: Desk, client: Client):
    desk.do(builders.primary, client, "=HYPERLINK(1)")
    desk.do(builders.filed, client)
    assert b"\"'=HYPERLINK(1)\"" in desk.look(open_aging_sheet, {}).content
