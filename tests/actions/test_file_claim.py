"""Filing: everything is checked, the 837P is written and kept, and it happens once."""

import pytest

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.end_plan import end_plan
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.db import claims
from mbp_claims.db.kept_answers import read_answer
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.practice import Practice
from mbp_claims.x12.gate import gate
from tests import builders
from tests.builders import entry
from tests.desk import Desk, as_another


@pytest.fixture
def second(desk: Desk, client: Client) -> Claim:
    """C-1001-S, ready to go to Cigna for $23.20."""
    desk.do(builders.both, client)
    return desk.do(builders.completed, client)[1]


def segments(desk: Desk) -> list[str]:
    return [line.rstrip("~") for line in desk.rows(ClaimFile)[-1].content.splitlines()]


def test_a_primary_claim_is_filed(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    number = desk.do(builders.started, client).number
    filed = desk.do(file_claim, number)
    assert (filed.payer, filed.already, filed.claim.status) == ("Aetna", False, "waiting")
    file = desk.one(ClaimFile)
    assert (file.name, file.control_number, file.created_by) == (f"{number}.837p", 1, "June Marlow, LCSW")
    assert gate(file.content) == []
    assert "SBR*P*18*******CI" in segments(desk)
    desk.send()
    assert desk.trail[-2:] == [
        (f"{number} waits to be sent", "pending", "waiting"), (f"{number} filed to Aetna", "waiting", "filed")
    ]  # fmt: skip


def test_a_secondary_claim_carries_what_the_primary_answered(desk: Desk, second: Claim):
    filed = desk.do(file_claim, second.number, builders.COINSURED)
    assert (filed.payer, filed.claim.status) == ("Cigna", "waiting")
    written = segments(desk)
    for said in ("CLM*C-1001*160***11:B:1*Y*A*Y*Y", "AMT*D*92.8", "SVD*60054*92.8*HC:90837**1", "CAS*CO*45*44",
                 "CAS*PR*2*23.2", "DTP*573*D8*20261103", "AMT*EAF*23.2", "REF*F8*EX26316004417"):  # fmt: skip
        assert said in written
    assert len(desk.rows(Adjudication)) == 1


def test_without_the_form_it_is_filed_with_the_answer_as_it_is_kept(desk: Desk, second: Claim):
    assert not desk.do(file_claim, second.number).already
    assert "CAS*PR*2*23.2" in segments(desk)


def test_filed_again_it_is_not_filed_again(desk: Desk, second: Claim):
    desk.do(file_claim, second.number)
    before = desk.everything()
    assert desk.do(file_claim, second.number).already
    assert desk.everything() == before


def test_amounts_that_were_changed_in_the_form_are_kept_beside_the_first_answer(desk: Desk, second: Claim):
    changed = entry({1: "92.80"}, (1, "CO", "45", "40"), (1, "PR", "2", "23.20"), (1, "PR", "3", "4"))
    filed = desk.do(file_claim, second.number, changed)
    first, then = desk.rows(Adjudication)
    assert (first.source, then.source, then.replaces_id, then.claim_id) == ("eob", "form", first.id, first.claim_id)
    assert (filed.claim.cob_id, filed.claim.to_bill_cents, filed.claim.off_cents) == (then.id, 2720, 0)
    assert "CAS*PR*2*23.2**3*4" in segments(desk)
    read = desk.look(lambda db, who: _answer(db, who, first))
    assert [(r.code, r.cents) for r in read.reductions] == [("CO-45", 4400), ("PR-2", 2320)]


def _answer(db, clinician, kept):  # type: ignore[no-untyped-def]
    return read_answer(db, kept)


def test_what_does_not_add_up_is_refused_beside_its_line(desk: Desk, second: Claim):
    short = entry({1: "84"}, (1, "CO", "45", "44"), (1, "PR", "2", "28"))
    assert desk.refused(file_claim, second.number, short).fields == {
        "line-1": "Line 1 is $4.00 short. The charge of $160.00 must equal the $84.00 paid plus the adjustments."
    }


def test_a_secondary_that_is_off_is_not_filed_before_it_adds_up(desk: Desk, client: Client):
    desk.do(builders.both, client)
    number = desk.do(builders.filed, client).number
    desk.do(complete_by_hand, number, entry({1: "92.80"}), builders.eob(), later=True)
    assert list(desk.refused(file_claim, f"{number}-S").fields) == ["line-1"]
    desk.do(file_claim, f"{number}-S", builders.COINSURED)
    assert desk.one(Claim, Claim.number == f"{number}-S").off_cents == 0


def test_nothing_left_to_bill_is_asked_about_once(desk: Desk, client: Client):
    desk.do(builders.both, client)
    number = desk.do(builders.filed, client).number
    answer = entry({1: "116"}, (1, "CO", "45", "44"))
    desk.do(complete_by_hand, number, answer, builders.eob(), later=False)
    refusal = desk.refused(file_claim, f"{number}-S", answer)
    assert refusal.fields == {"zero": "Nothing is left for Cigna to pay. File a $0.00 claim?"}
    assert desk.do(file_claim, f"{number}-S", answer, anyway=True).claim.status == "waiting"


def test_what_is_missing_is_told_with_what_to_do(desk: Desk, second: Claim, client: Client):
    desk.do(lambda db, _: setattr(db.get_one(Client, client.id), "address", ""))
    assert desk.refused(file_claim, second.number).fields == {"missing-client.address": "Add the client’s address"}


def test_a_payer_without_an_id_is_told_before_the_file_is_written(desk: Desk, second: Claim):
    desk.do(lambda db, _: setattr(db.get_one(Payer, 2), "payer_id", ""))
    assert desk.refused(file_claim, second.number).fields == {"missing-plan.payer_id": "Add the payer ID of Cigna"}


@pytest.mark.parametrize("status", ["completed", "denied", "withdrawn", "not_billable"])
def test_only_what_waits_for_us_is_filed(desk: Desk, second: Claim, status: str):
    desk.do(lambda db, who: claims.claim(db, who, second.number).move(ClaimStatus(status)))
    said = status.replace("_", " ")
    assert str(desk.refused(file_claim, second.number)) == f"C-1001-S is {said}. It cannot be filed."


@pytest.mark.parametrize("status", ["rejected", "crossed_over"])
def test_a_rejected_claim_is_filed_again_and_a_crossed_over_one_deliberately(desk: Desk, second: Claim, status: str):
    desk.do(lambda db, who: claims.claim(db, who, second.number).move(ClaimStatus(status)))
    filed = desk.do(file_claim, second.number)
    assert (filed.already, filed.claim.status, filed.claim.note) == (False, "waiting", "")


def test_a_claim_of_days_that_its_plan_does_not_cover_any_more_is_not_filed(desk: Desk, second: Claim):
    desk.do(end_plan, second.plan_id, {"ends": "11/02/2026"})
    assert desk.refused(file_claim, second.number).fields == {
        "plan": "The Cigna plan does not cover 11/03/2026. Correct its dates."
    }
    desk.do(end_plan, second.plan_id, {"ends": "11/03/2026"})
    assert desk.do(file_claim, second.number).claim.status == "waiting"


def test_each_file_has_its_own_number(desk: Desk, client: Client):
    desk.do(builders.both, client)
    first, second = (desk.do(builders.completed, client)[1].number for _ in range(2))
    desk.do(file_claim, first)
    desk.do(file_claim, second)
    assert [file.control_number for file in desk.rows(ClaimFile)] == [1, 2]
    assert desk.one(Practice).next_control == 3


def test_a_refused_file_uses_up_no_number(desk: Desk, second: Claim, client: Client):
    desk.do(lambda db, _: setattr(db.get_one(Client, client.id), "zip", ""))
    desk.refused(file_claim, second.number)
    assert desk.one(Practice).next_control == 1


def test_a_claim_that_was_put_away_is_not_filed(desk: Desk, second: Claim):
    desk.do(mark_not_billable, second.number)
    desk.refused(file_claim, second.number)


def test_another_practices_claim_is_not_there(desk: Desk, second: Claim):
    other = as_another(desk, builders.stranger)
    with pytest.raises(NotFound):
        other.do(file_claim, second.number, builders.COINSURED)
    assert desk.rows(ClaimFile) == []
