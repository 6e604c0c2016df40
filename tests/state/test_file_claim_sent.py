"""File Claim: sent once, or refused beside the field with everything typed kept."""

from typing import Any

import pytest
from era import Answer, Line
from file_claim_form import DIALOG, imported, opened, rows, submitted, view
from kept import claim_of, files_of, status_of
from tab import Tab

from mbp_claims import testids
from mbp_claims.actions.complete_claim import reopen_claim
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import adjustment, base
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.claims import ClaimsState
from tests import builders


def test_a_balanced_form_is_filed_and_the_row_moves(chart: Tab, answered: Claim):
    chart.do(ClaimsState.load_chart)
    opened(chart, answered.number)
    heard = submitted(chart)
    assert heard.said == [f"Claim {answered.number} filed to Cigna for $23.20."]
    assert heard.closes(DIALOG)
    assert status_of(answered.number) == "filed"
    row = chart.of(ClaimsState).patch[0]
    assert (row.number, row.where, row.status) == (answered.number, "filed", "Filed")
    (text,) = files_of(answered.number)
    assert "CAS*CO*45*44~" in text
    assert "CAS*PR*2*23.2~" in text


def test_after_filing_the_focus_goes_to_the_next_claim_or_to_the_heading(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    assert ("close", DIALOG, "next") in submitted(chart).told


def test_the_toast_of_a_filing_offers_to_look_at_the_claim(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    sent = [str(event.payload) for event in submitted(chart).events]
    assert [f"'path': '/claims/{answered.number}'" in one for one in sent if "saidOf" in one] == [True]


def test_text_that_has_not_arrived_on_its_own_is_taken_from_the_form(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    submitted(chart, amount_1="47.20", amount_2="20.00", reason_2="1")
    (text,) = files_of(answered.number)
    assert "CAS*CO*45*47.2~" in text
    assert "CAS*PR*1*20~" in text


def test_paid_amounts_too_are_taken_from_the_form(chart: Tab, ready: Claim):
    opened(chart, ready.number)
    submitted(chart, paid_1="90.00", amount_2="26.00")
    assert claim_of(ready.number).to_bill_cents == 2600


def test_what_is_wrong_stands_beside_the_field_and_everything_typed_is_kept(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    heard = submitted(chart, amount_2="twenty")
    shown = view(chart)
    assert shown.errors == {"amount-2": "Amount must be dollars and cents, like 23.20"}
    assert heard.points_at_problem(DIALOG)
    assert not heard.closes(DIALOG)
    assert shown.lines[0].rows[1].amount == "twenty"
    assert (shown.failure, status_of(answered.number)) == ("", "pending")


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"amount_2": ""}, "amount-2", "Enter an amount for adjustment 2"),
        ({"reason_2": ""}, "reason-2", "Choose a reason code for adjustment 2"),
        ({"group_2": "XX"}, "group-2", "Choose a group code for adjustment 2"),
        (
            {"amount_1": "40.00"}, "line-1",
            "Line 1 is $4.00 short. The charge of $160.00 must equal the $92.80 paid plus the adjustments.",
        ),
        (
            {"amount_1": "48.00"}, "line-1",
            "Line 1 is $4.00 over. The charge of $160.00 must equal the $92.80 paid plus the adjustments.",
        ),
        (
            {"group_2": "CO", "reason_2": "45"}, "reason-1",
            "Reason 45 with group CO appears twice. Combine them.",
        ),
    ],
)  # fmt: skip
def test_each_refusal_in_its_own_words(chart: Tab, answered: Claim, typed: dict[str, str], field: str, sentence: str):
    opened(chart, answered.number)
    submitted(chart, **typed)
    assert view(chart).errors[field] == sentence
    assert status_of(answered.number) == "pending"


def test_an_error_goes_when_it_is_mended(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    submitted(chart, amount_2="")
    chart.do(AdjustmentState.set_amount, "2.0", "23.20")
    assert view(chart).errors == {}


def test_while_one_error_is_mended_the_others_stay(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    submitted(chart, amount_2="", reason_1="")
    chart.do(AdjustmentState.set_amount, "2.0", "23.20")
    assert view(chart).errors == {"reason-1": "Choose a reason code for adjustment 1"}


def test_before_a_refusal_typing_shows_no_errors(chart: Tab, answered: Claim):
    opened(chart, answered.number)
    chart.do(AdjustmentState.set_amount, "2.0", "")
    assert view(chart).errors == {}


def test_nothing_left_asks_first_and_files_when_told_to(chart: Tab, clinician: Clinician, filed: Claim):
    imported(clinician, Answer(filed.number, (Line(16000, 12000, (("CO", "45", 4000),)),)))
    number = f"{filed.number}-S"
    assert opened(chart, number).bill == "$0.00"
    asked = submitted(chart)
    assert ("open", testids.FILE_ZERO_ALERT) in asked.told
    assert (view(chart).errors, status_of(number)) == ({}, "pending")
    assert submitted(chart, anyway="yes").said == [f"Claim {number} filed to Cigna for $0.00."]


def test_what_was_wrong_before_is_gone_when_zero_is_asked_about(chart: Tab, clinician: Clinician, filed: Claim):
    imported(clinician, Answer(filed.number, (Line(16000, 12000, (("CO", "45", 4000),)),)))
    opened(chart, f"{filed.number}-S")
    submitted(chart, amount_1="")
    assert view(chart).errors
    submitted(chart, amount_1="40.00")
    assert view(chart).errors == {}


def test_a_second_submit_files_once_and_says_so(chart: Tab, answered: Claim):
    other = Tab(chart.path)
    opened(chart, answered.number)
    opened(other, answered.number)
    submitted(chart, amount_1="47.20", amount_2="20.00")
    heard = submitted(other)
    assert heard.said == [f"Claim {answered.number} was filed already. It was not filed again."]
    assert heard.closes(DIALOG)
    assert len(files_of(answered.number)) == 1


def test_a_primary_claim_is_filed_as_it_is(chart: Tab, clinician: Clinician, client: Client, plans: None):
    with transaction() as db:
        claim = builders.started(db, clinician, client)
    opened(chart, claim.number)
    assert submitted(chart).said == [f"Claim {claim.number} filed to Aetna for $160.00."]
    assert "SBR*P*18" in files_of(claim.number)[0]


def test_rows_of_the_claim_before_are_not_taken_along(
    chart: Tab, clinician: Clinician, client: Client, answered: Claim
):
    with transaction() as db:
        claim = builders.started(db, clinician, client)
    opened(chart, answered.number)
    opened(chart, claim.number)
    for handler in (AdjustmentState.add_row, AdjustmentState.remove_row, AdjustmentState.use_remaining):
        chart.do(handler, "1")
    assert rows(view(chart).lines[0]) == []


def test_a_failure_says_that_everything_is_still_here_and_changes_nothing(
    chart: Tab, answered: Claim, everything: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    opened(chart, answered.number)
    before = everything()

    def breaks(*_: Any) -> None:
        raise OSError("Rowan Ellis, W218640937: the disk is full")

    monkeypatch.setattr("mbp_claims.actions.send_file.claims_file", breaks)
    heard = submitted(chart, amount_1="47.20", amount_2="20.00")
    assert view(chart).failure == adjustment.NOT_FILED
    assert heard.points_at_problem(DIALOG)
    assert rows(view(chart).lines[0]) == [("CO", "45", "47.20"), ("PR", "2", "20.00")]
    assert everything() == before
    assert "OSError" in caplog.text
    assert "Rowan" not in caplog.text
    assert "W218640937" not in caplog.text


def test_a_claim_that_is_not_there_closes_the_form_and_says_so(chart: Tab, plans: None):
    heard = chart.do(AdjustmentState.open, "C-9999-S")
    assert heard.closes(DIALOG)
    assert heard.refused == [base.GONE]


def test_a_claim_that_was_withdrawn_meanwhile_is_not_filed(chart: Tab, clinician: Clinician, answered: Claim):
    opened(chart, answered.number)
    with transaction() as db:
        reopen_claim(db, clinician, answered.number.removesuffix("-S"))
    submitted(chart)
    assert view(chart).errors == {"form": f"{answered.number} is withdrawn. It cannot be filed."}
