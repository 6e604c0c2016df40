"""File Claim: edited, restored, removed, brought back; and an ERA that arrives while somebody types."""

import pytest
from file_claim_form import DIALOG, arrive, opened, rows, submitted, view
from kept import status_of
from tab import Tab

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.adjustment import AdjustmentState


def test_an_edited_amount_says_what_the_era_said_and_can_be_restored(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    chart.do(AdjustmentState.set_amount, "2.0", "20.00")
    row = view(chart).lines[0].rows[1]
    assert row.era_said == "ERA said $23.20"
    assert view(chart).banner.differs == "1 amount differs from the ERA."
    assert view(chart).total.state == "$3.20 short"
    assert view(chart).bill == "$20.00"
    chart.do(AdjustmentState.restore_row, "2")
    restored = view(chart).lines[0].rows[1]
    assert (restored.amount, restored.era_said) == ("23.20", "")
    assert restored.key != row.key, "the browser must draw the field anew"
    assert view(chart).banner.differs == ""


def test_typing_that_arrives_after_the_amount_was_restored_changes_nothing(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    typed_in = view(chart).lines[0].rows[1].key
    chart.do(AdjustmentState.set_amount, typed_in, "20.00")
    chart.do(AdjustmentState.restore_row, "2")
    assert chart.do(AdjustmentState.set_amount, typed_in, "20.00").deltas == []
    assert view(chart).lines[0].rows[1].amount == "23.20"


def test_an_edited_code_says_which_code_the_era_said(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    chart.do(AdjustmentState.set_reason, "2", "1")
    assert view(chart).lines[0].rows[1].era_said == "ERA said PR-2 $23.20"
    chart.do(AdjustmentState.set_group, "1", "OA")
    assert view(chart).lines[0].rows[0].era_said == "ERA said CO-45 $44.00"
    assert view(chart).banner.differs == "2 amounts differ from the ERA."


@pytest.mark.parametrize("same", ["23.2", "$23.20", " 23.20 ", "23.20"])
def test_the_same_amount_written_otherwise_is_no_edit(chart: Tab, answered: Claim, same: str):
    opened(chart, answered.number)
    chart.do(AdjustmentState.set_amount, "2.0", same)
    assert view(chart).lines[0].rows[1].era_said == ""


def test_a_removed_row_can_be_brought_back_to_its_place(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    chart.do(AdjustmentState.remove_row, "1")
    (line,) = view(chart).lines
    assert rows(line) == [("PR", "2", "23.20")]
    assert line.removed == "Adjustment 1 removed."
    assert line.balance.state == "$44.00 short"
    chart.do(AdjustmentState.undo_remove, "1")
    assert rows(view(chart).lines[0]) == [("CO", "45", "44.00"), ("PR", "2", "23.20")]
    assert view(chart).lines[0].removed == ""


def test_an_added_row_offers_what_remains_and_takes_it(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    chart.do(AdjustmentState.set_amount, "1.0", "40.00")
    chart.do(AdjustmentState.add_row, "1")
    added = view(chart).lines[0].rows[-1]
    assert (added.number, added.remaining) == ("3", "$4.00")
    chart.do(AdjustmentState.use_remaining, added.id)
    filled = view(chart).lines[0].rows[-1]
    assert (filled.amount, filled.remaining) == ("4.00", "")
    assert filled.key != added.key
    assert view(chart).total.balanced


def test_nothing_remains_to_be_used_once_it_adds_up(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    chart.do(AdjustmentState.add_row, "1")
    added = view(chart).lines[0].rows[-1]
    assert added.remaining == ""
    chart.do(AdjustmentState.use_remaining, added.id)
    assert view(chart).lines[0].rows[-1].amount == ""


def test_the_equation_says_over_as_well(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    chart.do(AdjustmentState.set_amount, "1.0", "48.00")
    assert view(chart).total.state == "$4.00 over"


def test_what_an_era_says_was_paid_is_not_typed_over(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    chart.do(AdjustmentState.set_paid, "1", "1.00")
    assert view(chart).lines[0].paid == "92.80"


def test_what_the_paper_says_was_paid_is_typed(chart: Tab, ready: Claim):
    opened(chart, ready.number)
    chart.do(AdjustmentState.set_paid, "1", "90.00")
    assert (view(chart).lines[0].paid, view(chart).total.state) == ("90.00", "$2.80 short")


def test_half_typed_amounts_count_as_nothing_and_break_nothing(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    for typed in ("2", "23.", "twenty", "", "-", "$"):
        chart.do(AdjustmentState.set_amount, "2.0", typed)
        assert view(chart).lines[0].rows[1].amount == typed


def test_typing_that_changes_nothing_sends_nothing(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    assert chart.do(AdjustmentState.set_amount, "1.0", "44.00").deltas == []
    assert chart.do(AdjustmentState.set_amount, "77.0", "1.00").deltas == []


def test_an_era_that_arrives_never_overwrites_what_was_typed(chart: Tab, clinician: Clinician, ready: Claim):
    opened(chart, ready.number)
    chart.do(AdjustmentState.set_amount, "2.0", "20.00")
    arrive(clinician, ready)
    heard = submitted(chart)
    shown = view(chart)
    assert heard.points_at_problem(DIALOG)
    assert shown.banner.kind == "arrived"
    assert shown.banner.title == "An ERA from Aetna just arrived."
    assert shown.banner.text == "What you typed is still here."
    assert rows(shown.lines[0]) == [("CO", "45", "44.00"), ("PR", "2", "20.00")]
    assert status_of(ready.number) == "pending"


def test_typing_on_keeps_the_offer_to_use_the_era(chart: Tab, clinician: Clinician, ready: Claim):
    opened(chart, ready.number)
    arrive(clinician, ready)
    chart.do(AdjustmentState.set_amount, "2.0", "20.00")
    assert view(chart).banner.kind == "arrived"
    submitted(chart)
    chart.do(AdjustmentState.set_amount, "2.0", "21.00")
    assert view(chart).banner.kind == "arrived"


def test_the_era_that_arrived_fills_the_form_when_asked_to(chart: Tab, clinician: Clinician, ready: Claim):
    before = opened(chart, ready.number).key
    chart.do(AdjustmentState.set_amount, "2.0", "20.00")
    arrive(clinician, ready, (("CO", "45", 4000), ("PR", "1", 2720)))
    chart.do(AdjustmentState.use_era)
    shown = view(chart)
    assert rows(shown.lines[0]) == [("CO", "45", "40.00"), ("PR", "1", "27.20")]
    assert (shown.banner.kind, shown.lines[0].paid_fixed) == ("era", True)
    assert shown.key != before


def test_after_it_was_told_the_typing_may_be_filed(chart: Tab, clinician: Clinician, ready: Claim):
    opened(chart, ready.number)
    chart.do(AdjustmentState.set_amount, "1.0", "47.20")
    chart.do(AdjustmentState.set_amount, "2.0", "20.00")
    arrive(clinician, ready)
    assert submitted(chart).said == []
    assert submitted(chart).said == [f"Claim {ready.number} filed to Cigna for $20.00."]
