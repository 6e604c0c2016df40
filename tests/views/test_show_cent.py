"""One bar whose parts add up to the charge; and when they cannot, words that say so."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nouns import COINSURED, answer

from mbp_claims.domain.answer import Answer, Reduction
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.money import parse_cents
from mbp_claims.views.claim import CentPart
from mbp_claims.views.show_cent import cent_equation, cent_parts, cents_of, explained, overpaid_warning
from tests.views.open_claims import opened

OVERPAID, TOO_MUCH = "Overpaid, review", "Explained too much"
NO_ANSWER = answer(0, lines={})


def shown(parts: list[CentPart]) -> dict[str, str]:
    return {part.label: part.amount for part in parts}


def test_before_an_answer_all_is_open():
    parts = cent_parts(opened(None, followed=False))
    assert shown(parts)["Still open"] == "$160.00"
    assert parts[-1].note == "Waiting for Aetna"
    assert cent_equation(opened(None, followed=False)).state == "Balanced"


def test_after_the_primary_the_secondary_is_next():
    parts = cent_parts(opened(COINSURED))
    assert shown(parts) == {
        "Contractual write-off": "$44.00", "Aetna paid": "$92.80", "Cigna paid": "$0.00", "Client": "$0.00",
        "Still open": "$23.20",
    }  # fmt: skip
    assert [part.note for part in parts] == [
        "CO-45, nobody owes it", "Paper EOB", "Not filed yet", "Nothing asked yet", "Bill it to Cigna",
    ]  # fmt: skip
    assert explained(opened(COINSURED)) == "Aetna has paid its part. Cigna is next."


def test_after_the_last_payer_the_client_owes_what_it_says():
    claim = opened(COINSURED, answer(2000, (1, "OA", "23", 13680), (1, "PR", "3", 320)))
    assert shown(cent_parts(claim))["Client"] == "$3.20"
    equation = cent_equation(claim)
    assert [(term.amount, term.word) for term in equation.terms] == [
        ("$44.00", "write-off"), ("$112.80", "paid"), ("$3.20", "client"), ("$0.00", "open"),
    ]  # fmt: skip
    assert (equation.charge, equation.balanced, equation.state) == ("$160.00", True, "Balanced")


def test_only_what_is_written_off_is_named_as_owed_by_nobody():
    claim = opened(answer(9280, (1, "CO", "45", 4000), (1, "OA", "94", 400), (1, "PR", "2", 2320)))
    assert cent_parts(claim)[0].note == "CO-45, nobody owes it"


def test_what_the_secondary_writes_off_is_named_too():
    claim = opened(COINSURED, answer(2000, (1, "OA", "23", 13680), (1, "CO", "253", 320)))
    assert (cent_parts(claim)[0].amount, cent_parts(claim)[0].note) == ("$47.20", "CO-45, CO-253, nobody owes it")


def test_what_does_not_add_up_is_a_part_of_its_own():
    claim = opened(answer(8400, (1, "CO", "45", 4000), (1, "PR", "2", 3200)))
    last = cent_parts(claim)[-1]
    assert (last.kind, last.label, last.amount, last.width) == ("off", "Not explained", "$4.00", 400)
    assert (cent_equation(claim).state, cent_equation(claim).balanced) == ("$4.00 short", False)


def test_what_adds_up_to_more_is_told_without_a_negative_amount():
    claim = opened(answer(9280, (1, "CO", "45", 4800), (1, "PR", "2", 2320)))
    last = cent_parts(claim)[-1]
    assert (last.label, last.amount, last.width) == (TOO_MUCH, "$4.00", 0)
    assert cent_equation(claim).state == "$4.00 over"


def test_what_was_paid_too_much_is_told_in_words_and_stands_beyond_the_bar():
    claim = opened(COINSURED, answer(5000))
    parts = cent_parts(claim)
    assert shown(parts)["Cigna paid"] == "$50.00"
    assert (parts[-1].label, parts[-1].amount, parts[-1].width) == (OVERPAID, "$26.80", 2680)
    assert "Still open" not in shown(parts)
    assert [part.width for part in parts] == [4400, 9280, 2320, 0, 2680]
    equation = cent_equation(claim)
    assert (equation.state, equation.balanced) == ("Overpaid by $26.80", False)
    assert [(term.amount, term.word) for term in equation.terms] == [("$44.00", "write-off"), ("$142.80", "paid")]


def test_an_overpayment_warns_with_its_numbers():
    title, more = overpaid_warning(opened(COINSURED, answer(5000)))
    assert title == "Overpaid by $26.80."
    assert more == "Cigna paid $50.00, and $23.20 was left to pay. Review it: the payer may ask for it back."


@pytest.mark.parametrize("second", [None, answer(2320, (1, "OA", "23", 13680))])
def test_nothing_warns_where_nothing_was_overpaid(second: Answer | None):
    assert overpaid_warning(opened(COINSURED, second)) == ("", "")


def test_until_the_answer_adds_up_nobody_knows_what_was_paid_too_much():
    claim = opened(answer(8400, (1, "CO", "45", 4000), (1, "PR", "2", 3200)), answer(5000))
    assert cent_equation(claim).state == "$4.00 short"
    assert overpaid_warning(claim) == ("", "")


amounts = st.integers(-50_000, 50_000)
codes = st.tuples(st.sampled_from(["CO", "PR", "OA", "PI"]), st.sampled_from(["45", "2", "23"]), amounts)
answers = st.builds(
    lambda paid, found: Answer(paid, date(2026, 11, 12), reductions=tuple(Reduction(1, *code) for code in found)),
    amounts, st.lists(codes, max_size=5),
)  # fmt: skip


@given(st.integers(0, 50_000), st.none() | answers, st.none() | answers, st.booleans())
def test_the_amounts_that_are_read_add_up_to_the_charge_whatever_was_answered(
    charge: int, primary: Answer | None, secondary: Answer | None, followed: bool
):
    parts = cent_parts(opened(primary, secondary if primary else None, charge, followed))
    taken_off = {OVERPAID, TOO_MUCH}
    amounts = [(-1 if part.label in taken_off else 1) * parse_cents(part.amount) for part in parts]
    assert sum(amounts) == charge
    assert all(part.width >= 0 for part in parts)


@given(st.integers(0, 50_000), answers, st.none() | answers)
def test_the_bar_is_as_wide_as_the_charge_unless_words_say_why_not(
    charge: int, primary: Answer, secondary: Answer | None
):
    claim = opened(primary, secondary, charge)
    cents, parts = cents_of(claim), cent_parts(claim)
    assume(min(cents.written_off, cents.primary_paid, cents.secondary_paid) >= 0)
    width, labels = sum(part.width for part in parts), {part.label for part in parts}
    if cents.unexplained >= 0 and not cents.overpaid:
        assert width == charge
    else:
        assert labels & {OVERPAID, TOO_MUCH}
        assert not cent_equation(claim).balanced


@given(st.integers(0, 50_000), answers, st.none() | answers)
def test_the_equation_is_balanced_only_when_its_terms_are(charge: int, primary: Answer, secondary: Answer | None):
    equation = cent_equation(opened(primary, secondary, charge))
    terms = sum(parse_cents(term.amount) for term in equation.terms)
    assert equation.balanced == (terms == charge and equation.state == "Balanced")
    assert re.fullmatch(r"Balanced|\$[\d,]+\.\d\d (short|over)|Overpaid by \$[\d,]+\.\d\d", equation.state)


def test_without_a_second_payer_the_client_owes_what_the_first_leaves():
    claim = opened(COINSURED, followed=False)
    assert shown(cent_parts(claim))["Client"] == "$23.20"
    assert explained(claim) == "Aetna has paid its part. Rowan owes $23.20."


def test_a_second_claim_that_was_put_away_is_asked_for_nothing():
    claim = opened(COINSURED)
    claim.secondary.claim.status = ClaimStatus.WITHDRAWN
    parts = {part.label: (part.amount, part.note) for part in cent_parts(claim)}
    assert parts["Cigna paid"] == ("$0.00", "Withdrawn")
    assert parts["Client"] == ("$23.20", "After the last payer")
    assert explained(claim) == "Aetna has paid its part. Rowan owes $23.20."


def test_what_a_person_decided_is_told_as_hers():
    left_open = answer(9280, (1, "CO", "45", 4400), (1, "PI", "45", 2320))
    waived = replace(opened(left_open, followed=False), waived=2320)
    assert (cent_parts(waived)[0].amount, cent_parts(waived)[0].note) == (
        "$67.20", "CO-45, $23.20 by you, nobody owes it",
    )  # fmt: skip
    billed = {part.label: part.note for part in cent_parts(replace(waived, waived=0, billed=2320))}
    assert billed["Client"] == "Billed by you"


def test_what_crossed_over_is_waited_for():
    claim = opened(COINSURED)
    claim.secondary.claim.status = ClaimStatus.CROSSED_OVER
    assert cent_parts(claim)[-1].note == "Waiting for Cigna"
    assert explained(claim) == "Aetna has paid its part. Cigna has it now."
