"""One server and one browser for the session; a fresh scenario and a fresh browser context for each test: a thin user
of the testers' kit, with a watch over the server's log."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mbp_claims.testing import browsing
from mbp_claims.testing.pages.eras import EraInboxPage
from mbp_claims.testing.plugin import FAILED, RESULTS
from tests.e2e.keyboard import Keyboard
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.typed import Typed, told_in

expect.set_options(timeout=10_000)
# Playwright's recorder without a window of its own; read when Playwright starts.
os.environ["PWTEST_CLI_HEADLESS"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--times", type=int, default=1, help="each test so often: `make repeat`")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if (times := metafunc.config.getoption("times", 1)) > 1:
        metafunc.fixturenames.append("time_of_many")
        metafunc.parametrize("time_of_many", range(1, times + 1))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


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


@pytest.fixture(scope="session")
def mbp_server(server: PracticeUnderTest) -> PracticeUnderTest:
    """The kit's own fixtures use the same one."""
    return server


@pytest.fixture
def practice(server: PracticeUnderTest) -> PracticeUnderTest:
    """The program with the demo practice as it is on its first start, at MBP_NOW."""
    server.load_scenario("demo")
    return server


@pytest.fixture(scope="session")
def browser(mbp_browser: Browser) -> Browser:
    return mbp_browser


@pytest.fixture
def context(browser: Browser, practice: PracticeUnderTest, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser that was never here before. Keeps trace and screenshots in test-results/ when the test fails."""
    fresh = never_here_before(browser, practice)
    fresh.tracing.start(snapshots=True)
    yield fresh
    if request.node.stash.get(FAILED, False):
        browsing.keep_trace(fresh, RESULTS, request.node.nodeid)
    fresh.close()


@pytest.fixture
def page(context: BrowserContext, practice: PracticeUnderTest, typed: Typed) -> Iterator[Page]:
    """A tab. The test fails where a script fails or complains in it, or it asks any other machine for anything."""
    opened, faults = watched_tab(context, practice)
    typed.listen(opened)
    yield opened
    assert not faults


@pytest.fixture
def keys(page: Page) -> Keyboard:
    """The page's, with the focus watched."""
    return Keyboard(page)


@pytest.fixture
def inbox(page: Page, practice: PracticeUnderTest) -> EraInboxPage:
    """The ERA Inbox; C-1042 is with Aetna, no ERA has come yet."""
    practice.load_scenario("primary-filed")
    return EraInboxPage(page).open()


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
    return browsing.never_here_before(browser, practice.address, *([practice.cookie] if signed_in else []))


def watched_tab(context: BrowserContext, practice: PracticeUnderTest) -> tuple[Page, list[str]]:
    """A tab, and the list of what it complains of."""
    return browsing.watched_tab(context, practice.address)
