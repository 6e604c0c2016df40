"""The adjustment form, checked line by line, with the sentences beside the fields."""

from mbp_claims.domain.answer import Reduction
from mbp_claims.domain.answer_draft import AnswerEntry, checked_answer, entry_of, live_answer
from tests.builders import entry
from tests.domain.nouns import COINSURED, answer

CHARGE = {1: 16000}
NOTHING_KNOWN = answer(0, lines={})
Row = tuple[int, str, str, str]


def errors(*rows: Row, paid: str = "92.80", later: bool = False) -> dict[str, str]:
    return checked_answer(entry({1: paid}, *rows), CHARGE, NOTHING_KNOWN, later)[1]


def test_an_answer_that_adds_up_may_be_filed():
    typed, wrong = checked_answer(entry_of(COINSURED), CHARGE, COINSURED)
    assert (typed, wrong) == (COINSURED, {})


def test_what_is_not_typed_comes_from_the_answer_before():
    typed, _ = checked_answer(entry({1: "92.80"}, (1, "CO", "45", "67.20")), CHARGE, COINSURED)
    assert (typed.adjudicated_on, typed.payments) == (COINSURED.adjudicated_on, COINSURED.payments)


def test_a_line_that_is_short_is_told_with_its_numbers():
    assert errors((1, "CO", "45", "63.20")) == {
        "line-1": "Line 1 is $4.00 short. The charge of $160.00 must equal the $92.80 paid plus the adjustments."
    }


def test_a_line_that_is_over_is_told_with_its_numbers():
    assert errors((1, "CO", "45", "71.20")) == {
        "line-1": "Line 1 is $4.00 over. The charge of $160.00 must equal the $92.80 paid plus the adjustments."
    }


def test_later_the_rest_may_be_missing_but_never_too_much_be_there():
    assert errors((1, "CO", "45", "63.20"), later=True) == {}
    assert errors(later=True) == {}
    assert list(errors((1, "CO", "45", "71.20"), later=True)) == ["line-1"]


def test_two_lines_that_are_off_by_the_same_amount_do_not_hide_each_other_later():
    typed = entry({1: "92.80", 2: "92.80"}, (1, "CO", "45", "63.20"), (2, "CO", "45", "71.20"))
    wrong = checked_answer(typed, {1: 16000, 2: 16000}, NOTHING_KNOWN, may_be_short=True)[1]
    assert list(wrong) == ["line-2"]


def test_each_row_needs_group_reason_and_amount():
    assert errors((1, "", "45", "44"), (1, "CO", "", "23.20"), (1, "PR", "2", "")) == {
        "group-1": "Choose a group code for adjustment 1",
        "reason-2": "Choose a reason code for adjustment 2",
        "amount-3": "Enter an amount for adjustment 3",
    }


def test_an_amount_is_dollars_and_cents():
    assert errors((1, "CO", "45", "44.005")) == {"amount-1": "Amount must be dollars and cents, like 23.20"}
    assert errors((1, "CO", "45", "67.20"), paid="ninety") == {"paid-1": "Amount must be dollars and cents, like 23.20"}


def test_what_was_paid_is_asked_for_on_every_line():
    assert errors((1, "CO", "45", "67.20"), paid="") == {"paid-1": "Enter what was paid"}
    wrong = checked_answer(entry({1: "160"}), {1: 16000, 2: 4000}, NOTHING_KNOWN)[1]
    assert wrong == {"paid-2": "Enter what was paid"}


def test_what_was_paid_cannot_be_below_zero():
    assert errors((1, "CO", "45", "164"), paid="-4") == {"paid-1": "What was paid cannot be below zero"}
    typed = entry({1: "60"}, (1, "CO", "45", "100"), (0, "CO", "45", "80"))
    wrong = checked_answer(typed, CHARGE, NOTHING_KNOWN)[1]
    assert wrong == {"line-0": "What was paid cannot be below zero"}


def test_the_group_codes_are_those_of_a_new_claim():
    assert errors((1, "CR", "45", "67.20")) == {"group-1": "Choose a group code for adjustment 1"}
    for group in ("CO", "PR", "OA", "PI"):
        assert errors((1, group, "45", "67.20")) == {}


def test_a_reason_is_on_the_list_or_in_the_payers_own_answer():
    assert errors((1, "CO", "999", "67.20")) == {"reason-1": "Choose a reason code for adjustment 1"}
    assert errors((1, "CO", " b7 ", "67.20")) == {}
    strange = answer(9280, (1, "CO", "999", 6720))
    assert checked_answer(entry_of(strange), CHARGE, strange) == (strange, {})


def test_an_empty_row_counts_for_nothing_and_keeps_its_number():
    assert errors((1, "CO", "", ""), (1, "PR", "2", "")) == {"amount-2": "Enter an amount for adjustment 2"}
    assert errors((1, "CO", "", ""), (1, "CO", "45", "67.20")) == {}


def test_a_row_of_zero_is_removed_unless_the_payer_sent_it():
    assert errors((1, "CO", "45", "67.20"), (1, "PR", "2", "0")) == {
        "amount-2": "Enter an amount for adjustment 2, or remove it"
    }
    sent = answer(16000, (1, "CO", "45", 0))
    assert checked_answer(entry_of(sent), CHARGE, sent) == (sent, {})


def test_a_code_stands_once_on_a_line():
    twice = "Reason 45 with group CO appears twice. Combine them."
    assert errors((1, "CO", "45", "44"), (1, "CO", "45", "23.20")) == {"reason-1": twice, "reason-2": twice}
    assert errors((1, "CO", "45", "44"), (1, "PR", "45", "23.20")) == {}


def test_the_same_code_may_stand_on_each_line_and_on_the_claim():
    typed = entry({1: "100", 2: "100"}, (1, "CO", "45", "60"), (2, "CO", "45", "60"))
    assert checked_answer(typed, {1: 16000, 2: 16000}, NOTHING_KNOWN)[1] == {}


def test_a_claim_that_was_answered_as_a_whole_balances_as_a_whole():
    typed = entry({0: "129.80"}, (0, "CO", "45", "97.75"), (0, "PR", "1", "132.45"))
    whole, wrong = checked_answer(typed, {1: 20000, 2: 16000}, NOTHING_KNOWN)
    assert (wrong, whole.by_line, whole.paid_cents) == ({}, False, 12980)
    off = entry({0: "129.80"}, (0, "CO", "45", "97.75"))
    assert checked_answer(off, {1: 20000, 2: 16000}, NOTHING_KNOWN)[1] == {
        "line-0": "The claim is $132.45 short. The charge of $360.00 must equal the $129.80 paid plus the adjustments."
    }


def test_a_claim_level_adjustment_lowers_what_was_paid_in_all():
    typed = entry({1: "100"}, (1, "CO", "45", "60"), (0, "CO", "253", "2"))
    whole, wrong = checked_answer(typed, CHARGE, NOTHING_KNOWN)
    assert (wrong, whole.paid_cents, whole.paid_for(1)) == ({}, 9800, 10000)


def test_a_form_over_other_lines_is_refused():
    strange = "The claim has other service lines. Reload to see them."
    assert checked_answer(entry({1: "160", 2: "0"}), CHARGE, NOTHING_KNOWN)[1] == {"line-0": strange}
    assert errors((9, "CO", "45", "67.20"), paid="160") == {"line-0": strange}


def test_while_somebody_types_what_is_no_amount_yet_counts_as_nothing():
    live = live_answer(entry({1: "92.8"}, (1, "CO", "45", "44"), (1, "PR", "2", "2x")), COINSURED)
    assert (live.paid_cents, live.adjusted_cents) == (9280, 4400)


def test_the_quantity_that_a_payer_sent_is_kept():
    said = answer(9280, (1, "CO", "45", 4400), (1, "PR", "2", 2320))
    with_quantity = Reduction(1, "CO", "59", 100, "1")
    known = type(said)(9180, said.adjudicated_on, answer(9180).payments, (*said.reductions, with_quantity))
    typed, wrong = checked_answer(entry_of(known), CHARGE, known)
    assert wrong == {} and typed.reductions[-1] == with_quantity


def test_an_empty_form_is_no_answer():
    assert checked_answer(AnswerEntry((), {}), CHARGE, NOTHING_KNOWN)[1] == {"paid-1": "Enter what was paid"}
