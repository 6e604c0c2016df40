"""One server and one browser for the session; a fresh scenario and a fresh browser context for each test."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from mbp_claims.testing.browser import arguments, chromium
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.typed import Typed, told_in

RESULTS = Path("test-results")
WINDOW = {"width": 1360, "height": 900}
FROM_THE_NETWORK = ("Failed to load resource", "WebSocket connection")
FAILED = pytest.StashKey[bool]()

expect.set_options(timeout=10_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def typed() -> Typed:
    """What browsers sent so far."""
    return Typed()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, typed: Typed) -> Iterator[PracticeUnderTest]:
    """The running program. Use `practice` in tests: it starts each from the same rows."""
    running = PracticeUnderTest(tmp_path_factory.mktemp("practice"))
    yield running
    names = running.names()
    running.stop()
    assert not told_in(running.log, names | typed.words), "The server's log tells what nobody may read there"


@pytest.fixture
def practice(server: PracticeUnderTest) -> PracticeUnderTest:
    """The program with the demo practice as it is on its first start, at MBP_NOW."""
    server.load_scenario("demo")
    return server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments())
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, practice: PracticeUnderTest, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser that was never here before. Keeps trace and screenshots in test-results/ when the test fails."""
    fresh = never_here_before(browser, practice)
    fresh.tracing.start(snapshots=True)
    yield fresh
    if request.node.stash.get(FAILED, False):
        _keep(fresh, RESULTS / re.sub(r"[^\w.-]+", "-", request.node.nodeid))
    fresh.close()


@pytest.fixture
def page(context: BrowserContext, practice: PracticeUnderTest, typed: Typed) -> Iterator[Page]:
    """A tab. The test fails where a script fails or complains in it, or it asks any other machine for anything."""
    opened, faults = watched_tab(context, practice)
    typed.listen(opened)
    yield opened
    assert not faults


@pytest.fixture
def other_page(browser: Browser, practice: PracticeUnderTest) -> Iterator[Page]:
    """A tab on another machine, in the same practice at the same time."""
    elsewhere = never_here_before(browser, practice)
    opened, faults = watched_tab(elsewhere, practice)
    yield opened
    elsewhere.close()
    assert not faults


def never_here_before(browser: Browser, practice: PracticeUnderTest, signed_in: bool = True) -> BrowserContext:
    """A browser without anything kept but, where June Marlow is `signed_in`, the cookie of her session."""
    fresh = browser.new_context(
        base_url=practice.address,
        viewport=WINDOW,
        locale="en-US",
        timezone_id="America/New_York",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    fresh.set_default_timeout(15_000)
    if signed_in:
        fresh.add_cookies([practice.cookie])
    return fresh


def watched_tab(context: BrowserContext, practice: PracticeUnderTest) -> tuple[Page, list[str]]:
    """A tab, and the list of what it complains of."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.extend(_complaint(said)))
    opened.on("request", lambda asked: faults.extend(_elsewhere(asked.url, practice.address)))
    return opened, faults


def _complaint(said: ConsoleMessage) -> list[str]:
    ours = said.type == "error" and not said.text.startswith(FROM_THE_NETWORK)
    return [said.text] if ours else []


def _elsewhere(url: str, home: str) -> list[str]:
    ours = url.startswith((f"{home}/", "data:", "blob:"))
    return [] if ours else [f"The page asked for {url}"]


def _keep(context: BrowserContext, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, opened in enumerate(context.pages, start=1):
        opened.screenshot(path=folder / f"page-{number}.png", full_page=True)
    context.tracing.stop(path=folder / "trace.zip")
