"""Another's long work holds the write lock: who looks is answered at once, who saves waits, and others do not."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from kept import status_of
from tab import CENTER, Tab

from mbp_claims import testids
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.outage import BUSY
from mbp_claims.state import base
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.completion import CompletionState
from tests import builders
from tests.sign_in import session_id_of

NEVER = 60
ANSWER = {"paid-1": "92.80", "group-1": "CO", "reason-1": "45", "amount-1": "67.20", "eob_date": "11/20/2026"}


class LongWork:
    """A thread that has written and not ended: it holds the write lock until `end`."""

    def __init__(self, url: str) -> None:
        self._began, self._may_end = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._work, args=(url,))
        self._thread.start()
        assert self._began.wait(NEVER)

    def _work(self, url: str) -> None:
        with transaction(url) as db:
            db.connection()
            self._began.set()
            self._may_end.wait(NEVER)

    def end(self) -> None:
        self._may_end.set()
        self._thread.join()


@pytest.fixture
def working(database_url: str) -> Callable[[], Any]:
    @contextmanager
    def hold() -> Iterator[LongWork]:
        work = LongWork(database_url)
        try:
            yield work
        finally:
            work.end()

    return hold


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Each try of an action: whether it found the lock taken."""
    tries: list[bool] = []
    does = base._done

    def count(*told: Any) -> Any:
        done = does(*told)
        if told[0] is base.transaction:
            tries.append(done.busy)
        return done

    monkeypatch.setattr(base, "_done", count)
    return tries


def test_who_looks_is_answered_while_the_lock_is_held(chart: Tab, ready: Claim, working: Callable):
    with working():
        chart.do(ClaimsState.load_chart)
        assert [row.number for row in chart.of(ClaimsState).pending] == [ready.number]


def test_who_saves_waits_and_the_loop_answers_others_meanwhile(
    chart: Tab, ready: Claim, working: Callable, tried: list[bool]
):
    other = Tab(CENTER)

    async def both() -> Any:
        with working() as work:
            saving = asyncio.create_task(chart.run(ClaimsState.put_away, ready.number))
            while len(tried) < 3:
                await other.run(ClaimsState.load_chart)
                await asyncio.sleep(0)
                assert not saving.done(), saving.result().refused
            assert [row.number for row in (await other.root.get_state(ClaimsState)).pending] == [ready.number]
            await asyncio.to_thread(work.end)
            return await saving

    chart.do(ClaimsState.load_chart)
    heard = asyncio.run(both())
    assert heard.said == [f"{ready.number} is marked as not billable."]
    assert tried[:3] == [True] * 3 and tried[-1] is False
    assert status_of(ready.number) == "not_billable"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two tries, and it has lasted too long."""
    monkeypatch.setattr(base, "settings", replace(base.settings, wait_seconds=1))
    monkeypatch.setattr(base, "_pauses", lambda: iter([0, 0]))


@pytest.mark.usefixtures("impatient")
def test_after_the_limit_the_row_stays_and_it_is_told(
    chart: Tab, ready: Claim, working: Callable, everything: Callable
):
    chart.do(ClaimsState.load_chart)
    before = everything()
    with working():
        assert chart.do(ClaimsState.put_away, ready.number).refused == [BUSY]
    assert everything() == before


@pytest.mark.usefixtures("impatient")
def test_after_the_limit_a_form_keeps_what_was_typed_and_is_sent_again(chart: Tab, filed: Claim, working: Callable):
    chart.do(CompletionState.open, filed.number)
    with working():
        heard = chart.do(CompletionState.submit, ANSWER)
    assert heard.points_at_problem(testids.COMPLETE_DIALOG)
    view = chart.of(CompletionState).view
    assert (view.errors, view.failure) == ({"form": BUSY}, "")
    assert "92.80" in str(view) and "67.20" in str(view)
    chart.do(CompletionState.submit, ANSWER)
    assert status_of(filed.number) == "completed"


def test_a_pause_grows_and_ends(monkeypatch: pytest.MonkeyPatch):
    clock = iter([0.0, *(n / 10 for n in range(1000))])
    monkeypatch.setattr(base, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    pauses = list(base._pauses())
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (base.FIRST_PAUSE, base.LONGEST_PAUSE)
    assert len(pauses) == base.settings.wait_seconds * 10


def test_what_waits_for_a_lock_in_a_thread_gets_it(clinician: Any, client: Client, working: Callable):
    came: list[Any] = []

    def wait() -> None:
        base.let_in(session_id_of())
        came.append(base.attempt_in_thread(builders.both, client))

    with working() as work:
        thread = threading.Thread(target=wait)
        thread.start()
        thread.join(0.05)
        assert came == []
        work.end()
        thread.join(NEVER)
    assert came[0].well
