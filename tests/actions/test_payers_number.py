"""A payer that takes back or corrects an answer may give it another claim number of ours, and names its own number of
the original (REF*F8), or uses that number again (CLP07)."""


import pytest
from sqlmodel import Session

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.settle_line import choose_match
from mbp_claims.actions.undo_posting import undo_posting
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.ledger import Balances
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine
from mbp_claims.domain.remittance import RemittanceClaim
from tests.desk import Desk, as_another
from tests.golden import authored_practice, service
from tests.payers_file import FIRST, SECOND, payers_file

LINE = RemitLine(
    Procedure("90837"), 20000, 12000,
    adjustments=(RemitAdjustment("CO", "45", 5000), RemitAdjustment("PR", "2", 3000)),
)  # fmt: skip
PAID = RemitClaim("CHC-A1", "1", 20000, 12000, payer_control_number="ICN1", lines=(LINE,))
CORRECTED_LINE = LINE._replace(
    paid_cents=10000, adjustments=(RemitAdjustment("CO", "45", 5000), RemitAdjustment("PR", "2", 5000))
)
SECOND_LINE = LINE._replace(
    paid_cents=2500, adjustments=(RemitAdjustment("OA", "23", 17000), RemitAdjustment("PR", "3", 500))
)


@pytest.fixture
def practice(desk: Desk) -> Desk:
    """Two claims of the same service and charge on the same day: services alone cannot tell them apart."""
    return as_another(desk, two_of_a_kind)


def two_of_a_kind(db: Session) -> Clinician:
    hour = [service("90837", "2025-12-22", "200.00")]
    return authored_practice(db, {"CHC-A1": hour, "CHC-A2": hour})


def take(practice: Desk, trace: str, *claims: RemitClaim, payer: str = FIRST) -> int:
    return practice.do(import_era, f"{trace}.835", payers_file(*claims, payer=payer, trace=trace)).remittance_id


def reversal(of: RemitClaim, **changes: object) -> RemitClaim:
    (line,) = of.lines
    cuts = tuple(one._replace(amount_cents=-one.amount_cents) for one in line.adjustments)
    back = line._replace(charge_cents=-line.charge_cents, paid_cents=-line.paid_cents, adjustments=cuts)
    taken = of._replace(status="22", charge_cents=-of.charge_cents, paid_cents=-of.paid_cents, lines=(back,))
    return taken._replace(**changes)


def original(number: str) -> tuple[Reference, ...]:
    return (Reference("F8", number),)


def rows(practice: Desk) -> list[tuple[str, str]]:
    return [(row.match, row.outcome) for row in practice.rows(RemittanceClaim)][1:]


@pytest.fixture
def answered(practice: Desk) -> Desk:
    practice.do(post_era, take(practice, "T1", PAID))
    return practice


def test_a_reversal_and_its_correction_under_other_numbers_find_the_original(answered: Desk):
    back = reversal(PAID, claim_number="ADJ-77", payer_control_number="ICN1-R", references=original("ICN1"))
    again = PAID._replace(
        claim_number="ADJ-78", paid_cents=10000, payer_control_number="ICN2", references=original("ICN1"),
        lines=(CORRECTED_LINE,),
    )  # fmt: skip
    era = take(answered, "T2", back, again)
    assert rows(answered) == [("payers_number", "matched")] * 2
    answered.do(post_era, era)
    assert answered.look(open_ledger, "CHC-A1").balances == Balances(20000, 10000, 5000, held=5000)
    assert answered.look(open_ledger, "CHC-A2").balances == Balances(0)
    assert answered.rows(Claim)[0].payer_control_number == "ICN2"


def test_a_correction_may_name_its_reversal_instead(answered: Desk):
    back = reversal(PAID, claim_number="ADJ-77", payer_control_number="ICN1-R", references=original("ICN1"))
    again = PAID._replace(
        claim_number="ADJ-78", paid_cents=10000, payer_control_number="ICN2", references=original("ICN1-R"),
        lines=(CORRECTED_LINE,),
    )  # fmt: skip
    answered.do(post_era, take(answered, "T2", back, again))
    assert rows(answered) == [("payers_number", "posted")] * 2
    assert answered.look(open_ledger, "CHC-A1").balances == Balances(20000, 10000, 5000, held=5000)


def test_a_reversal_that_has_only_the_payers_number_of_the_original_finds_it(answered: Desk):
    era = take(answered, "T2", reversal(PAID, claim_number="ADJ-77"))
    assert rows(answered) == [("payers_number", "matched")]
    (shown,) = answered.look(preview_era, era).lines
    assert {one.what: one.agrees for one in shown.agreements}["payers_number"]


def test_the_payers_number_tells_whose_answer_is_taken_back(answered: Desk):
    """Both payers of the claim are one and the same, so that only its number tells."""
    answered.sent(file_claim, "CHC-A1-S")
    second = RemitClaim("CHC-A1", "2", 20000, 2500, payer_control_number="NWM1", lines=(SECOND_LINE,))
    answered.do(post_era, take(answered, "T2", second, payer=SECOND))
    back = reversal(second, claim_number="ADJ-80", payer_control_number="NWM1-R", references=original("NWM1"))
    answered.do(post_era, take(answered, "T3", back, payer="A THIRD NAME"))
    assert [(claim.number, claim.status) for claim in answered.rows(Claim) if claim.number.startswith("CHC-A1")] == [
        ("CHC-A1", "completed"), ("CHC-A1-S", "filed"),
    ]  # fmt: skip


def test_our_number_and_the_payers_number_that_disagree_are_not_guessed_between(answered: Desk):
    line = take(answered, "T2", reversal(PAID, claim_number="CHC-A2", references=original("ICN1")))
    row = answered.rows(RemittanceClaim)[-1]
    assert row.outcome == "not_matched"
    assert row.why == (
        "Its number is that of CHC-A2, but it corrects the payer’s claim ICN1, which is CHC-A1. "
        "Choose the one it answers."
    )
    (shown,) = answered.look(preview_era, line, "not_matched").lines
    assert {one.number for one in shown.candidates} >= {"CHC-A1", "CHC-A2"}
    answered.do(choose_match, row.id, "CHC-A1")
    answered.do(post_era, line)
    assert answered.rows(Claim)[0].status == "filed"


def test_two_claims_that_have_the_same_number_are_not_guessed_between(answered: Desk):
    answered.do(post_era, take(answered, "T2", PAID._replace(claim_number="CHC-A2"), payer="OTHER"))
    take(answered, "T3", reversal(PAID, claim_number="ADJ-77"))
    row = answered.rows(RemittanceClaim)[-1]
    assert (row.outcome, row.why) == ("not_matched", "Two claims fit. Choose the one it answers.")


def test_a_number_that_comes_again_about_other_services_proves_nothing(answered: Desk):
    """A payer's own number alone, without saying that it corrects something."""
    line = LINE._replace(charge_cents=21000, paid_cents=13000)
    take(answered, "T2", PAID._replace(claim_number="ELSE-1", charge_cents=21000, paid_cents=13000, lines=(line,)))
    assert rows(answered) == [("", "not_matched")]


def test_an_answer_that_was_undone_leads_nowhere(practice: Desk):
    posted = practice.do(post_era, take(practice, "T1", PAID))
    practice.do(undo_posting, posted.posting_id)
    take(practice, "T2", reversal(PAID, claim_number="ADJ-77"))
    assert rows(practice)[-1] == ("", "not_matched")


def test_anothers_practice_is_not_searched(answered: Desk):
    stranger = as_another(answered, two_of_a_kind)
    take(stranger, "T2", reversal(PAID, claim_number="ADJ-77"))
    assert stranger.rows(RemittanceClaim)[-1].claim_id is None
