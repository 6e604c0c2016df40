"""What each claim status of an 835 (CLP02) does, and what a payer's remarks and carriers add to it."""


import pytest

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.review_era import review_era
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.ledger import Balances
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine
from mbp_claims.domain.remittance import RemittanceClaim
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import authored_practice, service
from tests.payers_file import payers_file

LINE = RemitLine(
    Procedure("90837"), 20000, 12000, references=(Reference("6R", "1"),),
    adjustments=(RemitAdjustment("CO", "45", 5000), RemitAdjustment("PR", "2", 3000)),
)  # fmt: skip
PAID = RemitClaim("CHC-A1", "1", 20000, 12000, payer_control_number="ICN1", lines=(LINE,))
SECOND_LINE = LINE._replace(
    paid_cents=2500, adjustments=(RemitAdjustment("OA", "23", 17000), RemitAdjustment("PR", "3", 500))
)
SECOND = RemitClaim("CHC-A1", "2", 20000, 2500, payer_control_number="NWM1", lines=(SECOND_LINE,))


@pytest.fixture
def practice(desk: Desk) -> Desk:
    hour = [service("90837", "2025-12-22", "200.00")]
    return as_another(desk, lambda db: authored_practice(db, {"CHC-A1": hour}))


def take(practice: Desk, *claims: RemitClaim, payer: str = "60054", trace: str = "T1") -> int:
    return practice.do(import_era, "a.835", payers_file(*claims, payer=payer, trace=trace)).remittance_id


def statuses(practice: Desk) -> list[str]:
    return [claim.status for claim in practice.rows(Claim)]


@pytest.mark.parametrize(("status", "second"), [("1", "pending"), ("19", "crossed_over")])
def test_1_and_19_are_the_first_payers(practice: Desk, status: str, second: str):
    practice.do(post_era, take(practice, PAID._replace(status=status)))
    assert statuses(practice) == ["completed", second]


@pytest.mark.parametrize("status", ["2", "20"])
def test_2_and_20_are_the_second_payers(practice: Desk, status: str):
    practice.do(post_era, take(practice, PAID))
    practice.sent(file_claim, "CHC-A1-S")
    practice.do(post_era, take(practice, SECOND._replace(status=status), payer="NWM01", trace="T2"))
    assert statuses(practice) == ["completed", "completed"]
    assert practice.look(open_ledger, "CHC-A1").balances == Balances(20000, 14500, 5000, client=500)


@pytest.mark.parametrize("status", ["3", "21"])
def test_3_and_21_are_a_third_payers_whom_we_do_not_file_to(practice: Desk, status: str):
    take(practice, PAID._replace(status=status))
    row = practice.one(RemittanceClaim)
    assert (row.outcome, row.why) == (
        "not_matched", "It answers a third claim, and this practice files to two payers"
    )  # fmt: skip


def test_4_is_told_from_the_money(practice: Desk):
    practice.do(post_era, take(practice, PAID._replace(status="4")))
    assert statuses(practice) == ["completed", "pending"]


@pytest.mark.parametrize(("status", "why"), [("23", "not its own"), ("25", "An estimate")])
def test_23_and_25_are_no_answer(practice: Desk, status: str, why: str):
    era = take(practice, PAID._replace(status=status))
    row = practice.one(RemittanceClaim)
    assert (row.outcome, row.problem) == ("problem", "no_answer") and why in row.why
    practice.refused(post_era, era)


def test_a_crossed_over_claim_is_completed_by_the_second_payers_answer(practice: Desk):
    practice.do(post_era, take(practice, PAID._replace(status="19")))
    practice.do(post_era, take(practice, SECOND, payer="NWM01", trace="T2"))
    second = practice.rows(Claim)[-1]
    assert (second.status, second.follow_up_on, second.payer_control_number) == ("completed", None, "NWM1")


def test_22_of_the_second_payer_takes_back_the_second_payers_answer(practice: Desk):
    practice.do(post_era, take(practice, PAID))
    practice.sent(file_claim, "CHC-A1-S")
    practice.do(post_era, take(practice, SECOND, payer="NWM01", trace="T2"))
    cuts = tuple(one._replace(amount_cents=-one.amount_cents) for one in SECOND_LINE.adjustments)
    back = SECOND_LINE._replace(charge_cents=-20000, paid_cents=-2500, adjustments=cuts)
    taken = SECOND._replace(status="22", charge_cents=-20000, paid_cents=-2500, lines=(back,))
    practice.do(post_era, take(practice, taken, payer="NWM01", trace="T3"))
    assert statuses(practice) == ["completed", "filed"]
    assert practice.look(open_ledger, "CHC-A1").balances == Balances(20000, 12000, 5000, held=3000)
    assert [kept.paid_cents for kept in practice.rows(Adjudication)] == [12000, 2500, -2500]


def test_what_changed_since_the_import_is_seen_before_it_is_posted(practice: Desk):
    era = take(practice, PAID)
    entry = builders.entry({1: "120"}, (1, "CO", "45", "50"), (1, "PR", "2", "30"))
    practice.do(complete_by_hand, "CHC-A1", entry, {"eob_date": "1/5/2026"}, later=False)
    (line,) = practice.look(preview_era, era).lines
    assert (line.row.outcome, line.effect) == ("matched", None)
    assert line.refusal == "CHC-A1 is completed already. Its answer was not changed."
    assert "completed already" in str(practice.refused(post_era, era))
    practice.do(review_era, era)
    assert (practice.one(RemittanceClaim).outcome, practice.one(RemittanceClaim).problem) == ("problem", "answered")
