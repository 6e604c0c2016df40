"""Replacing and voiding what a payer has; refiling what it never took in."""

import pytest

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.resend_claim import replace_claim, void_claim
from mbp_claims.db import claims
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.standing import actions
from mbp_claims.x12.gate import gate
from tests import builders
from tests.builders import entry
from tests.desk import Desk

NUMBER = "CIG2611-77"


@pytest.fixture
def filed(desk: Desk, client: Client) -> Claim:
    """C-1001-S, filed to Cigna, whose number of it is not known."""
    desk.do(builders.both, client)
    second = desk.do(builders.completed, client)[1]
    desk.sent(file_claim, second.number)
    return desk.one(Claim, Claim.number == second.number)


def move(desk: Desk, number: str, status: str) -> None:
    desk.do(lambda db, who: claims.claim(db, who, number).move(ClaimStatus(status)))


def last(desk: Desk) -> str:
    text = desk.rows(ClaimFile)[-1].content
    assert gate(text) == []
    return text


def test_a_replacement_says_what_the_form_says_now(desk: Desk, filed: Claim):
    changed = entry({1: "90.00"}, (1, "CO", "45", "44"), (1, "PR", "2", "26"))
    assert desk.sent(replace_claim, filed.number, NUMBER, changed).claim.to_bill_cents == 2600
    text = last(desk)
    for said in ("CLM*C-1001*160***11:B:7*", f"REF*F8*{NUMBER}~", "SVD*60054*90*", "CAS*PR*2*26~"):
        assert said in text
    assert desk.trail[-1] == ("C-1001-S replacement filed to Cigna", "waiting", "filed")


def test_a_void_says_what_was_filed_and_is_the_end(desk: Desk, filed: Claim):
    desk.sent(void_claim, filed.number, NUMBER)
    text = last(desk)
    assert "11:B:8*" in text and f"REF*F8*{NUMBER}~" in text and "CAS*PR*2*23.2~" in text
    voided = desk.one(Claim, Claim.number == filed.number)
    assert (voided.status, voided.frequency) == ("filed", "8")
    assert not {"replace", "void"} & set(actions(voided, False, True, False))
    for verb in (replace_claim, void_claim):
        assert str(desk.refused(verb, filed.number)) == (
            "A void was filed for C-1001-S. Nothing is left to replace or void."
        )


def test_each_file_knows_as_what_it_went(desk: Desk, filed: Claim):
    desk.sent(replace_claim, filed.number, NUMBER)
    desk.sent(void_claim, filed.number)
    rows = desk.rows(FiledClaim)
    assert [(row.frequency, row.original_reference) for row in rows] == [("1", ""), ("7", NUMBER), ("8", NUMBER)]
    assert [file.control_number for file in desk.rows(ClaimFile)] == [1, 2, 3]


def test_a_second_tab_that_saw_it_before_is_told(desk: Desk, filed: Claim):
    seen = desk.one(Claim, Claim.number == filed.number).version
    desk.sent(replace_claim, filed.number, NUMBER, seen=seen)
    assert "You changed this claim in another tab" in str(desk.refused(replace_claim, filed.number, NUMBER, seen=seen))
    assert "You changed this claim in another tab" in str(desk.refused(void_claim, filed.number, NUMBER, seen=seen))
    assert len(desk.rows(ClaimFile)) == 2


def test_an_answered_primary_can_be_replaced_by_the_number_on_its_answer(desk: Desk, client: Client):
    desk.do(builders.both, client)
    desk.do(builders.completed, client)
    desk.sent(replace_claim, "C-1001")
    assert "11:B:7*" in last(desk) and "REF*F8*EX26316004417~" in last(desk)
    assert desk.one(Claim, Claim.number == "C-1001").status == "filed"


@pytest.mark.parametrize("status", ["pending", "rejected", "withdrawn", "not_billable", "crossed_over"])
def test_what_no_payer_has_is_neither_replaced_nor_voided(desk: Desk, filed: Claim, status: str):
    move(desk, filed.number, status)
    assert "Only a claim that its payer has" in str(desk.refused(replace_claim, filed.number, NUMBER))
    assert "Only a claim that its payer has" in str(desk.refused(void_claim, filed.number, NUMBER))


def test_a_rejected_original_is_filed_anew_as_an_original(desk: Desk, filed: Claim):
    move(desk, filed.number, "rejected")
    desk.sent(file_claim, filed.number)
    assert "11:B:1*" in last(desk)


def test_a_rejected_replacement_is_a_replacement_again(desk: Desk, filed: Claim):
    desk.sent(replace_claim, filed.number, NUMBER)
    move(desk, filed.number, "rejected")
    desk.sent(file_claim, filed.number)
    assert "11:B:7*" in last(desk) and f"REF*F8*{NUMBER}~" in last(desk)


def test_a_number_that_is_too_long_is_refused_beside_its_field(desk: Desk, filed: Claim):
    assert desk.refused(replace_claim, filed.number, "9" * 51).fields == {"reference": "Use 50 characters or fewer"}


def test_a_replacement_that_does_not_add_up_changes_nothing(desk: Desk, filed: Claim):
    assert list(desk.refused(replace_claim, filed.number, NUMBER, entry({1: "1"}, (1, "PR", "2", "2"))).fields) == [
        "line-1"
    ]


def test_the_payers_answer_to_the_secondary_lends_its_number(desk: Desk, filed: Claim):
    answer = entry({1: "23.20"}, (1, "OA", "23", "136.80"))
    desk.do(complete_by_hand, filed.number, answer, {"control_number": NUMBER, "eob_date": "2026-11-20"}, later=False)
    desk.sent(replace_claim, filed.number)
    assert f"REF*F8*{NUMBER}~" in last(desk)
