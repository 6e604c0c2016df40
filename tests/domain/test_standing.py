"""What a claim's chip says, and what can be done next."""

import pytest

from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.standing import (
    actions,
    is_put_away,
    may_complete,
    may_edit,
    may_file,
    may_follow,
    may_reopen,
    standing,
)
from tests.domain.nouns import claim, follower

S = ClaimStatus


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (S.FILED, "Filed"), (S.ACCEPTED, "Accepted"), (S.REJECTED, "Rejected"), (S.DENIED, "Denied"),
        (S.COMPLETED, "Completed"), (S.CROSSED_OVER, "Crossed over"), (S.WITHDRAWN, "Withdrawn"),
        (S.NOT_BILLABLE, "Not billable"),
    ],
)  # fmt: skip
def test_every_status_has_its_word(status: ClaimStatus, words: str):
    assert standing(claim(status)).words == standing(follower(status, cob_id=1)).words == words


def test_a_pending_primary_is_ready_to_file():
    assert standing(claim()).kind == "ready"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"cob_id": None}, "Needs adjustments"),
        ({"cob_id": 1, "off_cents": 9600, "to_bill_cents": 9600}, "Needs adjustments"),
        ({"cob_id": 1, "off_cents": 400, "to_bill_cents": 3200}, "Off by $4.00"),
        ({"cob_id": 1, "off_cents": -400, "to_bill_cents": 3200}, "Off by $4.00"),
        ({"cob_id": 1, "off_cents": 0, "to_bill_cents": 2320}, "Ready to file"),
        ({"cob_id": 1, "off_cents": 0, "to_bill_cents": 0}, "Ready to file"),
    ],
)
def test_a_pending_secondary_is_told_by_whether_its_answer_adds_up(told: dict, words: str):
    assert standing(follower(**told)).words == words


@pytest.mark.parametrize(
    ("status", "primary", "second"),
    [
        (S.PENDING, "file edit details print not-billable", "file details primary print not-billable"),
        (S.REJECTED, "refile edit details print not-billable", "refile details primary print not-billable"),
        (S.FILED, "details complete print", "details primary complete print"),
        (S.ACCEPTED, "details complete print", "details primary complete print"),
        (S.COMPLETED, "details print secondary reopen", "details primary print"),
        (S.DENIED, "details print secondary reopen", "details primary print"),
        (S.CROSSED_OVER, "details complete print file-anyway", "details primary complete print file-anyway"),
        (S.WITHDRAWN, "details", "details primary"),
        (S.NOT_BILLABLE, "details billable", "details primary billable"),
    ],
)
def test_the_next_step_comes_first(status: ClaimStatus, primary: str, second: str):
    assert " ".join(actions(claim(status), has_era=False, has_secondary=False, secondary_sent=False)) == primary
    assert " ".join(actions(follower(status), has_era=False, has_secondary=False, secondary_sent=False)) == second


def test_to_a_payer_of_paper_only_the_next_step_is_to_print_and_file():
    able = actions(claim(S.PENDING), has_era=False, has_secondary=False, secondary_sent=False, on_paper=True)
    assert able[0] == "file-paper"
    assert "file" not in able


def test_an_era_can_be_viewed_where_there_is_one():
    assert "era" in actions(claim(S.COMPLETED), has_era=True, has_secondary=True, secondary_sent=False)


def test_only_what_waits_for_us_can_be_filed_and_deliberately_what_a_payer_sent_on():
    assert {s for s in S if may_file(claim(s))} == {S.PENDING, S.REJECTED, S.CROSSED_OVER}


def test_a_primary_that_waits_for_us_can_be_changed_and_a_secondary_has_nothing_of_its_own():
    assert {s for s in S if may_edit(claim(s))} == {S.PENDING, S.REJECTED}
    assert not any(may_edit(follower(s)) for s in S)


def test_a_rejected_claim_is_not_completed():
    assert {s for s in S if may_complete(claim(s))} == {S.FILED, S.ACCEPTED, S.CROSSED_OVER}


def test_a_secondary_follows_once_and_only_from_an_answered_primary():
    assert {s for s in S if may_follow(claim(s), False)} == {S.COMPLETED, S.DENIED}
    assert not any(may_follow(claim(s), True) or may_follow(follower(s), False) for s in S)


def test_an_answered_primary_can_be_reopened_until_something_that_followed_was_sent():
    assert {s for s in S if may_reopen(claim(s), False)} == {S.COMPLETED, S.DENIED}
    assert not any(may_reopen(claim(s), True) or may_reopen(follower(s), False) for s in S)


def test_withdrawn_and_not_billable_claims_are_put_away():
    assert {s for s in S if is_put_away(claim(s))} == {S.WITHDRAWN, S.NOT_BILLABLE}
