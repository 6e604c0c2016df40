"""charge = paid + adjusted, and what is said where it does not hold."""

from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.answer import Answer
from mbp_claims.domain.balance import Balance, claim_balance, line_balances
from tests.domain.nouns import COINSURED, answer


def test_it_is_balanced_to_the_cent():
    assert Balance(16000, 9280, 6720).word == "Balanced"
    assert Balance(16000, 9280, 6719).word == "$0.01 short"


def test_short_means_that_something_is_not_explained_yet():
    off = Balance(16000, 8400, 7200)
    assert off.word == "$4.00 short"
    assert off.refusal("Line 1") == (
        "Line 1 is $4.00 short. The charge of $160.00 must equal the $84.00 paid plus the adjustments."
    )


def test_over_means_that_something_is_explained_twice():
    off = Balance(123450, 100000, 23850)
    assert off.word == "$4.00 over"
    assert off.refusal("The claim") == (
        "The claim is $4.00 over. The charge of $1,234.50 must equal the $1,000.00 paid plus the adjustments."
    )


def test_each_line_has_its_own_equation():
    said = answer(22400, (1, "CO", "45", 7000), (1, "PR", "1", 7600), (2, "CO", "45", 8000), lines={1: 10400, 2: 12000})
    balances = line_balances({1: 25000, 2: 20000}, said)
    assert {line: balance.word for line, balance in balances.items()} == {1: "Balanced", 2: "Balanced"}
    assert line_balances({1: 25000, 2: 20100}, said)[2].word == "$1.00 short"


def test_a_claim_level_adjustment_counts_for_the_claim_and_for_no_line():
    """Lines 1800 - OA23 1339.08 and 63 - OA23 29.32, claim OA23 395.68: paid 98.92 of 1863."""
    said = answer(
        9892, (0, "OA", "23", 39568), (1, "OA", "23", 133908), (2, "OA", "23", 2932), lines={1: 46092, 2: 3368}
    )
    assert [b.balanced for b in line_balances({1: 180000, 2: 6300}, said).values()] == [True, True]
    assert claim_balance({1: 180000, 2: 6300}, said).balanced


def test_an_answer_to_the_claim_as_a_whole_has_no_lines_to_balance():
    whole = answer(12980, (0, "CO", "45", 9775), (0, "PR", "1", 10000), (0, "PR", "2", 3245), lines={})
    assert line_balances({1: 20000, 2: 16000}, whole) == {}
    assert claim_balance({1: 20000, 2: 16000}, whole).balanced


def test_a_negative_adjustment_raises_what_was_paid():
    assert claim_balance({1: 10000}, answer(10500, (1, "CO", "144", -500))).balanced


@given(st.integers(0, 10**9), st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
def test_the_word_names_the_difference(charge: int, paid: int, adjusted: int):
    balance = Balance(charge, paid, adjusted)
    if balance.balanced:
        assert charge == paid + adjusted
    else:
        assert (balance.short > 0) == balance.word.endswith("short")


def test_the_field_examples_balance():
    """90834 at 137.00; a co-payment of 10 on 128; 20 of coinsurance on 185."""
    for charge, said in (
        (13700, answer(4728, (1, "CO", "45", 7786), (1, "PR", "2", 1186))),
        (12800, answer(8800, (1, "CO", "45", 3000), (1, "PR", "3", 1000))),
        (18500, answer(9200, (1, "CO", "45", 7300), (1, "PR", "2", 2000))),
    ):
        assert claim_balance({1: charge}, said).balanced and line_balances({1: charge}, said)[1].balanced


def test_the_next_payer_is_asked_for_the_clients_share():
    assert COINSURED.to_bill_cents(16000) == 2320
    assert answer(8400, (1, "CO", "45", 4400), (1, "PR", "1", 2000), (1, "PR", "2", 1200)).to_bill_cents(16000) == 3200


def test_without_a_clients_share_it_is_asked_for_what_nobody_explained():
    nothing_typed: Answer = answer(9280)
    assert nothing_typed.to_bill_cents(16000) == 6720
    assert answer(0, (1, "CO", "197", 16000)).to_bill_cents(16000) == 0


def test_the_next_payer_is_never_asked_for_less_than_nothing():
    assert answer(17000, (1, "PR", "2", -1000)).to_bill_cents(16000) == 0
    assert answer(17000).to_bill_cents(16000) == 0
