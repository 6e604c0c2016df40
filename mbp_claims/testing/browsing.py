"""A browser as a person's own: nothing kept from before, and every complaint of its pages heard."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

WINDOW = {"width": 1360, "height": 900}
FROM_THE_NETWORK = ("Failed to load resource", "WebSocket connection")
MILLISECONDS = 15_000


def never_here_before(browser: Browser, address: str, *cookies: dict[str, Any]) -> BrowserContext:
    """A browser without anything kept but the cookies."""
    fresh = browser.new_context(
        base_url=address,
        viewport=WINDOW,
        locale="en-US",
        timezone_id="America/New_York",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    fresh.set_default_timeout(MILLISECONDS)
    fresh.add_cookies([*cookies])
    return fresh


def watched_tab(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """A tab, and the list of what it complains of: failing scripts, and asking any other machine for anything."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.extend(_complaint(said)))
    opened.on("request", lambda asked: faults.extend(_elsewhere(asked.url, address)))
    return opened, faults


def keep_trace(context: BrowserContext, folder: Path, test: str) -> None:
    """The trace, and a screenshot of each page, in a folder with the test's name."""
    here = folder / re.sub(r"[^\w.-]+", "-", test)
    here.mkdir(parents=True, exist_ok=True)
    for number, opened in enumerate(context.pages, start=1):
        opened.screenshot(path=here / f"page-{number}.png", full_page=True)
    context.tracing.stop(path=here / "trace.zip")


def _complaint(said: ConsoleMessage) -> list[str]:
    ours = said.type == "error" and not said.text.startswith(FROM_THE_NETWORK)
    return [said.text] if ours else []


def _elsewhere(url: str, home: str) -> list[str]:
    ours = url.startswith((f"{home}/", "data:", "blob:"))
    return [] if ours else [f"The page asked for {url}"]
