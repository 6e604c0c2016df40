"""File 2 claims: what the browser ticked goes as one file; the dialog tells what was filed and what not."""

from typing import Any

import pytest
from kept import files_of, status_of
from tab import Tab

from mbp_claims import testids
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.state import batch, eras_work
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.batch import BatchState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.shell import ShellState
from mbp_claims.state.void import VoidState
from mbp_claims.views.batch import CHECKING, READING, SENDING, filing_view
from tests import builders
from tests.desk import Desk


@pytest.fixture
def claims(clinician: Clinician, client: Client, ready: Claim) -> Tab:
    """The claims of the practice: C-1001-S and C-1002 are ready to file."""
    with transaction() as db:
        builders.started(db, clinician, client)
    tab = Tab("/claims")
    for load in (ShellState.load, ClaimsState.load_practice):
        tab.do(load)
    return tab


def test_what_was_ticked_is_filed_as_one_file_and_leaves_the_table(claims: Tab):
    heard = claims.do(BatchState.file, ["C-1001-S", "C-1002"])
    view = claims.of(BatchState).view
    assert (view.title, view.note, view.left) == ("2 claims filed", "$183.20 in one file, number 1.", [])
    assert [(row.number, row.words, row.href) for row in view.filed] == [
        ("C-1001-S", "$23.20", "/claims/C-1001-S"), ("C-1002", "$160.00", "/claims/C-1002"),
    ]  # fmt: skip
    assert [status_of(number) for number in ("C-1001-S", "C-1002")] == ["filed", "filed"]
    assert files_of("C-1001-S") == files_of("C-1002")
    assert claims.of(ClaimsState).pending == []
    assert claims.of(ShellState).pending == ""
    assert "untick" in str(heard.events)


def test_it_tells_how_far_it_has_come_and_says_so_when_it_is_done(claims: Tab, monkeypatch: pytest.MonkeyPatch):
    views = []

    def watched(step: Any) -> Any:
        def taken(*given: Any) -> Any:
            views.append(claims.of(BatchState).view)
            return step(*given)

        return taken

    for name in ("read_batch", "check_batch", "file_batch"):
        monkeypatch.setattr(batch, name, watched(getattr(batch, name)))
    heard = claims.do(BatchState.file, ["C-1001-S", "C-1002"])
    assert [view.working for view in views] == [READING, CHECKING, SENDING]
    assert {view.key for view in views} == {"1"} == {claims.of(BatchState).view.key}, "it is filled once: focus stays"
    assert (views[0].title, claims.of(BatchState).view.working) == ("Filing 2 claims", "")
    assert heard.said == ["2 claims filed."]
    assert claims.of(ShellState).announcement == "2 claims filed."
    unless_open = [step for event in heard.events for step in event.payload.get("do", []) if step[0] == "unlessOpen"]
    assert [step[1] for step in unless_open] == [testids.BATCH_DIALOG]


def test_who_presses_again_sees_how_far_the_first_has_come(claims: Tab):
    claims.of(BatchState).view = filing_view(40, "7")
    eras_work.begin("/batch")
    heard = claims.do(BatchState.file, ["C-1001-S"])
    eras_work.end("/batch")
    assert heard.refused == ["Claims are being filed already. Wait until they are done."]
    assert (claims.of(BatchState).view.key, claims.of(BatchState).view.working) == ("8", READING)
    assert status_of("C-1001-S") == "pending"


def test_of_what_was_not_filed_it_is_told_why(claims: Tab, clinician: Clinician):
    with transaction() as db:
        file_claim(db, clinician, "C-1002")
    claims.do(BatchState.file, ["C-1001-S", "C-1002", "C-9999"])
    view = claims.of(BatchState).view
    assert [row.number for row in view.filed] == ["C-1001-S"]
    assert (view.left_title, [row.number for row in view.left]) == ("2 claims were not filed", ["C-1002", "C-9999"])
    assert view.left[0].words == "It was filed already. It was not filed again."


def test_pressed_twice_it_files_once(claims: Tab):
    for _ in range(2):
        claims.do(BatchState.file, ["C-1001-S"])
    assert claims.of(BatchState).view.title == "Nothing was filed"
    assert len(files_of("C-1001-S")) == 1


@pytest.mark.parametrize("sent", [None, "C-1001-S", {"a": 1}, [None, 7, ["C-1001-S"]], []])
def test_whatever_a_browser_sends_nothing_is_filed_by_mistake(claims: Tab, sent: Any):
    claims.do(BatchState.file, sent)
    assert status_of("C-1001-S") == "pending"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [(RuntimeError("secret"), "The claims were not filed. Nothing was changed."), (RuleViolation("SE01."), "SE01.")],
)
def test_a_check_that_fails_files_nothing_and_says_so(
    claims: Tab, monkeypatch: pytest.MonkeyPatch, wrong: Exception, said: str
):
    def breaks(_batch: object) -> None:
        raise wrong

    monkeypatch.setattr(batch, "check_batch", breaks)
    claims.do(BatchState.file, ["C-1001-S"])
    assert (claims.of(BatchState).view.failure, status_of("C-1001-S")) == (said, "pending")


def test_a_filed_claim_is_replaced_from_the_same_form(claims: Tab, desk: Desk):
    desk.sent(file_claim, "C-1001-S")
    claims.do(AdjustmentState.open_replacement, "C-1001-S")
    assert claims.of(AdjustmentState).view.replaces
    claims.do(AdjustmentState.submit, {"reference": ""})
    view = claims.of(AdjustmentState).view
    assert list(view.errors) == ["reference"] and view.replaces
    heard = claims.do(AdjustmentState.submit, {"reference": "CIG77"})
    assert heard.said == ["Claim C-1001-S filed to Cigna for $23.20, as a replacement."]
    assert "REF*F8*CIG77~" in files_of("C-1001-S")[-1]
    claims.do(AdjustmentState.open, "C-1002")
    assert not claims.of(AdjustmentState).view.replaces


def test_a_filed_claim_is_voided_under_the_payers_number(claims: Tab, desk: Desk):
    desk.sent(file_claim, "C-1001-S")
    claims.do(VoidState.open, "C-1001-S")
    view = claims.of(VoidState).view
    assert (view.number, view.payer, view.reference) == ("C-1001-S", "Cigna", "")
    assert claims.do(VoidState.submit, {"reference": ""}).closes(testids.VOID_DIALOG) is False
    assert list(claims.of(VoidState).view.errors) == ["reference"]
    heard = claims.do(VoidState.submit, {"reference": "CIG77"})
    assert heard.said == ["A void of C-1001-S was filed to Cigna."]
    assert ":B:8*" in files_of("C-1001-S")[-1]
    assert claims.of(ClaimsState).patch[0].below.startswith("Void filed")
