"""One ERA, or a file of several: which lines are chosen, Post, Undo, Reverse."""

from typing import Any

import pytest
from arriving import OFF, arrived, state
from era import COINSURED, Answer, era
from kept import claim_of, status_of
from tab import Heard, Tab

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.eras_review import EraState
from mbp_claims.state.shell import ShellState


def test_post_posts_all_that_is_chosen_and_says_what_followed(two: Tab, filed: Claim):
    assert state(two).post_title == "Post 2 payments, $185.60"
    heard = two.do(EraState.post)
    assert heard.said == ["2 payments posted. 2 secondary claims are ready to file."]
    assert heard.offers_undo
    assert two.of(ShellState).announcement == heard.said[0]
    assert (status_of(filed.number), status_of(f"{filed.number}-S")) == ("completed", "pending")
    view = state(two).view
    assert (view.posted, view.posted_more, view.status) == (
        "2 payments are posted.", "One line still needs a match.", "Partly posted",
    )  # fmt: skip
    assert view.bank_words == "Deposit $278.40 = $185.60 posted + $92.80 waiting"
    line = state(two).matched[0]
    assert (line.posted, line.status, line.causes) == (True, "Ready to file", [f"{filed.number}-S, $23.20 to Cigna"])
    assert state(two).post_title == ""


def test_a_line_that_is_ticked_off_stays_for_later(two: Tab, filed: Claim, second: Claim):
    two.do(EraState.choose, state(two).matched[0].id, False)
    assert state(two).post_title == "Post 1 payment, $92.80"
    assert state(two).post_detail.endswith("1 line stays for later.")
    heard = two.do(EraState.post)
    assert heard.said == ["1 payment posted. 1 secondary claim is ready to file."]
    assert (status_of(filed.number), status_of(second.number)) == ("filed", "completed")
    assert state(two).post_title == "Choose the lines to post", "what was left stays left"
    two.do(EraState.choose, state(two).matched[0].id, True)
    assert state(two).post_title == "Post 1 payment, $92.80"


def test_with_nothing_ticked_there_is_nothing_to_post(two: Tab, everything: Any):
    for line in state(two).matched:
        two.do(EraState.choose, line.id, False)
    assert state(two).post_title == "Choose the lines to post"
    before = everything()
    assert two.do(EraState.post).refused == ["No claim of this ERA is ready to be posted."]
    assert everything() == before
    two.do(EraState.choose, state(two).matched[1].id, True)
    assert state(two).post_title == "Post 1 payment, $92.80"


def test_a_payment_in_quarantine_posts_only_what_is_ticked(clinician: Clinician, filed: Claim, second: Claim):
    tab = arrived(clinician, era(Answer(filed.number, COINSURED), Answer(second.number, OFF)))
    view = state(tab).view
    assert (view.adds_up, view.status, view.all_chosen, view.wrong) == (False, "Does not add up", False, 1)
    assert state(tab).post_title == "Choose the lines to post"
    tab.do(EraState.choose, state(tab).matched[0].id, True)
    assert state(tab).post_title == "Post 1 payment, $92.80"
    assert tab.do(EraState.post).said[0].startswith("1 payment posted.")
    assert (status_of(filed.number), status_of(second.number)) == ("completed", "filed")


def test_a_file_of_two_payments_is_posted_and_undone_at_once(clinician: Clinician, filed: Claim, second: Claim):
    first, other = (era(Answer(one.number, COINSURED), trace=one.number) for one in (filed, second))
    tab = arrived(clinician, first + other, "both.835")
    file = state(tab).view.file
    assert (file.name, file.title) == ("both.835", "2 ERAs in this file")
    assert [(row.check, row.matched, row.status) for row in file.rows] == [
        (filed.number, "1 of 1", "Needs review"), (second.number, "1 of 1", "Needs review"),
    ]  # fmt: skip
    assert state(tab).file_title == "2 payments in 2 ERAs, $185.60"
    heard = tab.do(EraState.post_file)
    assert heard.said == ["2 payments in 2 ERAs posted. 2 secondary claims are ready to file."]
    assert heard.offers_undo
    assert (status_of(filed.number), status_of(second.number)) == ("completed", "completed")
    file = state(tab).view.file
    assert ([row.status for row in file.rows], state(tab).file_title) == (["Posted", "Posted"], "")
    assert tab.do(EraState.undo, file.undo).said == ["The posting was undone. Everything is as it was."]
    assert (status_of(filed.number), status_of(second.number)) == ("filed", "filed")
    assert state(tab).file_title == "2 payments in 2 ERAs, $185.60"


def test_what_is_ticked_off_here_stays_when_the_file_is_posted(clinician: Clinician, filed: Claim, second: Claim):
    other = era(Answer(second.number, COINSURED), trace="2")
    first = era(Answer(filed.number, COINSURED), Answer("X", COINSURED))
    tab = arrived(clinician, first + other, "both.835")
    tab.do(EraState.choose, state(tab).matched[0].id, False)
    assert state(tab).file_title == "1 payment in 2 ERAs, $92.80"
    tab.do(EraState.post_file)
    assert (status_of(filed.number), status_of(second.number)) == ("filed", "completed")


@pytest.mark.parametrize("ids", ["", "x", "0 1", "9 9 9", "-1", "1,2", None, ["1"], {"a": 1}])
def test_an_undo_of_what_is_no_posting_changes_nothing(two: Tab, everything: Any, ids: Any):
    two.do(EraState.post)
    before = everything()
    assert two.do(EraState.undo, ids).refused
    assert everything() == before


def test_undo_puts_everything_back(two: Tab, filed: Claim):
    two.do(EraState.post)
    heard = two.do(EraState.undo, state(two).view.undo)
    assert heard.said == ["The posting was undone. Everything is as it was."]
    assert (status_of(filed.number), status_of(f"{filed.number}-S")) == ("filed", "withdrawn")
    view = state(two).view
    assert (view.posted, view.undo, view.reverse, view.ready) == ("", "", "", 2)
    assert [event.what for event in view.events] == [
        "2 payments taken back", "2 payments posted", "Imported from remit.835",
    ]  # fmt: skip


def test_once_something_was_filed_it_is_reversed_after_it_said_what_that_does(
    two: Tab, clinician: Clinician, filed: Claim
):
    two.do(EraState.post)
    undo = state(two).view.undo
    with transaction() as db:
        file_claim(db, clinician, f"{filed.number}-S")
    assert two.do(EraState.undo, undo).refused == [f"{filed.number}-S was filed since. Reverse the posting instead."]
    view = state(two).view
    assert (view.undo, view.reverse) == ("", undo)
    assert view.reverse_words.startswith("2 claims go back to how they were before this posting")
    assert f"{filed.number}-S was filed since" in view.reverse_words
    heard = two.do(EraState.reverse, view.reverse)
    assert heard.said == ["The posting was reversed."]
    assert heard.closes("era-reverse-dialog")
    assert (status_of(filed.number), status_of(f"{filed.number}-S")) == ("filed", "waiting")
    assert claim_of(f"{filed.number}-S").cob_changed


def test_what_another_tab_posted_is_not_posted_twice(two: Tab, everything: Any):
    other = Tab(two.path)
    other.do(EraState.load)
    two.do(EraState.post)
    before = everything()
    heard: Heard = other.do(EraState.post)
    assert heard.refused == ["No claim of this ERA is ready to be posted."]
    assert everything() == before
    assert state(other).view.posted == "2 payments are posted."


def test_the_claims_that_followed_are_pending(two: Tab, filed: Claim):
    two.do(EraState.post)
    two.go("/claims").do(ClaimsState.load_practice)
    assert f"{filed.number}-S" in [row.number for row in two.of(ClaimsState).pending]
