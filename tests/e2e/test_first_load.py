"""A page asks for what it shows before its scripts are there; the app finds the answers, or asks anew."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, WebSocket, expect

from mbp_claims import routes
from mbp_claims.launch import pages
from tests.e2e.practice import PracticeUnderTest

HELLO = "40/_event,"
READY = "html[data-ready=true]"


class Scripts:
    """Holds back the scripts of a page, and hears what its sockets say meanwhile."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sockets: list[WebSocket] = []
        self.hellos: list[str] = []
        self.held: list[Route] | None = []
        page.on("websocket", self._listen)
        page.route("**/assets/*.js", self._hold)

    def come(self) -> None:
        held, self.held = self.held or [], None
        for route in held:
            route.continue_()

    def _hold(self, route: Route) -> None:
        if self.held is None:
            route.continue_()
        else:
            self.held.append(route)

    def _listen(self, socket: WebSocket) -> None:
        self.sockets.append(socket)
        socket.on("framesent", lambda said: self.hellos.append(said) if said.startswith(HELLO) else None)


@pytest.fixture
def opened(page: Page, practice: PracticeUnderTest) -> Callable[[str], Scripts]:
    """Opens a page and gives its scripts, held back, once the server has sent what it shows."""

    def open_it(path: str) -> Scripts:
        practice.load_scenario("demo")
        scripts = Scripts(page)
        with page.expect_websocket() as socket:
            page.goto(practice.address + path, wait_until="commit")
        if not scripts.hellos:
            socket.value.wait_for_event("framereceived", lambda said: said.startswith(HELLO))
        return scripts

    return open_it


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (routes.CLIENTS, "Clients"),
        (f"{routes.CLAIMS}?from=mail#top", "Claims"),
        (routes.claim_center("R-0412"), "Rowan Ellis"),
        (routes.claim("C-1042"), "Claim C-1042"),
    ],
)
def test_what_a_page_shows_is_asked_for_once_and_before_its_scripts_are_there(
    page: Page, opened: Callable[[str], Scripts], path: str, shown: str
):
    scripts = opened(path)
    assert len(scripts.hellos) == 1
    scripts.come()
    page.locator(READY).wait_for()
    expect(page.get_by_role("heading", name=shown, level=1)).to_be_visible()
    assert (len(scripts.sockets), len(scripts.hellos)) == (1, 1)


def test_a_page_whose_address_has_changed_meanwhile_asks_anew(page: Page, opened: Callable[[str], Scripts]):
    scripts = opened(routes.claim_center("R-0412"))
    page.evaluate("history.replaceState(null, '', location.pathname + '?late=1')")
    scripts.come()
    page.locator(READY).wait_for()
    expect(page.get_by_role("heading", name="Rowan Ellis", level=1)).to_be_visible()
    assert len(scripts.sockets) == 2
    assert "late=1" in scripts.hellos[1]


def test_the_built_pages_hold_nothing_of_the_designers_gallery(practice: PracticeUnderTest):
    built = [path for path in pages.built_folder().rglob("*") if path.suffix in (".js", ".css", ".html", ".json")]
    assert len(built) > 20
    assert [path.name for path in built if "gallery" in path.name or b"gallery" in path.read_bytes()] == []


WATCHED = """addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
    if (!document.querySelector('main[aria-busy="false"]') || !document.querySelector("html[data-ready=true]")) return;
    const parts = [".plan:not(.bones)", ".claims tbody:not(.bones) tr"];
    window.shownAtOnce ??= parts.map((what) => !!document.querySelector(what));
}).observe(document, { subtree: true, childList: true, attributes: true }))"""
"""What there is at the first moment at which the page says that it is no longer busy."""


def test_the_claim_center_is_busy_until_its_plans_and_tables_are_there(page: Page):
    page.add_init_script(WATCHED)
    page.goto(routes.claim_center("R-0412"))
    page.locator("html[data-ready=true] main[aria-busy=false]").wait_for()
    assert page.evaluate("window.shownAtOnce") == [True, True]
