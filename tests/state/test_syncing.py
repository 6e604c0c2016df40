"""The program asks the clearinghouse while it runs: beside the event loop, and whatever went wrong the last time."""

import asyncio
import threading
from dataclasses import replace

import pytest

from mbp_claims.actions.sync_clearinghouse import Due
from mbp_claims.state import syncing


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syncing, "LOOK_SECONDS", 0)


def every(minutes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syncing, "settings", replace(syncing.settings, sync_minutes=minutes))


def test_it_is_asked_in_another_thread_and_again_after_a_failure(monkeypatch: pytest.MonkeyPatch):
    every(15, monkeypatch)
    threads: list[int] = []

    async def run() -> None:
        enough = asyncio.Event()
        loop = asyncio.get_running_loop()

        def sync_due(due: Due, _log: object) -> None:
            assert due.every.total_seconds() == 15 * 60
            threads.append(threading.get_ident())
            if len(threads) == 3:
                loop.call_soon_threadsafe(enough.set)
            raise OSError

        monkeypatch.setattr(syncing, "sync_due", sync_due)
        task = asyncio.create_task(syncing.keep_syncing())
        await asyncio.wait_for(enough.wait(), 20)
        task.cancel()

    asyncio.run(run())
    assert len(threads) >= 3 and threading.get_ident() not in threads


def test_with_0_minutes_it_never_is(monkeypatch: pytest.MonkeyPatch):
    every(0, monkeypatch)
    asyncio.run(asyncio.wait_for(syncing.keep_syncing(), 20))
