"""The rows of an adjustment form while somebody works in it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.answer_entry import entry_of, live_answer
from mbp_claims.domain.answer_form import LONGEST, AnswerForm
from mbp_claims.domain.form_row import FormRow, edited

DAY = date(2026, 11, 12)
CO, PR = Reduction(1, "CO", "45", 4400), Reduction(1, "PR", "2", 2320)
ERA = Answer(9280, DAY, (LinePayment(1, 9280),), (CO, PR))
FORM = AnswerForm.of(ERA, ERA)


def rows(form: AnswerForm) -> list[tuple[int, str, str, str]]:
    return [(row.line, row.group, row.reason, row.amount) for row in form.rows]


def of(*reductions: Reduction, era: tuple[Reduction, ...] | None = (CO, PR)) -> AnswerForm:
    told = None if era is None else replace(ERA, reductions=era)
    return AnswerForm.of(replace(ERA, reductions=reductions), told)


def test_it_is_filled_as_the_answer_says():
    assert rows(FORM) == [(1, "CO", "45", "44.00"), (1, "PR", "2", "23.20")]
    assert (dict(FORM.paid), FORM.paid_fixed) == ({1: "92.80"}, True)
    assert FORM.entry == entry_of(ERA)


def test_from_paper_what_was_paid_can_be_typed():
    form = AnswerForm.of(ERA, None)
    assert not form.paid_fixed
    assert form.paid_typed(1, "90").paid[1] == "90"
    assert FORM.paid_typed(1, "90") == FORM


def test_what_was_paid_for_a_line_that_is_not_there_is_passed_over():
    form = AnswerForm.of(ERA, None)
    assert form.paid_typed(2, "90") == form


def test_an_answer_without_lines_is_one_block():
    form = AnswerForm.of(Answer(9280, DAY, (), (replace(CO, line=CLAIM_LEVEL),)), None)
    assert dict(form.paid) == {CLAIM_LEVEL: "92.80"}


def test_a_blank_form_has_one_row_under_each_line():
    form = AnswerForm.blank([1, 2])
    assert rows(form) == [(1, "", "", ""), (2, "", "", "")]
    assert all(row.entry.empty for row in form.rows)


def test_each_row_knows_what_the_era_said_in_its_place():
    assert [row.era for row in FORM.rows] == [CO, PR]
    assert [row.era for row in of(CO, PR, era=None).rows] == [None, None]


def test_a_row_put_before_the_others_takes_nothing_from_them():
    deductible, less = Reduction(1, "PR", "1", 500), replace(PR, cents=1820)
    form = of(deductible, CO, less)
    assert [row.era for row in form.rows] == [None, CO, PR]
    assert [edited(row) for row in form.rows] == [False, False, True]


def test_a_row_with_another_code_is_compared_with_what_is_left_on_its_line():
    form = of(CO, replace(PR, reason="1"))
    assert form.rows[1].era == PR
    assert edited(form.rows[1])


def test_equal_rows_each_have_their_own():
    form = of(CO, CO, era=(CO, CO))
    assert [row.era for row in form.rows] == [CO, CO]
    assert form.differing(replace(ERA, reductions=(CO, CO))) == 0


def test_rows_of_another_line_are_not_compared():
    form = of(replace(CO, line=2))
    assert form.rows[0].era is None


@pytest.mark.parametrize("typed", ["44.00", "44", "44.0", "$44.00", " 44 ", "044.00"])
def test_the_same_amount_written_otherwise_is_no_edit(typed: str):
    assert not edited(FORM.typed("1", amount=typed).rows[0])


@pytest.mark.parametrize(
    "changed", [{"amount": "44.01"}, {"amount": ""}, {"amount": "x"}, {"group": "OA"}, {"reason": "4"}]
)
def test_anything_else_is_an_edit_and_restoring_takes_it_back(changed: dict[str, str]):
    form = FORM.typed("1", **changed)
    assert edited(form.rows[0])
    assert form.differing(ERA) == 1
    restored = form.restored("1")
    assert (rows(restored), restored.differing(ERA)) == (rows(FORM), 0)
    assert restored.rows[0].turn == FORM.rows[0].turn + 1


def test_restoring_a_row_of_which_no_era_spoke_changes_nothing():
    form = FORM.added(1).typed("3", amount="5")
    assert form.restored("3") == form


def test_a_negative_amount_and_a_quantity_are_restored_too():
    back = Reduction(1, "OA", "94", -1000, "2")
    form = of(back, era=(back,)).typed("1", amount="10.00")
    assert (form.restored("1").rows[0].amount, form.restored("1").rows[0].quantity) == ("-10.00", "2")


def test_how_many_amounts_differ_counts_added_and_removed_ones():
    assert FORM.removed("2").differing(ERA) == 1
    assert FORM.added(1).differing(ERA) == 0, "an empty row says nothing"
    assert FORM.added(1).typed("3", amount="1").differing(ERA) == 1
    assert FORM.removed("1").removed("2").differing(ERA) == 2
    assert FORM.differing(None) == 0


def test_a_removed_row_comes_back_to_its_place():
    form = FORM.removed("1")
    assert rows(form) == [(1, "PR", "2", "23.20")]
    assert form.undone() == FORM
    assert form.undone().undone() == FORM


def test_only_the_last_removal_is_taken_back():
    form = FORM.removed("1").removed("2").undone()
    assert rows(form) == [(1, "PR", "2", "23.20")]


def test_removing_what_is_not_there_changes_nothing():
    assert FORM.removed("9") == FORM
    assert FORM.undone() == FORM


def test_a_new_row_stands_after_the_last_one_of_its_line():
    two = Answer(0, DAY, (LinePayment(1, 0), LinePayment(2, 0)), (CO, replace(PR, line=2)))
    form = AnswerForm.of(two, None)
    assert [row.line for row in form.added(1).rows] == [1, 1, 2]
    assert [row.line for row in form.added(2).rows] == [1, 2, 2]
    assert [row.line for row in form.removed("1").added(1).rows] == [1, 2]
    assert [row.line for row in form.added(CLAIM_LEVEL).rows] == [CLAIM_LEVEL, 1, 2]


def test_rows_are_added_to_lines_of_the_claim_alone_and_not_without_end():
    assert FORM.added(7) == FORM
    form = FORM
    for _ in range(600):
        form = form.added(1)
    assert len(form.rows) == 500


def test_numbers_of_rows_are_never_used_twice():
    form = FORM.removed("2").added(1).added(1)
    assert [row.id for row in form.rows] == ["1", "3", "4"]


def test_what_came_with_submit_counts_last():
    form = AnswerForm.of(ERA, None).submitted(
        {"amount-1": "40", "reason-2": "1", "paid-1": "96.80", "group-9": "XX", "amount-2": 5, "other": "x"}
    )
    assert rows(form) == [(1, "CO", "45", "40"), (1, "PR", "1", "23.20")]
    assert form.paid[1] == "96.80"


def test_endless_text_is_cut():
    assert len(FORM.typed("1", amount="9" * 9999).rows[0].amount) == LONGEST
    assert len(AnswerForm.of(ERA, None).paid_typed(1, "9" * 9999).paid[1]) == LONGEST


def test_filling_in_what_remains_draws_the_field_anew():
    form = FORM.filled("2", 1234)
    assert (form.rows[1].amount, form.rows[1].turn) == ("12.34", 1)


reductions = st.builds(
    Reduction, st.integers(0, 2), st.sampled_from(["CO", "PR", "OA", "PI"]), st.sampled_from(["45", "2", "23"]),
    st.integers(-9999, 9999), st.sampled_from(["", "1"]),
)  # fmt: skip
answers = st.builds(
    lambda paid, found: Answer(sum(paid), DAY, (LinePayment(1, paid[0]), LinePayment(2, paid[1])), tuple(found)),
    st.tuples(st.integers(0, 9999), st.integers(0, 9999)), st.lists(reductions, max_size=6),
)  # fmt: skip


@given(answers)
def test_an_era_fills_the_form_exactly_and_nothing_differs(era: Answer):
    form = AnswerForm.of(era, era)
    assert live_answer(form.entry, era).reductions == era.reductions
    assert not any(map(edited, form.rows))
    assert form.differing(era) == 0


@given(answers, answers)
def test_restoring_every_row_says_what_the_era_said_and_never_more(answered: Answer, era: Answer):
    form = AnswerForm.of(answered, era)
    known = [row for row in form.rows if row.era]
    assert len(known) == len({id(row.era) for row in known}) or len(set(era.reductions)) < len(era.reductions)
    for row in known:
        form = form.restored(row.id)
    assert not any(map(edited, form.rows))


steps = st.lists(
    st.one_of(
        st.tuples(st.just("typed"), st.sampled_from("12345"), st.text(max_size=8)),
        st.tuples(st.just("added"), st.integers(-1, 3)),
        st.tuples(st.sampled_from(["removed", "restored"]), st.sampled_from("12345")),
        st.tuples(st.just("undone")),
    ),
    max_size=20,
)


@given(steps)
def test_whatever_is_done_rows_keep_their_own_ids_and_lines(asked: list[tuple]):
    form = FORM
    for name, *values in asked:
        form = form.typed(values[0], amount=values[1]) if name == "typed" else getattr(form, name)(*values)
        ids = [row.id for row in form.rows]
        assert len(ids) == len(set(ids))
        assert {row.line for row in form.rows} <= {CLAIM_LEVEL, 1}
        assert all(isinstance(row, FormRow) for row in form.rows)
