"""What is found by itself, what a person chooses, and what is never guessed."""

import re

import pytest

from mbp_claims.actions.complete_from_era import complete_from_era, entry_from_era
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.reconcile import reconcile
from mbp_claims.actions.settle_line import choose_match, forget_match
from mbp_claims.actions.settle_proposal import SETTLED, accept_corrected_insured, dismiss_corrected_insured
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_match import TWO_FIT
from mbp_claims.domain.era_facts import Tab
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.remittance import Remittance, RemittanceClaim
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import authored_era, authored_practice, service

TWO = [service("90837", "2025-12-22", "200.00"), service("90834", "2025-12-29", "160.00", control="2")]
A1 = "08_crlf_after_tilde.835"
MEMBER = b"NWM"


def waiting(desk: Desk, *numbers: str, lines: list | None = None) -> Desk:
    return as_another(desk, lambda db: authored_practice(db, dict.fromkeys(numbers, lines or TWO)))


def era_of(number: str, trace: str = "CHK900001", member: str = "W123456789") -> bytes:
    """The answer to CHC-A1 under another number of ours, to that member."""
    text = authored_era(A1).decode()
    text = text.replace("CLP*CHC-A1*", f"CLP*{number}*").replace("CHK900001", trace)
    return re.sub(r"(NM1\*QC\*.*\*MI\*)[^~]*~", rf"\g<1>{member}~", text).encode()


def line(desk: Desk) -> RemittanceClaim:
    return desk.rows(RemittanceClaim)[-1]


@pytest.mark.parametrize(("said", "number"), [("c-77", "C-77"), ("77", "C-77"), ("EHP-C-77", "C-77"), ("C77", "C-77")])
def test_a_number_that_the_payer_changed_is_still_ours(desk: Desk, said: str, number: str):
    practice = waiting(desk, number)
    era = practice.do(import_era, "a.835", era_of(said)).remittance_id
    assert (line(practice).match, line(practice).outcome) == ("like_number", "matched")
    assert practice.do(post_era, era).posted == 1


def test_a_changed_number_of_a_claim_with_other_services_is_not_taken(desk: Desk):
    practice = waiting(desk, "C-77", lines=[service("90837", "2025-12-23", "360.00")])
    practice.do(import_era, "a.835", era_of("77", member="OTHER"))
    assert (line(practice).match, line(practice).outcome) == ("", "not_matched")


def test_member_day_services_and_charge_are_enough(desk: Desk):
    practice = waiting(desk, "C-77")
    era = practice.do(import_era, "a.835", era_of("PAYERS-OWN")).remittance_id
    assert (line(practice).match, line(practice).outcome) == ("services", "matched")
    said = {one.what: one.agrees for one in practice.look(preview_era, era).lines[0].agreements}
    assert said == {"number": False, "member": True, "patient": True, "day": True, "services": True, "charge": True}
    practice.do(post_era, era)
    assert practice.rows(Claim)[0].status == "completed"


def test_two_that_fit_are_shown_and_not_guessed_between(desk: Desk):
    practice = waiting(desk, "C-77", "C-78")
    era = practice.do(import_era, "a.835", era_of("PAYERS-OWN")).remittance_id
    assert (line(practice).outcome, line(practice).why) == ("not_matched", TWO_FIT)
    (shown,) = practice.look(preview_era, era, Tab.NOT_MATCHED).lines
    assert {one.number for one in shown.candidates} == {"C-77", "C-78"}
    practice.do(choose_match, line(practice).id, "C-78")
    assert (line(practice).match, line(practice).outcome) == ("chosen", "matched")
    assert line(practice).why == f"Chosen by {practice.clinician.name}"
    practice.do(forget_match, line(practice).id)
    assert (line(practice).match, line(practice).outcome) == ("", "not_matched")
    practice.do(choose_match, line(practice).id, "C-78")
    practice.do(post_era, era)
    assert [(claim.number, claim.status) for claim in practice.rows(Claim)][:2] == [
        ("C-77", "filed"), ("C-78", "completed"),
    ]  # fmt: skip


def test_one_that_is_near_is_a_candidate_with_what_speaks_against_it(desk: Desk):
    practice = waiting(desk, "C-77", lines=[service("90837", "2025-12-23", "360.00")])
    era = practice.do(import_era, "a.835", era_of("PAYERS-OWN")).remittance_id
    (shown,) = practice.look(preview_era, era, Tab.NOT_MATCHED).lines
    (candidate,) = shown.candidates
    assert (candidate.number, candidate.client) == ("C-77", "Dana Rivera")
    against = {one.what for one in candidate.agreements if not one.agrees}
    assert against == {"number", "day", "services"}


def test_a_claim_that_cannot_be_answered_so_says_why(desk: Desk):
    practice = waiting(desk, "C-77", lines=[service("90837", "2025-12-23", "360.00")])
    practice.do(import_era, "a.835", era_of("PAYERS-OWN"))
    practice.do(choose_match, line(practice).id, "C-77")
    assert (line(practice).outcome, line(practice).problem) == ("problem", "lines_differ")


def test_the_corrected_insured_is_taken_over_when_a_person_says_so(desk: Desk):
    practice = waiting(desk, "CHC-A1")
    text = authored_era(A1).decode()
    head, tail = text.split("NM1*82", 1)
    text = f"{head}NM1*74*1*RIVERA*DANA****C*W999000111~\r\nNM1*82{tail}"
    count = int(re.search(r"SE\*(\d+)\*", text).group(1))
    era = practice.do(import_era, "a.835", text.replace(f"SE*{count}*", f"SE*{count + 1}*").encode()).remittance_id
    (shown,) = practice.look(preview_era, era).lines
    assert (shown.row.proposal, shown.remit.corrected_insured.identifier) == ("open", "W999000111")
    practice.do(accept_corrected_insured, shown.row.id)
    plan = practice.one(InsurancePlan, InsurancePlan.rank == "primary")
    assert plan.member_id == "W999000111"
    for verb in (accept_corrected_insured, dismiss_corrected_insured):
        assert str(practice.refused(verb, shown.row.id)) == SETTLED
    assert practice.do(post_era, era).posted == 1


def test_a_claim_that_does_not_add_up_is_entered_by_hand_and_its_payment_is_where_it_belongs(desk: Desk):
    practice = waiting(desk, "CHC-A1")
    era = practice.do(import_era, "a.835", authored_era("bad_03_line_unbalanced.835")).remittance_id
    row = line(practice)
    entry = practice.look(entry_from_era, row.id, "CHC-A1")
    assert [(one.line, one.group, one.amount) for one in entry.rows][:2] == [(1, "CO", "51.00"), (1, "PR", "30.00")]
    form = {"control_number": "ICN1", "eob_date": "1/15/2026"}
    refusal = practice.refused(complete_from_era, row.id, "CHC-A1", entry, form)
    assert "Line 1 is $1.00 over" in str(refusal)
    mended = builders.entry(
        {1: "120", 2: "57.80"}, (1, "CO", "45", "50"), (1, "PR", "3", "30"), (2, "CO", "45", "47.75"),
        (2, "PR", "1", "54.45"),
    )  # fmt: skip
    claim, second = practice.do(complete_from_era, row.id, "CHC-A1", mended, form)
    assert (claim.status, second.number, line(practice).outcome) == ("completed", "CHC-A1-S", "posted")
    assert (practice.one(Remittance).waiting, practice.look(reconcile, era).posted) == (0, 17780)
    assert practice.look(open_ledger, "CHC-A1").balances.held == 8445
