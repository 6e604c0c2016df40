"""Payers and the clearinghouse answer what a practice under test has filed."""


import pytest
from bed import Bed, claims_of, practice_of
from sqlmodel import select

from mbp_claims.db.engine import reading
from mbp_claims.domain.remittance import Remittance

COINSURED = [
    {"group": "CO", "reason": "45", "amount": "44.00"}, {"group": "PR", "reason": "2", "amount": "23.20"},
]  # fmt: skip


def test_a_payer_answers_and_the_secondary_claim_is_ready(bed: Bed):
    bed.done("reset", practice="worker-1", scenario="primary-filed")
    told = bed.done("answer", practice="worker-1", claims=[{"claim": "C-1042", "adjustments": COINSURED}])
    assert told["said"] == "1 ERA came in."
    assert "CLP*C-1042*1*160*92.8*23.2*12" in told["files"][0]["content"]
    with reading() as db:
        (came,) = db.exec(select(Remittance))
        assert (came.total_cents, came.is_balanced, came.practice_id) == (9280, True, practice_of("worker-1"))


def test_an_answer_that_does_not_balance_is_not_made(bed: Bed):
    bed.done("reset", practice="worker-1", scenario="primary-filed")
    said = bed.refused("answer", practice="worker-1", claims=[{"claim": "C-1042", "paid": "1.00"}])
    assert said.startswith("C-1042 does not balance: $1.00 + $0.00 is not $160.00")
    too_much = [{"group": "CO", "reason": "45", "amount": "160.01"}]
    said = bed.refused("answer", practice="worker-1", claims=[{"claim": "C-1042", "adjustments": too_much}])
    assert said.startswith("C-1042 was charged $160.00, and $160.01 are taken off: nothing is left to be paid.")


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ({"kind": "999"}, "Filed"),
        ({"kind": "277CA"}, "Accepted"),
        ({"kind": "277CA", "taken": False}, "Rejected"),
        ({"kind": "999", "taken": False}, "Rejected"),
    ],
)
def test_the_clearinghouse_and_the_payer_acknowledge(bed: Bed, told: dict, stands: str):
    bed.done("reset", practice="worker-1", scenario="primary-filed")
    came = bed.done("answer", practice="worker-1", claims=[{"claim": "C-1042"}], **told)
    assert came["said"] == "1 acknowledgement came in."
    assert claims_of("worker-1")["C-1042"] == stands


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ({"claim": "C-9"}, "The practice has no claim C-9."),
        ({"claim": "C-1042-S"}, "C-1042-S is not with its payer: it is pending. File it first."),
        ({"claim": "C-1042", "adjustments": [{**COINSURED[0], "amount": "4.123"}]}, "claims.0.adjustments.0.amount: "),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(bed: Bed, claim: dict, sentence: str):
    bed.done("reset", practice="worker-1", scenario="secondary-ready")
    assert bed.refused("answer", practice="worker-1", claims=[claim]).startswith(sentence)


def test_a_file_that_is_none_stays_in_the_inbox_with_the_reason(bed: Bed):
    bed.done("reset", practice="worker-1", scenario="empty")
    told = bed.done("deliver", practice="worker-1", name="invoice.pdf", content="%PDF-1.7")
    assert told["left"][0].startswith("invoice.pdf: ")
    waits = bed.done("deliver", practice="worker-1", name="later.835", content="ISA", sync=False)
    assert waits["said"] == ""
    assert bed.ask("deliver", practice="worker-1", name="../x", content="").status_code == 422
