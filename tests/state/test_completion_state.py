"""Mark as completed…: the payer's answer typed in from paper."""

from typing import Any

import pytest
from kept import claim_of, status_of
from tab import Heard, Tab

from mbp_claims import testids
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import base, completion
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.completion import CompletionState
from mbp_claims.state.shell import ShellState
from mbp_claims.views.adjustment import CompleteClaimView
from tests import builders

DIALOG = testids.COMPLETE_DIALOG
ADDED = {"group-1": "CO", "reason-1": "45", "amount-1": "67.20", "paid-1": "92.80", "eob_date": "11/20/2026"}


def opened(tab: Tab, number: str) -> CompleteClaimView:
    tab.do(CompletionState.open, number)
    return view(tab)


def view(tab: Tab) -> CompleteClaimView:
    return tab.of(CompletionState).view


def submitted(tab: Tab, **changes: str) -> Heard:
    return tab.do(CompletionState.submit, ADDED | {name.replace("__", "-"): text for name, text in changes.items()})


def test_it_opens_empty_with_todays_date_and_says_what_will_follow(chart: Tab, filed: Claim):
    shown = opened(chart, filed.number)
    (line,) = shown.lines
    assert shown.subtitle == f"{filed.number} · Rowan Ellis · Aetna, primary"
    assert shown.eob_date == "11/23/2026"
    assert shown.follows == f"{filed.number}-S will appear under Pending Claims, for Cigna."
    assert (line.paid, line.paid_fixed, line.payer) == ("", False, "Aetna")
    assert [(row.group, row.reason, row.amount) for row in line.rows] == [("", "", "")]
    assert line.rows[0].remaining == "$160.00"


def test_the_head_of_the_chart_tells_what_waits_for_the_secondary(chart: Tab, filed: Claim):
    chart.do(ChartState.load)
    opened(chart, filed.number)
    submitted(chart, **{"group-1": "PR", "reason-1": "2"})
    assert (chart.of(ChartState).client.balance, chart.of(ChartState).client.held) == ("$0.00", "$67.20")


def test_each_line_is_asked_for(chart: Tab, clinician: Clinician, client: Client, plans: None):
    with transaction() as db:
        claim = builders.filed(db, clinician, client, ("100.00", "60.00"))
    shown = opened(chart, claim.number)
    assert [(line.key, line.charge) for line in shown.lines] == [("1", "$100.00"), ("2", "$60.00")]
    chart.do(CompletionState.set_paid, "2", "40")
    chart.do(CompletionState.use_remaining, "2")
    second = view(chart).lines[1]
    assert (second.rows[0].amount, second.balance.state) == ("20.00", "Balanced")


def test_a_balanced_answer_completes_it_and_the_secondary_stands_under_pending(chart: Tab, filed: Claim):
    chart.do(ClaimsState.load_chart)
    opened(chart, filed.number)
    heard = submitted(chart)
    secondary = f"{filed.number}-S"
    assert heard.closes(DIALOG)
    assert heard.said == [f"Claim {filed.number} completed. Secondary claim {secondary} was created."]
    assert chart.of(ShellState).announcement == f"Secondary claim {secondary} was created."
    assert status_of(filed.number) == "completed"
    assert [(row.number, row.where) for row in chart.of(ClaimsState).patch] == [
        (filed.number, "filed"), (secondary, "pending"),
    ]  # fmt: skip


def test_it_can_be_opened_for_the_secondary_too(chart: Tab, ready: Claim):
    with transaction() as db:
        builders.mark_filed(db, db.merge(claim_of(ready.number)))
    shown = opened(chart, ready.number)
    assert (shown.badge, shown.payer, shown.follows) == ("S", "Cigna", "")
    assert submitted(chart).said == [f"Claim {ready.number} completed."]


def test_a_denial_is_told_as_one(chart: Tab, filed: Claim):
    opened(chart, filed.number)
    heard = submitted(chart, reason__1="197", amount__1="160.00", paid__1="0")
    assert heard.said == [f"Claim {filed.number} denied."]


def test_with_later_only_what_was_paid_is_needed(chart: Tab, filed: Claim):
    opened(chart, filed.number)
    typed = {"paid-1": "92.80", "eob_date": "11/20/2026", "later": "on"}
    heard = chart.do(CompletionState.submit, typed)
    assert heard.closes(DIALOG)
    assert claim_of(f"{filed.number}-S").off_cents == 6720


def test_every_refusal_stands_beside_its_field_and_the_typing_is_kept(chart: Tab, filed: Claim):
    opened(chart, filed.number)
    heard = submitted(chart, amount__1="", paid__1="ninety", eob_date="12/24/2026", control_number="EX 17")
    shown = view(chart)
    assert shown.errors == {
        "eob_date": "Date of the EOB must be between 11/03/2026 and today",
        "paid-1": "Amount must be dollars and cents, like 23.20",
        "amount-1": "Enter an amount for adjustment 1",
    }
    assert heard.points_at_problem(DIALOG)
    assert (shown.lines[0].paid, shown.control_number, shown.eob_date) == ("ninety", "EX 17", "12/24/2026")
    assert [(row.group, row.reason) for row in shown.lines[0].rows] == [("CO", "45")]
    assert status_of(filed.number) == "filed"


def test_what_is_wrong_besides_the_rows_stays_told_while_the_rows_are_mended(chart: Tab, filed: Claim):
    opened(chart, filed.number)
    submitted(chart, amount__1="", eob_date="soon")
    chart.do(CompletionState.set_amount, "1.0", "67.20")
    assert view(chart).errors == {"eob_date": "Date of the EOB must be a real date, like 11/12/2026"}


def test_an_answer_that_does_not_add_up_is_refused_with_its_numbers(chart: Tab, filed: Claim):
    opened(chart, filed.number)
    submitted(chart, amount__1="60.00")
    assert view(chart).errors == {
        "line-1": "Line 1 is $7.20 short. The charge of $160.00 must equal the $92.80 paid plus the adjustments."
    }


def test_completing_it_twice_is_refused_the_second_time(chart: Tab, filed: Claim):
    other = Tab(chart.path)
    opened(chart, filed.number)
    opened(other, filed.number)
    submitted(chart)
    submitted(other)
    assert view(other).errors == {"form": f"{filed.number} is completed. Only a claim that was filed can be completed."}


def test_a_failure_keeps_everything_and_logs_nothing_of_the_client(
    chart: Tab, filed: Claim, everything: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    opened(chart, filed.number)
    before = everything()

    def breaks(*_: Any, **__: Any) -> None:
        raise OSError("Rowan Ellis owes 67.20")

    monkeypatch.setattr("mbp_claims.actions.post_one.post", breaks)
    submitted(chart)
    assert view(chart).failure == completion.NOT_COMPLETED
    assert view(chart).lines[0].rows[0].amount == "67.20"
    assert everything() == before
    assert "OSError" in caplog.text
    assert "Rowan" not in caplog.text


def test_a_claim_that_is_not_there_closes_the_form(chart: Tab, plans: None):
    heard = chart.do(CompletionState.open, "C-9999")
    assert heard.closes(DIALOG)
    assert heard.refused == [base.GONE]
