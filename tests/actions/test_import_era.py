"""Importing an 835: each authored file does what it was written for."""

from pathlib import Path

import pytest

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.remittance import EraFile, Remittance
from tests import builders
from tests.actions.inbox import HOUR, LATER, TWO, codes, waiting
from tests.desk import Desk
from tests.golden import AUTHORED, authored_era, service


def test_01_a_crossover_is_not_to_be_filed_by_hand(desk: Desk):
    inbox = waiting(desk, X1=[HOUR])
    imported = inbox.take("01_crossover_19.835")
    assert (imported.posted, imported.claims, len(imported.secondaries)) == (1, 1, 1)
    assert inbox.status("CHC-X1") == ("completed", "")
    assert inbox.status("CHC-X1-S") == ("crossed_over", "Evergreen Health Plan sent it to Northwind Mutual")
    answer = inbox.answer("CHC-X1")
    assert codes(answer) == [(1, "CO-45", 5268), (1, "CO-253", 235), (1, "PR-2", 2946)]
    assert (answer.status_code, answer.moa) == ("19", ("", "", "MA18"))


def test_a_carrier_that_the_claim_was_sent_on_to_is_enough(desk: Desk):
    inbox = waiting(desk, X1=[HOUR])
    by_carrier = authored_era("01_crossover_19.835").replace(b"CHC-X1*19*", b"CHC-X1*1*")
    by_carrier = by_carrier.replace(b"MOA***MA18~\n", b"").replace(b"SE*23*", b"SE*22*")
    inbox.desk.do(import_and_post, "tt.835", by_carrier)
    assert inbox.status("CHC-X1-S")[0] == "crossed_over"


NOT_OURS = (
    "The payer takes back $120.00, and $139.50 was posted to CHC-R1, or its adjustments differ. "
    "Reopen the claim, enter what the payer had said, then look at this line again."
)


def test_02_a_correction_counts_and_not_what_it_takes_back(desk: Desk):
    inbox = waiting(desk, R1=[HOUR])
    imported = inbox.take("02_reversal_correction_22.835")
    assert (imported.posted, imported.claims) == (1, 2)
    answer = inbox.answer("CHC-R1")
    assert (answer.paid_cents, codes(answer)) == (13950, [(1, "CO-45", 5000), (1, "PR-3", 1050)])
    assert inbox.desk.one(Claim, Claim.number == "CHC-R1-S").to_bill_cents == 1050
    assert inbox.outcomes() == [
        ("CHC-R1", "problem", NOT_OURS),
        ("CHC-R1", "posted", ""),
    ]


def test_02_a_correction_renews_the_secondary_of_the_answer_it_replaces(desk: Desk):
    inbox = waiting(desk, R1=[HOUR])
    typed = builders.entry({1: "120"}, (1, "CO", "45", "50"), (1, "PR", "3", "30"))
    inbox.desk.do(_complete, "CHC-R1", typed)
    imported = inbox.take("02_reversal_correction_22.835")
    assert [claim.to_bill_cents for claim in imported.secondaries] == [1050]
    assert len(inbox.desk.rows(Claim)) == 2
    assert [kept.paid_cents for kept in inbox.desk.rows(Adjudication)] == [12000, -12000, 13950]


def _complete(db, clinician, number, typed):  # type: ignore[no-untyped-def]
    return complete_by_hand(db, clinician, number, typed, {"eob_date": "1/5/2026"}, later=False)


def test_03_a_denial_is_told_from_the_money_and_followed_where_the_next_plan_may_pay(desk: Desk):
    inbox = waiting(desk, D1=[HOUR], D2=[LATER], D3=[HOUR])
    imported = inbox.take("03_denied_4.835")
    assert [inbox.status(f"CHC-D{n}") for n in (1, 2, 3)] == [
        ("denied", "CO-197"), ("denied", "PR-204"), ("denied", "CO-29"),
    ]  # fmt: skip
    assert [claim.number for claim in imported.secondaries] == ["CHC-D2-S"]
    assert imported.secondaries[0].to_bill_cents == 16000


def test_04_an_answer_to_the_whole_claim_stays_at_claim_level(desk: Desk):
    inbox = waiting(desk, C1=TWO)
    inbox.take("04_claim_level_only.835")
    answer = inbox.answer("CHC-C1")
    assert (answer.by_line, answer.paid_cents) == (False, 12980)
    assert codes(answer) == [(0, "CO-45", 9775), (0, "PR-1", 10000), (0, "PR-2", 3245)]
    inbox.desk.do(file_claim, "CHC-C1-S")
    written = inbox.desk.one(ClaimFile).content.split("~\n")
    assert {"CAS*CO*45*97.75", "CAS*PR*1*100**2*32.45", "AMT*D*129.8", "AMT*EAF*132.45"} <= set(written)
    assert not [segment for segment in written if segment.startswith("SVD")]


@pytest.mark.parametrize("name", ["05_plb_many.835", "07_pipe_newline_delims.835", "08_crlf_after_tilde.835"])
def test_05_07_08_provider_adjustments_and_other_delimiters_change_nothing_of_a_claim(desk: Desk, name: str):
    inbox = waiting(desk, A1=TWO)
    inbox.take(name)
    assert codes(inbox.answer("CHC-A1")) == [
        (1, "CO-45", 5000), (1, "PR-3", 3000), (2, "CO-45", 4775), (2, "PR-1", 4000), (2, "PR-2", 1445),
    ]  # fmt: skip
    paid = inbox.desk.one(Remittance)
    withheld = {"05_plb_many.835": (15465, 2315)}.get(name, (17780, 0))
    assert (paid.total_cents, paid.provider_adjustments_cents) == withheld


def test_06_two_checks_in_one_file_are_two_payments(desk: Desk):
    inbox = waiting(desk, A1=TWO, B1=[HOUR])
    imported = inbox.take("06_two_st_one_gs.835")
    assert [(one.trace, one.total_cents) for one in imported.remittances] == [
        ("CHK900001", 17780), ("CHK900002", 12712),
    ]  # fmt: skip
    assert (imported.posted, len(imported.secondaries)) == (2, 2)
    assert len(inbox.desk.rows(EraFile)) == 1


def test_09_the_second_payers_answer_goes_to_the_secondary(desk: Desk):
    inbox = waiting(desk, S2=[HOUR])
    typed = builders.entry({1: "150"}, (1, "CO", "45", "20"), (1, "PR", "2", "30"))
    inbox.desk.do(_complete, "CHC-S2", typed)
    inbox.desk.do(file_claim, "CHC-S2-S")
    imported = inbox.take("09_secondary_2_oa23.835")
    assert (imported.posted, imported.secondaries) == (1, ())
    assert inbox.status("CHC-S2-S") == ("completed", "")
    opened = inbox.desk.look(open_claim, "CHC-S2")
    assert codes(opened.secondary.answer) == [(1, "OA-23", 15000), (1, "CO-45", 2000)]
    assert opened.primary.answer.paid_cents == 15000


def test_09_it_is_not_taken_for_the_first_payers(desk: Desk):
    inbox = waiting(desk, S2=[HOUR])
    inbox.take("09_secondary_2_oa23.835")
    assert inbox.status("CHC-S2") == ("filed", "")
    assert inbox.outcomes() == [
        ("CHC-S2", "not_matched", "CHC-S2 has no secondary claim: its primary payer has not answered yet")
    ]


def test_10_every_reason_quantity_and_sign_is_kept(desk: Desk):
    inbox = waiting(desk, T1=[service("90853", "2025-12-23", "480.00", units=4)])
    inbox.take("10_cas_six_triples_qty.835")
    answer = inbox.answer("CHC-T1")
    assert [(r.code, r.cents, r.quantity) for r in answer.reductions] == [
        ("CO-45", 10000, ""), ("CO-253", 310, ""), ("CO-59", 2000, "1"), ("CO-97", 1550, ""), ("CO-144", -500, ""),
        ("CO-B7", 640, "1"), ("CO-16", 700, ""), ("PR-1", 3000, ""), ("PR-2", 6100, ""),
    ]  # fmt: skip
    assert answer.payments[0].units == "4"
    inbox.desk.do(file_claim, "CHC-T1-S")
    written = inbox.desk.one(ClaimFile).content
    assert "CAS*CO*45*100**253*3.1**59*20*1*97*15.5**144*-5**B7*6.4*1~\nCAS*CO*16*7~" in written


def test_every_authored_file_is_asked_here():
    asked = "".join(file.read_text() for file in Path(__file__).parent.glob("test_import_*.py"))
    assert [path.name for path in AUTHORED.glob("*.835") if path.name not in asked] == []
