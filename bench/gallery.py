"""How soon a designer sees a change: `make dev` as it is, files edited as an editor does, until the page shows it.

    python -m bench.gallery                    starts `make dev` on ports of its own
    python -m bench.gallery --at ADDRESS       asks one that runs already
    python -m bench.gallery --only screen      one of the edits

Prints each edit and the median. The files are put back, whatever happens.
"""

import argparse
import os
import re
import signal
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from mbp_claims.testing.browser import arguments, chromium
from mbp_claims.testing.server import free_port

ROOT = Path(__file__).parent.parent
SECONDS_TO_START, SECONDS_TO_SEE = 300, 60
GOAL = 2.0


@dataclass(frozen=True)
class Edit:
    """`of` is what stands in the file, `by(n)` what takes its place the n-th time; `seen` is asked of the page."""

    name: str
    file: str
    of: str
    by: str
    seen: str
    at: str


CHIP_SEEN = "() => document.querySelector('.chip')?.title === 'edit {n}'"
STANDS = (
    "() => { const frames = [...document.querySelectorAll('.framed iframe')].map((each) => each.contentDocument);"
    "return (frames.length ? frames : [document]).every((each) => each.querySelector('.chip, .total')); }"
)
EDITS = (
    Edit(
        "a token, one specimen alone", "assets/tokens.css", "--mbp-ready-bg: #DDF1EE;", "--mbp-ready-bg: #DDF1{n:02X};",
        "() => getComputedStyle(document.querySelector('.chip.ready')).backgroundColor === 'rgb(221, 241, {n})'",
        "/gallery/chip/statuses?theme=light",
    ),
    Edit(
        "a token, the page with six frames", "assets/tokens.css", "--mbp-ready-bg: #DDF1EE;",
        "--mbp-ready-bg: #DDF1{n:02X};",
        "() => [...document.querySelectorAll('.framed.light iframe')].every((frame) => frame.contentWindow"
        ".getComputedStyle(frame.contentDocument.querySelector('.chip.ready')).backgroundColor"
        " === 'rgb(221, 241, {n})')",
        "/gallery/chip?state=statuses",
    ),
    Edit(
        "ui/feedback.py, one specimen alone", "mbp_claims/ui/feedback.py", 'class_name=f"chip {tone}", **props',
        'class_name=f"chip {{tone}}", title="edit {n}", **props', CHIP_SEEN, "/gallery/chip/statuses?theme=light",
    ),
    Edit(
        "ui/feedback.py, the page with six frames", "mbp_claims/ui/feedback.py", 'class_name=f"chip {tone}", **props',
        'class_name=f"chip {{tone}}", title="edit {n}", **props',
        "() => [...document.querySelectorAll('.framed iframe')].every((frame) => "
        "frame.contentDocument.querySelector('.chip')?.title === 'edit {n}')",
        "/gallery/chip?state=statuses",
    ),
    Edit(
        "ui/balance_bar.py, one specimen alone", "mbp_claims/ui/balance_bar.py", 'role="status",',
        'role="status", title="edit {n}",', "() => document.querySelector('.total')?.title === 'edit {n}'",
        "/gallery/balance_bar/short?theme=light",
    ),
    Edit(
        "ui/feedback.py, a whole screen", "mbp_claims/ui/feedback.py", 'class_name=f"chip {tone}", **props',
        'class_name=f"chip {{tone}}", title="edit {n}", **props', CHIP_SEEN, "/gallery/screen/claim?theme=light",
    ),
)  # fmt: skip


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--at", default="", help="the address of a `make dev` that runs")
    asked.add_argument("--times", type=int, default=7)
    asked.add_argument("--only", default="", help="edits whose name holds these words")
    told = asked.parse_args()
    with _running(told.at) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
        page = browser.new_page(base_url=address, viewport={"width": 1700, "height": 2400})
        _warm(page)
        for edit in (each for each in EDITS if told.only in each.name):
            took = [_timed(page, edit, n) for n in range(1, told.times + 1)]
            each = " ".join(f"{seconds:.2f}" for seconds in took)
            median = statistics.median(took)
            print(f"{edit.name:45} median {median:.2f} s, most {max(took):.2f} s ({each})", flush=True)
        browser.close()


def _timed(page: Page, edit: Edit, n: int) -> float:
    """Seconds from the file's being written until the page shows it. The file is put back, and the page with it."""
    path = ROOT / edit.file
    was = path.read_text(encoding="utf-8")
    if edit.of not in was:
        raise SystemExit(f"{edit.file} holds no {edit.of}")
    page.goto(edit.at)
    page.wait_for_function(STANDS)
    try:
        # A second or two between edits, as a person has; Reflex's own reload of the last one ends meanwhile or not.
        time.sleep(2)
        path.write_text(was.replace(edit.of, edit.by.format(n=n), 1), encoding="utf-8")
        begun = time.perf_counter()
        page.wait_for_function(re.sub(r"\{n\}", str(n), edit.seen), polling=20, timeout=SECONDS_TO_SEE * 1000)
        return time.perf_counter() - begun
    finally:
        path.write_text(was, encoding="utf-8")
        time.sleep(3)


def _warm(page: Page) -> None:
    for edit in EDITS:
        page.goto(edit.at)
        page.wait_for_function(STANDS)


@contextmanager
def _running(address: str) -> Iterator[str]:
    if address:
        yield address
        return
    port = free_port()
    environment = os.environ | {"MBP_PORT": str(port), "REFLEX_BACKEND_PORT": str(free_port())}
    running = subprocess.Popen(["make", "dev"], cwd=ROOT, env=environment, start_new_session=True)
    try:
        yield _answers(f"http://localhost:{port}", running)
    finally:
        os.killpg(running.pid, signal.SIGINT)
        running.wait()


def _answers(address: str, running: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and running.poll() is None:
        try:
            urlopen(address)
        except OSError:
            time.sleep(0.5)
        else:
            # The specimens are drawn in the meantime.
            time.sleep(45)
            return address
    raise SystemExit("make dev did not start")


if __name__ == "__main__":
    main()
