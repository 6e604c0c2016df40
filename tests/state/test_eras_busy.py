"""Long work holds nobody up: another tab is answered in the middle of reading and of posting ten thousand claims."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest
from tab import Tab, upload

from mbp_claims.db.engine import transaction
from mbp_claims.state import eras_work
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.eras_import import ImportState
from mbp_claims.state.eras_review import EraState
from tests.many_claims import answers_to, busy_practice

CLAIMS = 10_000
LONG_ENOUGH = 60
"""Seconds after which whoever waits in vain gives up, and the test fails."""


class Gate:
    """Stops the work at one of its steps until another tab was answered."""

    def __init__(self, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()
        self.order: list[str] = []
        real = eras_work.Work.step

        def step(work: eras_work.Work, what: str, done: int, of: int) -> None:
            real(work, what, done, of)
            if what == at and done and not self.reached.is_set():
                self.reached.set()
                assert self.opened.wait(LONG_ENOUGH), "nobody was answered meanwhile"

        monkeypatch.setattr(eras_work.Work, "step", step)

    def run(self, long: Callable[[], Any], short: Callable[[], Any]) -> Any:
        async def both() -> Any:
            task = asyncio.create_task(long())
            await asyncio.to_thread(self.reached.wait, LONG_ENOUGH)
            await short()
            self.order.append("the other tab")
            self.opened.set()
            heard = await task
            self.order.append("the long work")
            return heard

        return asyncio.run(both())


def test_another_tab_is_answered_while_ten_thousand_claims_are_read_and_posted(
    database_url: str, monkeypatch: pytest.MonkeyPatch
):
    with transaction() as db:
        content = answers_to(db, busy_practice(db, CLAIMS))
    here, there = Tab("/era"), Tab("/claims")

    reading = Gate("read", monkeypatch)
    file = upload("long.835", content)
    reading.run(lambda: here.run(ImportState.take, [file]), lambda: there.run(ClaimsState.load_practice))
    assert reading.order == ["the other tab", "the long work"]
    assert here.of(ImportState).answers[0].detail.startswith("10,000 claims, ")

    posting = Gate("posted", monkeypatch)
    here.go("/era/1").do(EraState.load)
    heard = posting.run(lambda: here.run(EraState.post), lambda: there.run(ClaimsState.search_for, "C-"))
    assert posting.order == ["the other tab", "the long work"]
    assert heard.said[0].startswith("10,000 payments posted.")
    assert there.of(ClaimsState).phase == "ready"
