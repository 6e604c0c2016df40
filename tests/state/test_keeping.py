"""A restart keeps screens and half-typed forms."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from reflex.istate.manager.memory import StateManagerMemory
from reflex.state import State
from tab import CENTER, Tab

from mbp_claims.domain.claim import Claim
from mbp_claims.state import keeping
from mbp_claims.state.batch import BatchState
from mbp_claims.state.chart import ChartState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.completion import CompletionState
from mbp_claims.state.eras_import import ImportState
from mbp_claims.state.eras_review import EraState
from mbp_claims.views.batch import filing_view
from mbp_claims.views.era import ImportAnswer, ImportStep, WorkView

KEY = "a key of the practice’s own, long"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(keeping, "settings", replace(keeping.settings, screens=tmp_path / "screens"))
    return tmp_path / "screens"


def restarted(tab: Tab) -> Tab:
    """The same tab after the program ended and started again."""
    ends, starts = StateManagerMemory(states={"tab-1": tab.root}), StateManagerMemory()
    keeping.put_down(ends)
    starts._ensure_expiration_task = lambda: None  # type: ignore[method-assign]
    keeping.take_up(starts)
    again = Tab(tab.path)
    again.root = starts.states.get("tab-1", again.root)
    return again.go(tab.path)


def test_a_form_that_was_open_is_sent_after_a_restart(chart: Tab, filed: Claim, folder: Path):
    chart.do(ChartState.load)
    chart.do(CompletionState.open, filed.number)
    shown = chart.of(CompletionState).view
    again = restarted(chart)
    assert again.of(CompletionState).view == shown and again.of(CompletionState)._number == filed.number
    assert again.of(ChartState).client.number == "R-0412"
    answer = {"paid-1": "92.80", "group-1": "CO", "reason-1": "45", "amount-1": "67.20", "eob_date": "11/20/2026"}
    assert again.do(CompletionState.submit, answer).said[0].startswith(f"Claim {filed.number} completed.")


def test_what_was_on_its_way_when_the_program_ended_is_so_no_more_and_says_so(chart: Tab, folder: Path):
    chart.do(ChartState.load)
    reading = chart.of(ImportState)
    reading.work, reading.steps = WorkView("Reading the file"), [ImportStep("a.835"), ImportStep("b.835")]
    reading.answers = [ImportAnswer("a.835 is ready to review.", "", "success", "circle-check")]
    chart.of(EraState).work = WorkView("Posting")
    chart.of(ClearinghouseState).busy = "sync"
    chart.of(BatchState).view = filing_view(40, "1")
    again = restarted(chart)
    assert again.of(ImportState).work == again.of(EraState).work == WorkView()
    assert [one.title for one in again.of(ImportState).answers] == [
        "a.835 is ready to review.", "b.835 was interrupted.",
    ]  # fmt: skip
    assert again.of(ClearinghouseState).busy == ""
    assert again.of(BatchState).view.failure.startswith("The program was restarted meanwhile.")


def test_the_file_is_its_owners_alone_and_gone_once_it_was_read(chart: Tab, folder: Path):
    chart.do(ChartState.load)
    keeping.put_down(StateManagerMemory(states={"tab-1": chart.root}))
    (file,) = folder.iterdir()
    assert State.get_full_name() not in json.loads(file.read_text())["tab-1"], "it holds the cookie"
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    restarted(chart)
    assert list(folder.iterdir()) == []


def test_with_a_key_it_is_sealed(chart: Tab, folder: Path, monkeypatch: pytest.MonkeyPatch):
    chart.do(ChartState.load)
    monkeypatch.setattr(keeping, "settings", replace(keeping.settings, database_key=KEY))
    keeping.put_down(StateManagerMemory(states={"tab-1": chart.root}))
    (file,) = folder.iterdir()
    assert b"tab-1" not in file.read_bytes()
    assert restarted(chart).of(ChartState).client.number == "R-0412"


@pytest.mark.parametrize("content", [b"", b"{", b'{"tab-1": {"reflex___state____state": "AAAA"}}', b"[]"])
def test_what_is_spoilt_begins_anew(chart: Tab, folder: Path, content: bytes):
    folder.mkdir()
    (folder / "screens").write_bytes(content)
    manager = StateManagerMemory()
    manager._ensure_expiration_task = lambda: None  # type: ignore[method-assign]
    try:
        keeping.take_up(manager)
    except ValueError:
        assert manager.states == {}
    assert list(folder.iterdir()) == []
    fresh = Tab(CENTER)
    fresh.root = manager.states.get("tab-1", fresh.root)
    fresh.go(CENTER).do(ChartState.load)
    assert fresh.of(ChartState).client.number == "R-0412"
