"""Single lines of an ERA: chosen by hand, skipped, quoted; the member ID that a payer corrects."""

from typing import Any

import pytest
from arriving import OFF, arrived, state
from era import COINSURED, Answer, era
from kept import claim_of, status_of
from sqlmodel import select
from tab import Tab

from mbp_claims.db.engine import reading
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.completion import CompletionState
from mbp_claims.state.eras_review import EraState


@pytest.fixture
def lost(clinician: Clinician, filed: Claim) -> Tab:
    """Aetna answers C-2210, which is none of ours."""
    return arrived(clinician, era(Answer("C-2210", COINSURED)))


def match(tab: Tab, number: str, **more: str) -> Any:
    return tab.do(EraState.match, {"line": state(tab).lost[0].id, "number": number, **more})


def test_a_line_that_is_none_of_ours_says_why_and_shows_its_equation(lost: Tab):
    (line,) = state(lost).lost
    assert (line.title, line.why) == ("Line 1 · 11/03/2026 · 90837", "No claim has control number C-2210")
    terms = [(term.amount, term.word) for term in line.equation.terms]
    assert (line.equation.charge, line.equation.state) == ("$160.00", "Balanced")
    assert terms == [("$92.80", "paid"), ("$44.00", "CO-45"), ("$23.20", "PR-2")]


def test_a_claim_that_is_chosen_is_matched_and_nothing_is_posted(lost: Tab, filed: Claim):
    heard = match(lost, filed.number)
    assert heard.said == [f"Line 1 is matched to {filed.number}. It is posted with the others."]
    assert heard.offers_undo
    assert (state(lost).lost, state(lost).view.matched, status_of(filed.number)) == ([], 1, "filed")
    lost.do(EraState.show_tab, "matched")
    (line,) = state(lost).matched
    assert (line.claim_number, line.chosen) == (filed.number, True)
    assert line.agrees.startswith("Chosen by June Marlow")
    assert lost.do(EraState.post).said == ["1 payment posted. 1 secondary claim is ready to file."]


def test_what_was_typed_counts_where_nothing_was_chosen(lost: Tab, filed: Claim):
    match(lost, "", number_query=f"{filed.number.lower()} Rowan Ellis")
    assert state(lost).view.matched == 1


def test_the_choice_is_taken_back(lost: Tab, filed: Claim):
    line_id = state(lost).lost[0].id
    match(lost, filed.number)
    lost.do(EraState.forget, line_id)
    assert (state(lost).view.matched, state(lost).view.lost) == (0, 1)


def test_no_claim_of_that_number_changes_nothing(lost: Tab, everything: Any):
    before = everything()
    assert match(lost, "C-9999").refused
    assert match(lost, "").refused == ["Choose the claim that the line answers."]
    assert everything() == before


def test_a_skipped_line_waits_for_nobody_until_it_is_taken_up(lost: Tab):
    line_id = state(lost).lost[0].id
    heard = lost.do(EraState.skip, line_id)
    assert (heard.said, heard.offers_undo) == (["Line 1 is skipped."], True)
    assert (state(lost).lost[0].skipped, state(lost).view.lost, state(lost).view.status) == (True, 0, "Skipped")
    assert state(lost).view.bank_words == "Deposit $92.80 = $0.00 posted + $92.80 skipped"
    lost.do(EraState.take_up, line_id)
    assert (state(lost).lost[0].skipped, state(lost).view.lost) == (False, 1)


def test_a_line_that_does_not_add_up_shows_the_equation_and_leads_to_the_form(clinician: Clinician, filed: Claim):
    tab = arrived(clinician, era(Answer(filed.number, OFF)))
    (line,) = state(tab).problems
    assert (line.claim_number, line.by_form, line.equation.state) == (filed.number, True, "$4.00 short")
    assert "$4.00 short of the $160.00 charged" in line.detail


def test_the_segments_of_a_line_are_quoted_as_they_came(clinician: Clinician, filed: Claim):
    tab = arrived(clinician, era(Answer("C-1", COINSURED), Answer(filed.number, OFF)))
    tab.do(EraState.show_tab, "problems")
    line = state(tab).problems[0]
    tab.do(EraState.quote, line.id)
    assert state(tab).quoted[0].text.startswith(f"CLP*{filed.number}*1*160*92.8*")
    assert not any(one.text.startswith("CLP*C-1*") for one in state(tab).quoted)
    tab.do(EraState.quote, line.id)
    assert (state(tab).quoted, state(tab).quoted_of) == ([], "")


def test_the_segment_that_could_not_be_read_is_marked(clinician: Clinician, filed: Claim):
    broken = era(Answer(filed.number, COINSURED)).replace(b"*160*92.8*", b"*16O*92.8*", 1)
    tab = arrived(clinician, broken)
    (line,) = state(tab).problems
    tab.do(EraState.quote, line.id)
    assert [one.text[:4] for one in state(tab).quoted if one.bad] == ["CLP*"]


def test_a_corrected_member_id_is_taken_over_with_one_click(clinician: Clinician, filed: Claim):
    tab = arrived(clinician, era(Answer(filed.number, COINSURED, member_id="W218640973")))
    (line,) = state(tab).matched
    assert line.correction.words == "Aetna has member ID W218640973 for this client."
    heard = tab.do(EraState.correct_plan, line.correction.line_id)
    assert heard.said == ["The plan has the payer’s member ID now."]
    with reading() as db:
        plan = db.exec(select(InsurancePlan).where(InsurancePlan.id == claim_of(filed.number).plan_id)).one()
    assert plan.member_id == "W218640973"
    assert state(tab).matched[0].correction.line_id == ""
    assert tab.do(EraState.correct_plan, line.id).refused == ["This was decided already."]


def test_what_does_not_add_up_is_entered_by_the_form_and_counts_as_posted(clinician: Clinician, filed: Claim):
    tab = arrived(clinician, era(Answer(filed.number, OFF)))
    (line,) = state(tab).problems
    tab.do(CompletionState.open_line, line.id, filed.number)
    form = tab.of(CompletionState)
    assert [row.amount for one in form.view.lines for row in one.rows] == ["40.00", "23.20"]
    first = form.view.lines[0].rows[0].id
    tab.do(CompletionState.submit, {"paid-1": "92.80", f"amount-{first}": "44.00", "eob_date": "11/12/2026"})
    tab.do(EraState.match_again)
    assert status_of(filed.number) == "completed"
    assert (state(tab).view.wrong, state(tab).view.bank_words) == (0, "Deposit $92.80 = $92.80 posted")
