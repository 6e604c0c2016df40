"""One ERA as it is looked at: its equations, what each line will cause, page by page."""

from typing import Any

import pytest
from arriving import OFF, arrived, state
from era import COINSURED, Answer, Line, era
from kept import status_of
from tab import Tab

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.eras_review import EraState

DENIED = (Line(16000, 0, (("CO", "29", 16000),)),)


def test_both_equations_stand_above_the_lines(two: Tab):
    view = state(two).view
    assert (view.payer, view.amount, view.check, view.date) == ("Aetna", "$278.40", "88120457", "11/12/2026")
    assert (view.adds_up, view.sum_words) == (True, "$278.40 = $92.80 + $92.80 + $92.80")
    assert (view.settled, view.bank_title) == (False, "$278.40 of the deposit waits")
    assert view.bank_words == "Deposit $278.40 = $0.00 posted + $278.40 waiting"
    assert (view.matched, view.lost, view.wrong, view.status) == (2, 1, 0, "Needs review")
    assert [event.what for event in view.events] == ["Imported from remit.835"]


def test_each_line_says_what_posting_it_will_cause(two: Tab, filed: Claim):
    line = state(two).matched[0]
    assert (line.claim_number, line.charge, line.paid, line.posted) == (filed.number, "$160.00", "$92.80", False)
    assert [(cut.code, cut.amount) for cut in line.cuts] == [("CO-45", "$44.00"), ("PR-2", "$23.20")]
    assert line.status == f"Completes {filed.number}"
    assert line.causes == [
        f"{filed.number}-S appears under Pending Claims, $23.20 to Cigna.", "$23.20 waits for Cigna.",
    ]  # fmt: skip
    assert line.agrees == "Claim number, date, services and charge agree"


def test_looking_changes_nothing(two: Tab, everything: Any):
    before = everything()
    for tab in ("not_matched", "problems", "matched"):
        two.do(EraState.show_tab, tab)
    two.do(EraState.choose, state(two).matched[0].id, False)
    assert everything() == before


def test_who_comes_back_from_a_claim_finds_the_era_as_it_was_left(two: Tab):
    two.do(EraState.choose, state(two).matched[0].id, False)
    left = list(state(two).exceptions)
    two.go("/claims/C-1001")
    two.go(f"/era/{state(two).view.id}")
    two.do(EraState.load)
    assert state(two).exceptions == left != []
    assert state(two).post_title == "Post 1 payment, $92.80"


def test_a_denial_of_ours_to_mend_says_what_to_do_and_makes_no_secondary(clinician: Clinician, filed: Claim):
    tab = arrived(clinician, era(Answer(filed.number, DENIED, status="4")))
    (line,) = state(tab).matched
    assert (line.status, line.tone) == (f"Denied: {filed.number}", "danger")
    assert line.causes[0] == (
        "No secondary claim is made. Fix the primary claim, or make the secondary claim on purpose."
    )
    assert tab.do(EraState.post).said == ["1 payment posted. 1 was denied."]
    assert status_of(filed.number) == "denied"


def test_a_claim_that_the_payer_sent_on_waits(clinician: Clinician, filed: Claim):
    tab = arrived(clinician, era(Answer(filed.number, COINSURED, status="19")))
    assert state(tab).matched[0].causes[0] == f"Aetna sent it to Cigna: {filed.number}-S waits for that answer."
    assert tab.do(EraState.post).said == ["1 payment posted. 1 crossed over and waits."]
    assert status_of(f"{filed.number}-S") == "crossed_over"


def test_a_reversal_says_that_the_claim_waits_for_its_correction(clinician: Clinician, filed: Claim):
    arrived(clinician, era(Answer(filed.number, COINSURED))).do(EraState.post)
    taken = (Line(-16000, -9280, (("CO", "45", -4400), ("PR", "2", -2320))),)
    tab = arrived(clinician, era(Answer(filed.number, taken, status="22"), trace="2"))
    (line,) = state(tab).matched
    assert (line.status, line.paid) == (f"Takes back {filed.number}", "-$92.80")
    assert line.causes == [
        f"{filed.number}-S is withdrawn until the corrected answer comes.", "The claim waits for its corrected answer.",
    ]  # fmt: skip


def test_a_payment_of_none_of_ours_opens_where_there_is_something_to_do(clinician: Clinician, filed: Claim):
    assert state(arrived(clinician, era(Answer("C-2210", COINSURED)))).tab == "not_matched"
    assert state(arrived(clinician, era(Answer(filed.number, OFF), trace="2"))).tab == "problems"


def test_a_long_payment_is_turned_page_by_page_and_ticks_are_kept(clinician: Clinician, filed: Claim):
    strangers = (Answer(f"X-{number}", COINSURED) for number in range(70))
    tab = arrived(clinician, era(*strangers, Answer(filed.number, COINSURED)))
    tab.do(EraState.choose, state(tab).matched[0].id, False)
    tab.do(EraState.show_tab, "not_matched")
    assert (len(state(tab).lost), state(tab).has_older, state(tab).has_newer) == (50, True, False)
    tab.do(EraState.older)
    assert (len(state(tab).lost), state(tab).has_older, state(tab).has_newer) == (20, False, True)
    assert state(tab).lost[0].position == "51"
    tab.do(EraState.newer)
    assert state(tab).lost[0].position == "1"
    assert state(tab).view.sum_words == "$6,588.80 = $6,588.80 for 71 claims"
    tab.do(EraState.show_tab, "matched")
    assert state(tab).post_title == "Choose the lines to post"


def test_ticking_a_box_sends_little(two: Tab):
    heard = two.do(EraState.choose, state(two).matched[0].id, False)
    assert heard.changed == {"EraState.exceptions", "EraState.post_title", "EraState.post_detail"}
    assert heard.bytes_sent < 400


@pytest.mark.parametrize("address", ["999", "0", "", "x", "1 OR 1=1", "-1", "9" * 40, "1.0", "%31"])
def test_an_address_that_is_no_payment(two: Tab, address: str):
    two.go(f"/era/{address}").do(EraState.load)
    assert (state(two).view.found, state(two).view.check, state(two).phase) == (False, "", "ready")
    assert two.do(EraState.post).refused
