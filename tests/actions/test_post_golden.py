"""Corrections, the second payer's own answer and crossovers, as the golden cases have them."""

import pytest

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.undo_posting import undo_posting
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.ledger import Balances
from mbp_claims.domain.money import parse_cents
from mbp_claims.domain.remittance import Remittance, RemittanceClaim
from tests.actions.posting_desk import balances, golden_claim
from tests.desk import Desk
from tests.golden import golden_era
from tests.x12.filings import facts


def test_ex6_a_correction_before_the_secondary_was_filed_gives_it_the_new_amounts(desk: Desk):
    practice = golden_claim(desk, "ex6")
    practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex6", "primary_first.835")).remittance_id)
    second = practice.do(import_era, "b.835", golden_era("ex6", "primary_second.835")).remittance_id
    effects = [line.effect for line in practice.look(preview_era, second).lines]
    assert [(one.verdict, one.sequel, one.to_bill) for one in effects if one] == [
        ("reverses", "withdrawn", 4000), ("corrects", "made", 9600),
    ]  # fmt: skip
    practice.do(post_era, second)
    primary, secondary = practice.rows(Claim)
    assert (primary.status, primary.paid_cents, primary.payer_control_number) == (
        "completed", 14400, "EHP26040200900",
    )  # fmt: skip
    assert (secondary.status, secondary.to_bill_cents, secondary.cob_changed) == ("pending", 9600, False)
    first = practice.rows(Remittance)[0]
    assert practice.look(open_claim, secondary.number).primary.corrects == first.paid_on


def test_ex6_a_correction_after_the_secondary_was_filed_is_marked_on_it(desk: Desk):
    practice = golden_claim(desk, "ex6")
    practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex6", "primary_first.835")).remittance_id)
    practice.sent(file_claim, "CHC-2026-0006-S")
    second = practice.do(import_era, "b.835", golden_era("ex6", "primary_second.835"))
    assert practice.do(post_era, second.remittance_id).cob_changed == ("CHC-2026-0006-S",)
    primary, secondary = practice.rows(Claim)
    assert (primary.status, primary.paid_cents) == ("completed", 14400)
    assert (secondary.status, secondary.to_bill_cents, secondary.cob_changed) == ("filed", 9600, True)
    assert balances(practice, "CHC-2026-0006") == Balances(32000, 14400, 8000, held=9600)
    entries = [(e.posting_id, e.account, e.cents) for e in practice.look(open_ledger, "CHC-2026-0006").entries]
    first, taken_back, corrected = [e[1:] for e in entries[:4]], [e[1:] for e in entries[4:7]], entries[7:]
    assert first[1:] == [(account, -cents) for account, cents in sorted(taken_back, key=_of(first))]
    assert {account: cents for _, account, cents in corrected} == {
        "paid": 14400, "written_off": 8000, "patient": 9600,
    }  # fmt: skip
    assert [a.paid_cents for a in practice.rows(Adjudication)] == [20000, -20000, 14400]


def test_ex6_undo_of_the_correction_takes_the_mark_off_the_filed_secondary(desk: Desk):
    practice = golden_claim(desk, "ex6")
    practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex6", "primary_first.835")).remittance_id)
    practice.sent(file_claim, "CHC-2026-0006-S")
    told = ("status", "to_bill_cents", "cob_id", "cob_changed", "note", "paid_cents", "payer_control_number")
    before = [[getattr(claim, name) for name in told] for claim in practice.rows(Claim)]
    second = practice.do(import_era, "b.835", golden_era("ex6", "primary_second.835"))
    practice.do(undo_posting, practice.do(post_era, second.remittance_id).posting_id)
    assert [[getattr(claim, name) for name in told] for claim in practice.rows(Claim)] == before
    assert balances(practice, "CHC-2026-0006") == Balances(32000, 20000, 8000, held=4000)


def _of(first: list):  # type: ignore[no-untyped-def]
    order = [account for account, _ in first]
    return lambda entry: order.index(entry[0])


@pytest.mark.parametrize("case", facts("ex8")["cases"], ids=lambda case: case["given"])
def test_ex8_the_second_payers_own_answer(desk: Desk, case: dict):
    practice = golden_claim(desk)
    practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex1")).remittance_id)
    practice.sent(file_claim, "CHC-2026-0001-S")
    paid = parse_cents(facts("ex8")["before"]["primary_paid"])
    assert balances(practice, "CHC-2026-0001") == Balances(45000, paid, 12000, held=10600)
    era = practice.do(import_era, "b.835", golden_era("ex8", case["given"])).remittance_id
    effect = practice.look(preview_era, era).lines[0].effect
    practice.do(post_era, era)
    stands, after = balances(practice, "CHC-2026-0001"), case["after"]
    assert (stands.balance, stands.client, stands.overpaid) == tuple(
        parse_cents(after[name]) for name in ("balance", "client_owes", "credit")
    )
    assert stands.written_off - 12000 == parse_cents(case["posted"]["write_off"])
    flags = {"overpaid": "overpaid", "the payer did not name the first payer's part (OA-23)": "prior_part_unnamed"}
    assert set(effect.flags) == {flags[flag] for flag in case["flags"]}
    assert practice.rows(RemittanceClaim)[-1].flags.split() == list(effect.flags)
    second = practice.rows(Claim)[-1]
    assert (second.status, second.overpaid_cents) == ("completed", parse_cents(after["credit"]))


def test_ex8_before_the_primary_was_answered_it_is_out_of_order(desk: Desk):
    practice = golden_claim(desk)
    practice.do(import_era, "b.835", golden_era("ex8", "secondary_oa23.835"))
    (row,) = practice.rows(RemittanceClaim)
    assert (row.outcome, row.why) == (
        "not_matched", "CHC-2026-0001 has no secondary claim: its primary payer has not answered yet",
    )  # fmt: skip


def test_ex5_a_crossover_waits_fifteen_working_days(desk: Desk):
    practice = golden_claim(desk, "ex5")
    era = practice.do(import_era, "a.835", golden_era("ex5", "primary_crossed.835")).remittance_id
    assert practice.do(post_era, era).crossed_over == ("CHC-2026-0005-S",)
    second = practice.rows(Claim)[-1]
    assert (second.status, second.follow_up_on.isoformat()) == ("crossed_over", "2026-12-14")
    stands = balances(practice, "CHC-2026-0005")
    assert (stands.client, stands.held) == (0, 9600)
