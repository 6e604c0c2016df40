"""New Claim and Edit claim: proposed from the last one, worked in, saved."""

from typing import Any

import pytest
from kept import claim_of, status_of
from tab import Heard, Tab

from mbp_claims import testids
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import MOST_DIAGNOSES, MOST_LINES
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import base, new_claim
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.new_claim import NewClaimState
from mbp_claims.views.new_claim import NewClaimView
from tests import builders

DIALOG = testids.NEW_CLAIM_DIALOG
SESSION = {
    "service_date": "11/20/2026", "place": "11", "diagnosis-d1": "F41.1", "procedure-l1": "90837", "charge-l1": "160.00"
}  # fmt: skip


@pytest.fixture
def opened(chart: Tab, plans: None) -> Tab:
    chart.do(ClaimsState.load_chart)
    chart.do(NewClaimState.open)
    return chart


def view(tab: Tab) -> NewClaimView:
    return tab.of(NewClaimState).view


def saved(tab: Tab, clinician: Clinician, **changes: str) -> Heard:
    form = SESSION | {"rendering": str(clinician.id)} | {k.replace("__", "-"): v for k, v in changes.items()}
    return tab.do(NewClaimState.submit, form)


def test_the_first_claim_has_one_empty_line_and_todays_date(opened: Tab, clinician: Clinician):
    form = view(opened)
    assert (form.client, form.service_date, form.place, form.number) == ("Rowan Ellis", "11/23/2026", "11", "")
    assert [(line.number, line.procedure, line.units) for line in form.lines] == [("1", "", "1")]
    assert [(one.number, one.code) for one in form.diagnoses] == [("1", "")]
    assert [option.label for option in form.clinicians] == ["June Marlow, LCSW"]
    assert form.total == "$0.00"


def test_it_says_who_would_be_billed(opened: Tab):
    assert (view(opened).badge, view(opened).plan, view(opened).plan_note) == ("P", "Aetna, primary", "then Cigna")
    opened.do(NewClaimState.set_date, "12/31/2025")
    assert (view(opened).badge, view(opened).plan) == ("", "")
    assert view(opened).plan_note == "No primary plan covers 12/31/2025. Add one, or change the date."
    opened.do(NewClaimState.set_date, "yesterday")
    assert view(opened).plan_note == "Enter the date of service first."
    opened.do(NewClaimState.set_date, "11/20/26")
    assert view(opened).plan == "Aetna, primary"


def test_the_next_claim_is_proposed_from_the_last_one(opened: Tab, clinician: Clinician, client: Client):
    with transaction() as db:
        builders.started(db, clinician, client, ("160.00", "35.50"))
    opened.do(NewClaimState.open)
    form = view(opened)
    assert [(line.procedure, line.charge, line.pointers) for line in form.lines] == [
        ("90837", "160.00", "1"), ("90837", "35.50", "1"),
    ]  # fmt: skip
    assert ([one.code for one in form.diagnoses], form.total) == (["F41.1"], "$195.50")
    assert form.service_date == "11/23/2026"


def test_the_total_follows_the_charges(opened: Tab):
    opened.do(NewClaimState.set_charge, "l1", "$1,234.5")
    assert view(opened).total == "$1,234.50"
    opened.do(NewClaimState.add_line)
    second = view(opened).lines[1].id
    opened.do(NewClaimState.set_charge, second, "0.50")
    assert view(opened).total == "$1,235.00"
    opened.do(NewClaimState.set_charge, second, "fifty")
    assert view(opened).total == "$1,234.50"
    opened.do(NewClaimState.remove_line, "l1")
    assert view(opened).total == "$0.00"


def test_lines_are_added_and_removed_and_the_last_one_stays(opened: Tab):
    for _ in range(MOST_LINES + 3):
        opened.do(NewClaimState.add_line)
    ids = [line.id for line in view(opened).lines]
    assert (len(ids), len(set(ids))) == (MOST_LINES, MOST_LINES)
    assert [line.number for line in view(opened).lines] == [str(n) for n in range(1, MOST_LINES + 1)]
    for row in ids:
        opened.do(NewClaimState.remove_line, row)
    assert [(line.id, line.number) for line in view(opened).lines] == [(ids[-1], "1")]


def test_diagnoses_are_added_and_removed_and_the_last_one_stays(opened: Tab):
    for _ in range(MOST_DIAGNOSES + 3):
        opened.do(NewClaimState.add_diagnosis)
    ids = [one.id for one in view(opened).diagnoses]
    assert (len(ids), len(set(ids))) == (MOST_DIAGNOSES, MOST_DIAGNOSES)
    for row in ids:
        opened.do(NewClaimState.remove_diagnosis, row)
    assert [(one.id, one.number) for one in view(opened).diagnoses] == [(ids[-1], "1")]


def test_a_claim_is_added_under_pending_and_its_row_takes_the_focus(opened: Tab, clinician: Clinician):
    heard = saved(opened, clinician)
    (row,) = opened.of(ClaimsState).patch
    assert heard.said == [f"Claim {row.number} was added."]
    assert ("close", DIALOG, f"[data-testid=claim-actions-{row.number}]") in heard.told
    assert (row.where, row.charge, row.then_payer, status_of(row.number)) == ("pending", "$160.00", "Cigna", "pending")


def test_a_diagnosis_that_was_typed_and_not_picked_counts_as_typed(opened: Tab, clinician: Clinician):
    saved(opened, clinician, diagnosis__d1="", diagnosis__d1_query="f411")
    assert claim_of(opened.of(ClaimsState).patch[0].number).diagnoses == "F411"


def test_what_is_wrong_stands_beside_its_field_and_the_rows_stay(opened: Tab, clinician: Clinician, everything: Any):
    opened.do(NewClaimState.add_line)
    before, lines, key = everything(), [line.id for line in view(opened).lines], view(opened).key
    heard = saved(opened, clinician, service_date="12/24/2026", charge__l1="free", diagnosis__d1="flu")
    assert set(view(opened).errors) == {
        "service_date", "diagnosis-d1", "charge-l1", f"procedure-{lines[1]}", f"charge-{lines[1]}",
    }  # fmt: skip
    assert heard.points_at_problem(DIALOG)
    assert ([line.id for line in view(opened).lines], view(opened).key) == (lines, key)
    assert everything() == before


def test_a_day_without_a_plan_is_refused(opened: Tab, clinician: Clinician):
    saved(opened, clinician, service_date="12/30/2025")
    (sentence,) = view(opened).errors.values()
    assert sentence.startswith("No primary plan covers 12/30/2025.")


def test_a_claim_that_waits_is_opened_again_as_it_stands(opened: Tab, clinician: Clinician, client: Client):
    with transaction() as db:
        claim = builders.started(db, clinician, client)
    opened.do(ClaimsState.refresh)
    opened.do(NewClaimState.open_again, claim.number)
    form = view(opened)
    assert (form.number, form.service_date, form.total) == (claim.number, "11/03/2026", "$160.00")
    heard = saved(opened, clinician, service_date="11/03/2026", charge__l1="150.00")
    assert heard.said == [f"Claim {claim.number} was changed."]
    assert claim_of(claim.number).charge_cents == 15000
    assert [row.charge for row in opened.of(ClaimsState).patch] == ["$150.00"]


def test_a_claim_that_was_filed_meanwhile_is_not_changed(opened: Tab, clinician: Clinician, client: Client):
    with transaction() as db:
        claim = builders.started(db, clinician, client)
    opened.do(NewClaimState.open_again, claim.number)
    with transaction() as db:
        builders.mark_filed(db, db.merge(claim_of(claim.number)))
    saved(opened, clinician, charge__l1="1.00")
    assert view(opened).errors == {"form": f"{claim.number} cannot be changed any more. Make a new claim instead."}
    assert claim_of(claim.number).charge_cents == 16000


def test_a_failure_keeps_the_entries(
    opened: Tab,
    clinician: Clinician,
    everything: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    before = everything()

    def breaks(*_: Any, **__: Any) -> None:
        raise OSError("F41.1 of Rowan Ellis")

    monkeypatch.setattr("mbp_claims.actions.start_claim.record_claim", breaks)
    saved(opened, clinician)
    assert view(opened).failure == new_claim.NOT_SAVED
    assert everything() == before
    assert "F41" not in caplog.text


@pytest.mark.parametrize("path", ["/clients/R-9999/claim-center", "/claims", "/clients"])
def test_where_there_is_no_client_the_form_closes(client: Client, path: str):
    heard = Tab(path).do(NewClaimState.open)
    assert (heard.closes(DIALOG), heard.refused) == (True, [base.GONE])


def test_a_claim_that_is_not_there_closes_the_form(opened: Tab):
    heard = opened.do(NewClaimState.open_again, "C-9999")
    assert (heard.closes(DIALOG), heard.refused) == (True, [base.GONE])


def test_charges_of_rows_that_are_not_there_are_not_kept(opened: Tab):
    for number in range(50):
        opened.do(NewClaimState.set_charge, f"x{number}", "1.00")
    assert set(opened.of(NewClaimState)._charges) == {"l1"}
