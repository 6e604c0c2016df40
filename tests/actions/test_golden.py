"""The golden answers, from the payer's file to the secondary claim that follows, through the verbs alone."""

import re

import pytest

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.import_era import AlreadyImported
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.money import parse_cents
from mbp_claims.x12.gate import gate
from tests.desk import Desk, as_another
from tests.golden import golden_era, golden_practice
from tests.x12.filings import Facts, facts, golden_text

OWN = re.compile(r"^(ISA|IEA|GS|GE|ST|SE|BHT)\*.*", re.MULTILINE)


def golden(desk: Desk, example: str, plans: str = "plans") -> Desk:
    return as_another(desk, lambda db: golden_practice(db, example, plans))


def assert_said(answer: Answer, told: Facts) -> None:
    """Every group, reason, amount, sign and quantity as `expected.json` tells."""
    assert answer.paid_cents == parse_cents(told["paid"])
    assert _codes(answer, 0) == _told(told.get("claim_adjustments", []))
    for position, line in enumerate(told["lines"], 1):
        assert _codes(answer, position) == _told(line["adjustments"])
        payment = next(p for p in answer.payments if p.line == position)
        assert (payment.cents, payment.units) == (parse_cents(line["paid"]), line["units"])
    assert len(answer.payments) == len(told["lines"])


def _codes(answer: Answer, line: int) -> list[list]:
    return [[r.group, r.reason, r.cents, r.quantity or None] for r in answer.of_line(line)]


def _told(adjustments: list[list]) -> list[list]:
    return [[group, reason, parse_cents(amount), quantity] for group, reason, amount, quantity in adjustments]


def content(text: str) -> str:
    """The file but for its control numbers and its own dates."""
    return OWN.sub(r"\1", text)


@pytest.mark.parametrize("example", ["ex1", "ex3", "ex4", "ex7"])
def test_the_form_is_filled_in_as_the_payer_said_and_the_secondary_follows(desk: Desk, example: str):
    told = facts(example)
    practice = golden(desk, example)
    imported = practice.do(import_and_post, "primary.835", golden_era(example))
    assert (imported.posted, imported.claims) == (1, 1)
    opened = practice.look(open_claim, told["claim"])
    answer = opened.primary.answer
    assert_said(answer, told)
    assert (answer.control_number, answer.status_code) == (told["payer_claim_control_number"], told["status"])
    assert answer.adjudicated_on.isoformat() == told["paid_date"]
    (second,) = imported.secondaries
    assert (second.number, second.to_bill_cents) == (
        f"{told['claim']}-S", parse_cents(told["patient_responsibility"]),
    )  # fmt: skip
    assert (second.charge_cents, second.off_cents) == (parse_cents(told["charge"]), 0)


@pytest.mark.parametrize("example", ["ex1", "ex3", "ex4", "ex7"])
def test_the_filed_secondary_is_the_golden_one_segment_by_segment(desk: Desk, example: str):
    practice = golden(desk, example)
    practice.do(import_and_post, "primary.835", golden_era(example))
    practice.do(file_claim, f"{facts(example)['claim']}-S")
    written = practice.one(ClaimFile).content
    expected = golden_text(example)
    assert content(written) == content(expected)
    assert written.count("~") == expected.count("~")
    assert gate(written) == []


def test_ex5_a_claim_that_crossed_over_waits_and_is_filed_when_a_person_says_so(desk: Desk):
    practice = golden(desk, "ex5")
    practice.do(import_and_post, "crossed.835", golden_era("ex5", "primary_crossed.835"))
    assert practice.one(Claim, Claim.rank == "secondary").status == "crossed_over"
    practice.do(file_claim, "CHC-2026-0005-S")
    assert content(practice.one(ClaimFile).content) == content(golden_text("ex5"))


def test_ex5_the_same_payment_without_the_forwarding_is_a_duplicate(desk: Desk):
    practice = golden(desk, "ex5")
    practice.do(import_and_post, "crossed.835", golden_era("ex5", "primary_crossed.835"))
    other = golden_era("ex5", "primary_not_forwarded.835")
    assert isinstance(practice.refused(import_and_post, "not_forwarded.835", other), AlreadyImported)


def test_ex5_not_forwarded_it_is_ready(desk: Desk):
    practice = golden(desk, "ex5")
    practice.do(import_and_post, "not_forwarded.835", golden_era("ex5", "primary_not_forwarded.835"))
    assert practice.one(Claim, Claim.rank == "secondary").status == "pending"
    practice.do(file_claim, "CHC-2026-0005-S")
    expected = golden_text("ex5").replace("MOA***MA01*MA18", "MOA***MA01")
    assert content(practice.one(ClaimFile).content) == content(expected)


def test_ex9_four_claims_paid_nothing_for_four_reasons(desk: Desk):
    practice = golden(desk, "ex9", plans="plans_0092")
    imported = practice.do(import_and_post, "primary.835", golden_era("ex9"))
    assert imported.posted == 4
    for told in facts("ex9")["claims"]:
        claim = practice.one(Claim, Claim.number == told["claim"])
        assert claim.status == ("denied" if told["denied"] else "completed")
        followed = [one.number for one in imported.secondaries if one.primary_claim_id == claim.id]
        assert followed == ([f"{told['claim']}-S"] if told["files_by_itself"] else [])
        assert_said(practice.look(open_claim, told["claim"]).primary.answer, told)
    held = {one.number: one.to_bill_cents for one in imported.secondaries}
    assert held == {"CHC-2026-0092-S": 20000, "CHC-2026-0093-S": 11500}


def test_ex9_the_denied_line_is_sent_on_as_it_was_denied(desk: Desk):
    practice = golden(desk, "ex9", plans="plans_0092")
    practice.do(import_and_post, "primary.835", golden_era("ex9"))
    practice.do(file_claim, "CHC-2026-0092-S")
    assert content(practice.one(ClaimFile).content) == content(golden_text("ex9", "secondary_0092.837p"))
