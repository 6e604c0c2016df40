"""The testers' kit as docs/testing.md tells it: its example runs, every page says when it is there, nothing moves."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.practice import Clock, NotDone, Practice
from tests.e2e.axe import findings
from tests.e2e.practice import PracticeUnderTest

PAGES = {
    routes.TODAY: "/", routes.CLIENTS: "/clients", routes.OVERVIEW: routes.overview("R-0412"),
    routes.CLAIM_CENTER: routes.claim_center("R-0412"), routes.MONEY: "/money",
    routes.CONTACT: routes.contact("R-0412"), routes.DOCUMENTS: routes.documents("R-0412"),
    routes.SUPERBILLS: routes.superbills("R-0412"),
    routes.RECORDS: routes.records("R-0412"), routes.CLAIMS: "/claims",
    routes.CLAIM: routes.claim("C-1042"), routes.ERAS: "/era", routes.ERA: routes.era(1),
    routes.CLEARINGHOUSE: "/clearinghouse", routes.PEOPLE: "/people", routes.SETTINGS: "/settings",
    routes.AUDIT: "/audit", routes.PAYER_LEDGER: routes.payer_ledger("60054"), routes.ACCOUNT: "/account",
}  # fmt: skip
MOVES = """() => [...document.querySelectorAll("*")].filter((one) => {
    const told = getComputedStyle(one);
    return parseFloat(told.animationDuration) > 0.001 || told.transitionDuration !== "0s";
}).map((one) => one.outerHTML.slice(0, 80))"""


def test_the_guides_example_runs(
    clinician_page: Page, scenario: Callable[[str], None], payer_answers: Callable[..., Any], clock: Clock
):
    example = re.search(r"```python\n(.*?)```", Path("docs/testing.md").read_text(), re.DOTALL).group(1)
    named: dict[str, Any] = {}
    exec(example, named)  # noqa: S102
    (test,) = [it for name, it in named.items() if name.startswith("test_")]
    test(clinician_page=clinician_page, scenario=scenario, payer_answers=payer_answers, clock=clock)


def test_two_practices_of_one_server_do_not_see_each_other(practice: PracticeUnderTest, page: Page):
    """While a tab is open in the one, the other is made anew and is filed in; their clocks go apart."""
    chart = ClaimCenterPage(page).open("R-0412")
    other = Practice(practice.address, "worker-2")
    other.load_scenario("secondary-ready")
    other.clock.forward(days=40)
    assert other.clock.now - practice.kit.clock.now == timedelta(days=40)
    page.context.add_cookies([other.cookie])
    theirs = ClaimCenterPage(page.context.new_page()).open("R-0412")
    theirs.row("C-1042-S").file().submit()
    expect(theirs.row("C-1042-S").status).to_have_text("Filed")
    assert len(other.sent()) == 1
    page.context.add_cookies([practice.cookie])
    expect(chart.reload().row("C-1042-S").status).to_have_text("Ready to file")


def test_what_cannot_be_done_is_told(practice: PracticeUnderTest):
    with pytest.raises(NotDone, match="The practice has no claim C-9"):
        practice.kit.payer_answers("C-9")


@pytest.mark.parametrize("route", PAGES)
def test_every_page_says_when_it_is_there_and_nothing_on_it_moves_in_test_mode(
    browser: Browser, practice: PracticeUnderTest, route: str
):
    """Not even for somebody who did not ask for less motion."""
    context = browser.new_context(base_url=practice.address)
    context.add_cookies([practice.cookie])
    opened = AppPage(context.new_page()).visit(PAGES[route])
    expect(opened.page.get_by_test_id(testids.TEST_MODE_BANNER)).to_have_text("Test mode. Synthetic data.")
    assert opened.page.evaluate(MOVES) == []
    context.close()


def test_no_page_was_forgotten():
    served = {it for name, it in vars(routes).items() if name.isupper() and isinstance(it, str)}
    other = (routes.SESSION, routes.FOUND, "/files/", routes.GALLERY, routes.TEST_MODE, routes.SIGN_IN, routes.RESET)
    assert {it for it in served if it.startswith("/") and not it.startswith(other)} == set(PAGES)


def test_the_page_of_test_mode_works_and_asks_nobody_else(page: Page):
    page.goto(routes.TEST_MODE)
    expect(page.locator("html[data-ready=true]")).to_be_attached()
    page.get_by_role("button", name="Send post-reset").click()
    expect(page.get_by_role("status", name="Answer of post-reset")).to_contain_text('"practice": "worker-1"')
    page.get_by_role("textbox", name="practice").first.fill("worker-1")
    page.get_by_role("button", name="Send get-clock").click()
    expect(page.get_by_role("status", name="Answer of get-clock")).to_contain_text("2026-11-23T21:40:00-05:00")
    assert findings(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
