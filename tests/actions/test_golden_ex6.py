"""Golden example 6: the primary takes its answer back and gives another, after the secondary was filed."""

import pytest

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.resend_claim import replace_claim
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.standing import actions, standing
from mbp_claims.x12.gate import gate
from tests.actions.test_golden import content
from tests.desk import Desk, as_another
from tests.golden import golden_era, golden_practice
from tests.x12.filings import facts, golden_text

EX6 = facts("ex6")
FIRST = EX6["steps"][0] | {"claim": EX6["claim"]}
SECOND = f"{EX6['claim']}-S"
OWN_NUMBER = EX6["replacement"]["2300_REF_F8"]


@pytest.fixture
def practice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("tests.golden.facts", lambda example: EX6 | FIRST)
    return as_another(desk, lambda db: golden_practice(db, "ex6"))


def test_the_secondary_is_filed_and_replaced_segment_by_segment(practice: Desk):
    practice.do(import_and_post, "primary_first.835", golden_era("ex6", "primary_first.835"))
    practice.sent(file_claim, SECOND)
    first = practice.one(ClaimFile).content
    assert content(first) == content(golden_text("ex6", "secondary_first.837p"))
    practice.do(accept)
    practice.do(import_and_post, "primary_second.835", golden_era("ex6", "primary_second.835"))
    changed = practice.one(Claim, Claim.number == SECOND)
    assert (changed.cob_changed, standing(changed).words) == (True, "COB changed")
    assert actions(changed, True, True, False)[0] == "replace-cob"
    practice.sent(replace_claim, SECOND)
    written = practice.rows(ClaimFile)[-1].content
    assert content(written) == content(golden_text("ex6", "secondary_replacement.837p"))
    assert gate(written) == []
    replaced = practice.one(Claim, Claim.number == SECOND)
    assert (replaced.status, replaced.frequency, replaced.cob_changed) == ("filed", "7", False)
    filed = practice.rows(FiledClaim)[-1]
    assert (filed.frequency, filed.original_reference, filed.to_bill_cents) == ("7", OWN_NUMBER, 9600)


def test_without_the_second_payers_own_number_it_is_told_where_to_find_it(practice: Desk):
    practice.do(import_and_post, "primary_first.835", golden_era("ex6", "primary_first.835"))
    practice.sent(file_claim, SECOND)
    practice.do(import_and_post, "primary_second.835", golden_era("ex6", "primary_second.835"))
    refusal = practice.refused(replace_claim, SECOND)
    assert refusal.fields == {
        "reference": "Enter Northwind Mutual’s number of this claim. It is on the payer’s answer, or on its "
        "acknowledgement of the claim."
    }
    practice.sent(replace_claim, SECOND, f" {OWN_NUMBER.lower()} ")
    assert practice.one(Claim, Claim.number == SECOND).payer_control_number == OWN_NUMBER


def test_corrected_before_it_was_filed_it_goes_as_an_original(practice: Desk):
    for name in ("primary_first.835", "primary_second.835"):
        practice.do(import_and_post, name, golden_era("ex6", name))
    practice.sent(file_claim, SECOND)
    expected = golden_text("ex6", "secondary_replacement.837p")
    original = expected.replace("11:B:7", "11:B:1").replace(f"REF*F8*{OWN_NUMBER}~\n", "")
    assert content(practice.one(ClaimFile).content) == content(original)


def accept(db, who) -> None:  # type: ignore[no-untyped-def]
    """As the payer's 277CA does."""
    from mbp_claims.db import claims

    claim = claims.claim(db, who, SECOND)
    claim.move(ClaimStatus.ACCEPTED)
    claim.payer_control_number = EX6["steps"][1]["secondary_claim_control_number"]
