"""What is half typed in a form that stands in the page itself comes back as it does in dialogs."""

import pytest
from playwright.sync_api import Locator, Page, expect

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage

BACK = "What you typed here before is back."
HELD = "Object.keys(JSON.parse(sessionStorage.getItem('mbp-kept') ?? '{}')).length"


def field(page: Page, name: str) -> Locator:
    return page.get_by_test_id(testids.person_field(name))


@pytest.fixture
def people(page: Page) -> AppPage:
    people = AppPage(page).visit(routes.PEOPLE)
    is_met(page)
    return people


def is_met(page: Page) -> None:
    """The script that keeps it is there; a hand is slower than that."""
    expect(page.locator("form[data-keeps]")).to_have_attribute("data-met", "")


def test_an_invitation_comes_back_after_a_reload_and_after_another_page(people: AppPage):
    page = people.page
    field(page, "email").fill("noor@example.com")
    field(page, "role").select_option("biller")
    people.reload()
    stands_as_typed(page)
    page.get_by_role("link", name="Settings").click()
    people.arrived()
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
    page.go_back()
    stands_as_typed(page)


def stands_as_typed(page: Page) -> None:
    expect(page.get_by_text(BACK)).to_be_visible()
    expect(field(page, "email")).to_have_value("noor@example.com")
    expect(field(page, "role")).to_have_value("biller")


def test_one_that_is_refused_comes_back_and_one_that_was_made_does_not(people: AppPage):
    page = people.page
    field(page, "email").fill("noor@example.com")
    page.get_by_test_id(testids.INVITE).click()
    expect(page.get_by_text("Enter the name")).to_be_visible()
    people.reload()
    expect(field(page, "email")).to_have_value("noor@example.com")
    field(page, "name").fill("Noor Haddad, LCSW")
    page.get_by_test_id(testids.INVITE).click()
    expect(page.get_by_text("Pass this link on to")).to_be_visible()
    expect(field(page, "email")).to_have_value("")
    assert page.evaluate(HELD) == 0
    people.reload()
    expect(field(page, "email")).to_have_value("")
    expect(page.get_by_text(BACK)).to_have_count(0)


def test_working_days_come_back(page: Page):
    settings = AppPage(page).visit(routes.SETTINGS)
    days = page.get_by_test_id(testids.SETTINGS_WAITS).get_by_label("Aetna, working days")
    is_met(page)
    days.fill("21")
    settings.reload()
    expect(days).to_have_value("21")
    expect(page.get_by_text(BACK)).to_be_visible()
