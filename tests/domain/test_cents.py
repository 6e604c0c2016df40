"""Where every cent of a charge went."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.answer import Answer, Reduction
from mbp_claims.domain.cents import Cents, follow_the_cents
from mbp_claims.domain.ledger import Account
from mbp_claims.domain.money import parse_cents
from mbp_claims.domain.settlement import settled

EX8 = json.loads((Path(__file__).parent.parent / "x12" / "files" / "golden" / "ex8" / "expected.json").read_text())
DAY = date(2026, 11, 12)


def answer(paid: int, *codes: tuple[str, str, int]) -> Answer:
    return Answer(paid, DAY, reductions=tuple(Reduction(1, group, reason, cents) for group, reason, cents in codes))


AETNA = answer(9280, ("CO", "45", 4400), ("PR", "2", 2320))


def test_before_any_answer_all_of_it_is_open():
    assert follow_the_cents(16000, None, None) == Cents(16000, still_open=16000)


def test_after_the_primary_its_contract_is_written_off_and_the_clients_share_is_open_for_the_secondary():
    assert follow_the_cents(16000, AETNA, None) == Cents(16000, 4400, 9280, still_open=2320)


@pytest.mark.parametrize("group", ["OA", "PI", "PR"])
def test_only_contractual_amounts_of_the_primary_are_written_off(group: str):
    cents = follow_the_cents(16000, answer(9280, (group, "97", 6720)), None)
    assert (cents.written_off, cents.still_open) == (0, 6720)


def test_what_does_not_add_up_is_told_apart():
    short = follow_the_cents(16000, answer(8400, ("CO", "45", 4000), ("PR", "2", 3200)), None)
    assert (short.unexplained, short.still_open) == (400, 3200)
    over = follow_the_cents(16000, answer(9280, ("CO", "45", 4800), ("PR", "2", 2320)), None)
    assert (over.unexplained, over.still_open) == (-400, 2320)


def test_the_secondary_repeats_the_primarys_part_under_reason_23_and_moves_nothing_by_it():
    cents = follow_the_cents(16000, AETNA, answer(2000, ("OA", "23", 13680), ("PR", "3", 320)))
    assert cents == Cents(16000, 4400, 9280, 2000, client=320)


def test_reason_23_writes_nothing_off_whatever_its_group():
    cents = follow_the_cents(16000, AETNA, answer(2000, ("CO", "23", 13680), ("PR", "3", 320)))
    assert (cents.written_off, cents.client, cents.still_open) == (4400, 320, 0)


def test_a_write_off_of_the_secondary_is_never_more_than_what_is_open():
    cents = follow_the_cents(16000, AETNA, answer(2000, ("CO", "45", 14000)))
    assert (cents.written_off, cents.client, cents.still_open) == (4400 + 320, 0, 0)


def test_the_client_never_owes_more_than_what_is_left():
    cents = follow_the_cents(16000, AETNA, answer(2000, ("PR", "2", 9999)))
    assert (cents.client, cents.still_open) == (320, 0)


@pytest.mark.parametrize("group", ["OA", "PI"])
def test_what_neither_payer_explains_as_contract_or_clients_share_stays_open(group: str):
    cents = follow_the_cents(16000, AETNA, answer(0, (group, "109", 16000)))
    assert (cents.written_off, cents.client, cents.still_open) == (4400, 0, 2320)


def test_what_is_paid_above_what_was_left_is_overpaid_and_nothing_is_open():
    cents = follow_the_cents(16000, AETNA, answer(5000))
    assert (cents.overpaid, cents.still_open, cents.client) == (2680, 0, 0)


@pytest.mark.parametrize("case", EX8["cases"], ids=lambda case: case["given"])
def test_the_three_answers_of_golden_example_8(case: dict):
    before = EX8["before"]
    left = parse_cents(before["held_for_secondary"])
    primary = answer(
        parse_cents(before["primary_paid"]), ("CO", "45", parse_cents(before["written_off"])), ("PR", "2", left)
    )
    codes = [
        (group, reason, parse_cents(amount))
        for line in case["lines"]
        for group, reason, amount, _ in line["adjustments"]
    ]
    cents = follow_the_cents(parse_cents(before["charge"]), primary, answer(parse_cents(case["paid"]), *codes))
    after, posted = case["after"], case["posted"]
    assert cents.written_off - parse_cents(before["written_off"]) == parse_cents(posted["write_off"])
    assert cents.client == parse_cents(after["client_owes"])
    assert cents.overpaid == parse_cents(after["credit"])
    assert cents.client + cents.still_open - cents.overpaid == parse_cents(after["balance"])


amounts = st.integers(-50_000, 50_000)
codes = st.lists(
    st.tuples(st.sampled_from(["CO", "PR", "OA", "PI"]), st.sampled_from(["45", "2", "23", "97"]), amounts), max_size=6
)
answers = st.builds(lambda paid, found: answer(paid, *found), amounts, codes)


@given(charge=st.integers(0, 50_000), primary=st.none() | answers, secondary=st.none() | answers)
def test_every_cent_is_accounted_for_whatever_was_answered(charge: int, primary: Answer, secondary: Answer):
    cents = follow_the_cents(charge, primary, secondary)
    assert cents.accounted == charge
    assert cents.still_open >= 0
    assert cents.overpaid >= 0
    assert cents.client >= 0
    assert not (cents.still_open and cents.overpaid)


@given(
    st.integers(0, 50_000), st.none() | answers, st.none() | answers, st.booleans()
)  # fmt: skip
def test_the_picture_of_a_claim_is_what_its_ledger_is_told(
    charge: int, primary: Answer | None, secondary: Answer | None, is_last: bool
):
    told = settled(charge, 1, primary, 2, secondary)
    cents = follow_the_cents(charge, primary, secondary, is_last)

    def entered(account: Account) -> int:
        return sum(amount for (name, _), amount in told.items() if name == account)

    assert cents.accounted == charge
    assert (cents.primary_paid, cents.secondary_paid) == (
        told.get((Account.PAID, 1), 0), told.get((Account.PAID, 2), 0),
    )  # fmt: skip
    assert cents.written_off == entered(Account.WRITTEN_OFF)
    if secondary is not None or is_last:
        assert cents.client == entered(Account.PATIENT)


def test_what_a_person_decided_is_no_longer_open():
    left_open = answer(9280, ("CO", "45", 4400), ("PI", "45", 2320))
    cents = follow_the_cents(16000, left_open, None, is_last=True)
    assert cents == Cents(16000, 4400, 9280, still_open=2320)
    assert cents.decided(2320, 0) == Cents(16000, 6720, 9280)
    assert cents.decided(0, 2320) == Cents(16000, 4400, 9280, client=2320)


def test_where_nobody_is_asked_after_the_primary_its_answer_says_what_the_client_owes():
    assert follow_the_cents(16000, AETNA, None, is_last=True) == Cents(16000, 4400, 9280, client=2320)


def test_what_the_secondary_paid_counts_also_where_the_primary_took_back_its_answer():
    assert follow_the_cents(16000, None, answer(2000)) == Cents(16000, secondary_paid=2000, still_open=14000)
