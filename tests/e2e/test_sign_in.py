"""A person signs in and out, in a browser that was never here."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mbp_claims import routes
from tests.e2e.conftest import never_here_before, watched_tab
from tests.e2e.pages.claims import ClaimsPage
from tests.e2e.pages.clients import ClientsPage
from tests.e2e.pages.door import DoorPage
from tests.e2e.practice import PracticeUnderTest


@pytest.fixture
def stranger(browser: Browser, practice: PracticeUnderTest) -> Iterator[Page]:
    """A tab of a browser in which nobody is signed in."""
    fresh = never_here_before(browser, practice, signed_in=False)
    opened, faults = watched_tab(fresh, practice)
    yield opened
    fresh.close()
    assert not faults


def test_the_demo_practice_is_opened_by_one_button_and_leads_to_what_was_asked_for(stranger: Page):
    stranger.goto(f"{routes.CLAIMS}?from=mail")
    door = DoorPage(stranger).arrived()
    expect(door.heading).to_have_text("Sign in")
    door.demo.click()
    claims = ClaimsPage(stranger).arrived()
    expect(claims.heading).to_have_text("Claims")
    assert stranger.url.endswith(f"{routes.CLAIMS}/?from=mail")


def test_who_signs_out_is_signed_out_in_every_tab(page: Page, context: BrowserContext, practice: PracticeUnderTest):
    ClientsPage(page).open()
    other = context.new_page()
    ClientsPage(other).open()
    page.get_by_role("button", name="Sign out").click()
    DoorPage(page).arrived()
    ClientsPage(other).search("Rowan")
    DoorPage(other).arrived()
    page.goto(routes.CLIENTS)
    DoorPage(page).arrived()
