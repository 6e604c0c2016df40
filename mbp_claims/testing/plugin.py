"""The pytest plugin: fixtures for tests that use the program as a person does. docs/testing.md tells how.

It is loaded with every pytest run where the package is installed, so nothing is imported before it is asked for.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from mbp_claims.testing.practice import Clock, Practice
    from mbp_claims.testing.server import Server

FAILED = pytest.StashKey[bool]()
RESULTS = Path("test-results")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("mbp-claims")
    group.addoption("--mbp-address", default="", help="a server in test mode that runs already: http://127.0.0.1:3000")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def mbp_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Server | None]":
    """The running program, with a port and a database of its own. None where --mbp-address names another."""
    if request.config.getoption("--mbp-address"):
        yield None
        return
    from mbp_claims.testing.server import Server

    running = Server(tmp_path_factory.mktemp("mbp"))
    yield running
    running.stop()


@pytest.fixture
def mbp_practice(request: pytest.FixtureRequest, mbp_server: "Server | None") -> "Practice":
    """The practice of this test: the scenario `demo` until another is loaded. On a server that runs already it is one
    of the worker's own."""
    from mbp_claims.testing.practice import MAIN, Practice

    if mbp_server is None:
        worker = os.environ.get("PYTEST_XDIST_WORKER", MAIN)
        practice = Practice(request.config.getoption("--mbp-address"), worker)
    else:
        practice = Practice(mbp_server.address, alone=True)
    practice.load_scenario("demo")
    return practice


@pytest.fixture
def scenario(mbp_practice: "Practice") -> Callable[[str], None]:
    """`scenario("secondary-ready")` makes the practice anew."""
    return mbp_practice.load_scenario


@pytest.fixture
def clock(mbp_practice: "Practice") -> "Clock":
    """The practice's clock: `clock.forward(days=3)`."""
    return mbp_practice.clock


@pytest.fixture
def deliver_era(mbp_practice: "Practice") -> Callable[..., str]:
    """`deliver_era(path)`: an 835 comes in from the clearinghouse."""
    return mbp_practice.deliver


@pytest.fixture
def payer_answers(mbp_practice: "Practice") -> Callable[..., dict[str, str]]:
    """`payer_answers("C-1042", ("CO", "45", "44.00"), ("PR", "2", "23.20"))`: a balanced 835 comes in."""
    return mbp_practice.payer_answers


@pytest.fixture(scope="session")
def mbp_browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    from mbp_claims.testing.browser import arguments, chromium

    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments())
        yield started
        started.close()


@pytest.fixture
def mbp_context(
    mbp_browser: "Browser", mbp_practice: "Practice", request: pytest.FixtureRequest
) -> "Iterator[BrowserContext]":
    """A browser that was never here before, with the owner signed in. When the test fails, its trace and screenshots
    are kept in test-results/."""
    from mbp_claims.testing.browsing import keep_trace, never_here_before

    fresh = never_here_before(mbp_browser, mbp_practice.address, mbp_practice.cookie)
    fresh.tracing.start(snapshots=True)
    yield fresh
    if request.node.stash.get(FAILED, False):
        keep_trace(fresh, RESULTS, request.node.nodeid)
    fresh.close()


@pytest.fixture
def clinician_page(mbp_context: "BrowserContext", mbp_practice: "Practice") -> "Iterator[Page]":
    """A tab of June Marlow, signed in. The test fails where a script fails in it, or it asks another machine."""
    from mbp_claims.testing.browsing import watched_tab

    opened, faults = watched_tab(mbp_context, mbp_practice.address)
    yield opened
    assert not faults, faults
