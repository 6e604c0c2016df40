"""`python -m bench.live`: how soon what one person clicks is seen by another, who has the same chart open.

Two browsers with an empty cache, on one machine: from the click in one until the row has left, or come back, in the
other. Once with nobody else, once with fifty more tabs on the same chart, which all look again at each change.
"""

import argparse
import asyncio
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from bench.browser import FAST, browser
from bench.running import Server
from bench.sessions import tab
from bench.stacks import Stage
from bench.visits import Visit
from mbp_claims import routes
from mbp_claims.launch import pages

CHART = routes.claim_center("R-0412")
CROWD = 50
PAUSE_MS = 1000
"""Between one change and the next, so that all tabs have looked at one before the next."""
CLOCK = """{
    const at = () => performance.timeOrigin + performance.now();
    addEventListener("click", () => { window.clickedAt = at(); }, true);
    window.seen = (number, there) => new Promise((answer) => {
        const look = () => {
            if (Boolean(document.querySelector(`[data-testid="claim-row-${number}"]`)) !== there) return;
            watcher.disconnect();
            answer(at());
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document, { subtree: true, childList: true });
        look();
    });
}"""
HEAD = """| the same chart is open in | seen after, median | 95 % | longest |
|---|---|---|---|"""


def main() -> None:
    asked = argparse.ArgumentParser(prog="bench.live", description="How soon what one does is seen by another.")
    asked.add_argument("--times", type=int, default=20, help="rows that leave and come back")
    told = asked.parse_args()
    pages.build()
    with tempfile.TemporaryDirectory(prefix="mbp-bench-") as folder, Stage(Path(folder)) as stage:
        server = stage.program("live")
        print(f"Load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {2 * told.times} changes each.\n\n{HEAD}")
        print(_row("one other browser", _times(server, told.times)), flush=True)
        with _crowd(server, CROWD):
            print(_row(f"one other, and {CROWD} tabs", _times(server, told.times)), flush=True)


def _times(server: Server, times: int) -> list[float]:
    """Milliseconds of each change."""
    address = f"http://{FAST}:{server.port}{CHART}"
    with browser({}) as chrome, Visit(chrome, address) as doing, Visit(chrome, address) as seeing:
        for visit in (doing, seeing):
            visit.page.add_init_script(CLOCK)
        numbers = doing.open()
        seeing.open()
        found = []
        for turn in range(times):
            number = numbers[turn * 7 % len(numbers)]
            for way, there in (("putAway", False), ("takeBack", True)):
                found.append(_one(doing, seeing, way, number, there))
        return found


def _one(doing: Visit, seeing: Visit, way: str, number: str, there: bool) -> float:
    doing.page.wait_for_timeout(PAUSE_MS)
    seeing.page.evaluate("([number, there]) => { window.waiting = seen(number, there); }", [number, there])
    doing.page.evaluate("([way, number]) => bench[way](number)", [way, number])
    seen = float(seeing.page.evaluate("window.waiting"))
    return seen - float(doing.page.evaluate("window.clickedAt"))


def _row(what: str, times: list[float]) -> str:
    ordered = sorted(times)
    told = (median(ordered), ordered[len(ordered) * 95 // 100], ordered[-1])
    return f"| {what} | {' | '.join(f'{one:.0f} ms' for one in told)} |"


@contextmanager
def _crowd(server: Server, count: int) -> Iterator[None]:
    """So many tabs that hear and show nothing, in a thread of their own."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="crowd", daemon=True).start()
    tabs = [asyncio.run_coroutine_threadsafe(tab(server.port, CHART), loop).result() for _ in range(count)]
    hearing = [asyncio.run_coroutine_threadsafe(_hear(one), loop) for one in tabs]
    try:
        yield
    finally:
        for one, ears in zip(tabs, hearing, strict=True):
            asyncio.run_coroutine_threadsafe(one.close(), loop).result()
            ears.result()
        loop.call_soon_threadsafe(loop.stop)


async def _hear(socket: ClientConnection) -> None:
    try:
        async for said in socket:
            if said == "2":
                await socket.send("3")
    except ConnectionClosed:
        pass


if __name__ == "__main__":
    main()
