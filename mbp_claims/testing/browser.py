"""The browser for the tests: which one it is, how it is found or installed, and how it starts."""

import os
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from playwright.sync_api import sync_playwright

from mbp_claims.testing.debian import installed, runs

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
MISSING = "No browser for the tests was found. Install Chromium or Chrome, or name one: MBP_CHROMIUM=/path/to/chromium"

# Nothing but this machine: no look-ups, no updates, no first-run pages.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


class NoBrowser(Exception):
    """The message says what to install."""


@cache
def chromium() -> Path:
    """The browser to start, installed where there was none. NoBrowser where that cannot be done."""
    for look in (_installed, _downloaded, _from_debian):
        for path in look():
            return path
    raise NoBrowser(MISSING)


def arguments() -> list[str]:
    """What it is started with. Chromium's own sandbox does not work for root."""
    return [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def _installed() -> Iterator[Path]:
    named = os.environ.get("MBP_CHROMIUM")
    if named and not _starts(Path(named)):
        raise NoBrowser(f"MBP_CHROMIUM does not name a browser that starts: {named}")
    found = (shutil.which(name) for name in NAMES)
    for path in (Path(name) for name in (named, *found, MAC) if name):
        if _starts(path):
            yield path


def _downloaded() -> Iterator[Path]:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    if not path.exists():
        print("Downloading Chromium for the tests.", flush=True)
        runs(sys.executable, "-m", "playwright", "install", "chromium")
    if _starts(path):
        yield path


def _from_debian() -> Iterator[Path]:
    if installed("chromium"):
        yield from _installed()


def _starts(path: Path) -> bool:
    return path.exists() and runs(str(path), "--version", *arguments())


if __name__ == "__main__":
    try:
        print(f"Browser for the tests: {chromium()}")
    except NoBrowser as missing:
        sys.exit(str(missing))
