"""A payer's answer typed from paper: the claim is completed, and its secondary is there in the same moment."""

from datetime import date

import pytest

from mbp_claims.actions.complete_claim import complete_by_hand, reopen_claim
from mbp_claims.actions.decide_rest import decide_rest
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.db import answers, claims
from mbp_claims.db.kept_answers import read_answer
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.client import Client
from tests import builders
from tests.builders import COINSURED, NO_AUTHORIZATION, entry
from tests.desk import Desk, as_another


@pytest.fixture
def number(desk: Desk, client: Client) -> str:
    """C-1001 is with Aetna; Cigna comes second."""
    desk.do(builders.both, client)
    return desk.do(builders.filed, client).number


def complete(desk: Desk, number: str, answer=COINSURED, later: bool = False, **form: object):  # type: ignore[no-untyped-def]
    return desk.do(complete_by_hand, number, answer, builders.eob() | form, later)


def refused(desk: Desk, number: str, answer=COINSURED, later: bool = False, **form: object) -> dict[str, str]:  # type: ignore[no-untyped-def]
    return desk.refused(complete_by_hand, number, answer, builders.eob() | form, later).fields


def kept_answer(desk: Desk, number: str) -> Answer:
    """The answer that counts for the claim, read back."""

    def read(db, clinician):  # type: ignore[no-untyped-def]
        claim = claims.claim(db, clinician, number)
        kept = answers.latest_adjudication(db, claim.id)
        return read_answer(db, kept)

    return desk.look(read)


def test_with_nothing_left_to_decide_it_is_a_sentence(desk: Desk, client: Client):
    """Nothing is told to the trail then, and its end stays where it is."""
    desk.do(builders.both, client)
    primary, _ = desk.do(builders.completed, client)
    for choice in ("write_off", "leave"):
        refusal = desk.refused(decide_rest, primary.number, choice)
        assert refusal.sentence == f"Nothing of {primary.number} is left to decide."


def test_the_claim_is_completed_and_the_secondary_waits(desk: Desk, number: str):
    claim, second = complete(desk, number)
    assert (claim.status, claim.paid_cents, claim.payer_control_number) == ("completed", 9280, "EX26316004417")
    assert (second.number, second.status, second.to_bill_cents, second.off_cents) == ("C-1001-S", "pending", 2320, 0)
    assert (second.charge_cents, second.cob_amounts) == (16000, 3)
    assert desk.trail[-2:] == [("C-1001 completed", "filed", "completed"), ("C-1001-S was created", "", "pending")]


def test_the_answer_is_kept_as_it_was_typed(desk: Desk, number: str):
    complete(desk, number)
    answer = kept_answer(desk, number)
    assert [(r.line, r.code, r.cents) for r in answer.reductions] == [(1, "CO-45", 4400), (1, "PR-2", 2320)]
    assert (answer.paid_cents, answer.paid_for(1), answer.adjudicated_on) == (9280, 9280, builders.SESSION)
    kept = desk.one(Adjudication)
    assert (kept.source, kept.created_by, kept.remittance_id) == ("eob", "June Marlow, LCSW", None)


def test_without_a_secondary_plan_nothing_follows(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    assert desk.do(builders.completed, client)[1] is None


def test_a_secondary_plan_of_other_days_does_not_follow(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    desk.do(builders.secondary, client, effective="11/4/2026")
    assert desk.do(builders.completed, client)[1] is None


def test_nothing_follows_before_the_claim_is_completed(desk: Desk, number: str):
    assert [claim.number for claim in desk.rows(Claim)] == [number]


@pytest.mark.parametrize("status", [s for s in ClaimStatus if s not in ("filed", "accepted", "crossed_over")])
def test_a_claim_that_is_not_with_its_payer_is_not_completed(desk: Desk, number: str, status: ClaimStatus):
    desk.do(lambda db, who: claims.claim(db, who, number).move(status))
    refusal = desk.refused(complete_by_hand, number, COINSURED, builders.eob(), later=False)
    said = status.replace("_", " ")
    assert str(refusal) == f"{number} is {said}. Only a claim that was filed can be completed."


def test_what_does_not_add_up_is_refused_beside_its_line(desk: Desk, number: str):
    short = entry({1: "84"}, (1, "CO", "45", "40"), (1, "PR", "2", "32"))
    assert refused(desk, number, short) == {
        "line-1": "Line 1 is $4.00 short. The charge of $160.00 must equal the $84.00 paid plus the adjustments."
    }


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"eob_date": ""}, "Enter the date of the EOB"),
        ({"eob_date": "soon"}, "Date of the EOB must be a real date, like 11/12/2026"),
        ({"eob_date": "11/24/2026"}, "Date of the EOB must be between 11/03/2026 and today"),
        ({"eob_date": "11/02/2026"}, "Date of the EOB must be between 11/03/2026 and today"),
    ],
)
def test_the_eob_has_a_day(desk: Desk, number: str, form: dict, sentence: str):
    assert refused(desk, number, **form) == {"eob_date": sentence}


def test_with_the_adjustments_to_come_the_secondary_needs_them(desk: Desk, number: str):
    claim, second = complete(desk, number, entry({1: "0"}, (1, "CO", "45", "34")), later=True)
    assert (claim.status, second.to_bill_cents, second.off_cents) == ("completed", 12600, 12600)


def test_with_a_part_typed_it_is_off_by_the_rest(desk: Desk, number: str):
    _, second = complete(desk, number, entry({1: "84"}, (1, "CO", "45", "40"), (1, "PR", "2", "32")), later=True)
    assert (second.to_bill_cents, second.off_cents) == (3200, 400)


def test_all_to_the_deductible_is_completed_and_not_denied(desk: Desk, number: str):
    claim, second = complete(desk, number, entry({1: "0"}, (1, "CO", "45", "44"), (1, "PR", "1", "116")))
    assert (claim.status, second.to_bill_cents) == ("completed", 11600)


def test_a_service_that_is_not_covered_is_denied_and_the_secondary_may_cover_it(desk: Desk, number: str):
    claim, second = complete(desk, number, entry({1: "0"}, (1, "PR", "204", "160")))
    assert (claim.status, claim.note, second.status, second.to_bill_cents) == ("denied", "PR-204", "pending", 16000)


def test_a_denial_that_is_ours_to_mend_makes_no_secondary(desk: Desk, number: str):
    claim, second = complete(desk, number, NO_AUTHORIZATION)
    assert (claim.status, claim.note, second) == ("denied", "CO-197", None)


def test_a_reopened_claim_is_back_with_the_payer_and_its_secondary_is_withdrawn(desk: Desk, number: str):
    complete(desk, number)
    claim = desk.do(reopen_claim, number)
    assert (claim.status, claim.paid_cents, claim.completed_at, claim.note) == ("filed", None, None, "")
    second = desk.one(Claim, Claim.rank == "secondary")
    assert (second.status, second.note) == ("withdrawn", f"{number} was reopened")
    assert len(desk.rows(Adjudication)) == 1


def test_completed_again_the_same_secondary_comes_back_with_the_new_amounts(desk: Desk, number: str):
    _, first = complete(desk, number)
    desk.do(reopen_claim, number)
    _, second = complete(desk, number, entry({1: "100"}, (1, "CO", "45", "44"), (1, "PR", "3", "16")))
    assert (second.id, second.status, second.to_bill_cents, second.note) == (first.id, "pending", 1600, "")
    assert len(desk.rows(Claim)) == 2
    assert ("C-1001-S is back", "withdrawn", "pending") in desk.trail


def test_completed_again_with_a_denial_of_ours_it_stays_withdrawn(desk: Desk, number: str):
    complete(desk, number)
    desk.do(reopen_claim, number)
    assert complete(desk, number, NO_AUTHORIZATION)[1] is None
    assert desk.one(Claim, Claim.rank == "secondary").status == "withdrawn"


def test_once_the_secondary_was_sent_nothing_is_reopened(desk: Desk, number: str):
    _, second = complete(desk, number)
    desk.do(file_claim, second.number)
    desk.send()
    refusal = desk.refused(reopen_claim, number)
    assert str(refusal) == f"{number} cannot be reopened: what followed from it was sent already."


def test_a_claim_that_was_not_answered_is_not_reopened(desk: Desk, number: str):
    assert str(desk.refused(reopen_claim, number)) == f"{number} cannot be reopened: it is filed."
    _, second = complete(desk, number)
    assert str(desk.refused(reopen_claim, second.number)) == "C-1001-S cannot be reopened: it is pending."


def test_a_secondary_that_was_put_away_goes_with_its_reopened_primary(desk: Desk, number: str):
    _, second = complete(desk, number)
    desk.do(mark_not_billable, second.number)
    desk.do(reopen_claim, number)
    assert desk.one(Claim, Claim.id == second.id).status == "withdrawn"


def test_the_secondary_is_completed_too_when_its_payer_answers_on_paper(desk: Desk, number: str):
    _, second = complete(desk, number)
    desk.do(file_claim, second.number)
    desk.send()
    answer = entry({1: "23.20"}, (1, "OA", "23", "136.80"))
    done, none = complete(desk, second.number, answer, control_number="S-1")
    assert (done.status, done.paid_cents, none) == ("completed", 2320, None)


def test_the_secondarys_answer_must_add_up_at_once(desk: Desk, number: str):
    _, second = complete(desk, number)
    desk.do(file_claim, second.number)
    desk.send()
    assert list(refused(desk, second.number, entry({1: "23.20"}), later=True)) == ["line-1"]


def test_each_line_is_answered(desk: Desk, client: Client):
    desk.do(builders.both, client)
    claim = desk.do(builders.filed, client, charges=("160.00", "130.00"))
    assert list(refused(desk, claim.number, COINSURED)) == ["paid-2"]
    done, second = complete(
        desk, claim.number,
        entry({1: "92.80", 2: "0"}, (1, "CO", "45", "67.20"), (2, "CO", "45", "30"), (2, "PR", "1", "100")),
    )  # fmt: skip
    assert (done.paid_cents, second.charge_cents, second.to_bill_cents) == (9280, 29000, 10000)


def test_a_claim_answered_as_a_whole_stays_so(desk: Desk, number: str):
    complete(desk, number, entry({0: "92.80"}, (0, "CO", "45", "44"), (0, "PR", "2", "23.20")))
    answer = kept_answer(desk, number)
    assert not answer.by_line
    assert [r.line for r in answer.reductions] == [0, 0]


def test_another_practices_claim_is_not_there(desk: Desk, number: str):
    other = as_another(desk, builders.stranger)
    with pytest.raises(NotFound):
        complete(other, number)
    with pytest.raises(NotFound):
        other.do(reopen_claim, number)
    assert desk.one(Claim).status == "filed"


def test_an_answer_of_an_earlier_day_than_the_service_is_no_answer(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim = desk.do(builders.filed, client, day=date(2026, 11, 20))
    assert list(refused(desk, claim.number)) == ["eob_date"]
