"""Axe finds nothing on any page and in any open dialog or menu, in the light and in the dark, wide and narrow; and the
Tab key finds its way."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.app_page import AppPage
from tests.e2e.axe import findings
from tests.e2e.opened import ADDRESSES, ON_A_PHONE, OPENED
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.walking import walked

THEMES = ("light", "dark")
PHONE = {"width": 390, "height": 844}


def test_every_page_is_clean_and_the_tab_key_finds_its_way(page: Page):
    assert _on_every_page(page, lambda page: findings(page) + walked(page)) == {}


def test_every_page_is_clean_in_the_dark(page: Page):
    page.emulate_media(color_scheme="dark")
    assert _on_every_page(page, findings) == {}
    expect(page.locator("html")).to_have_class("dark")


def test_every_page_is_clean_on_a_phone_and_the_tab_key_finds_its_way(page: Page):
    page.set_viewport_size(PHONE)
    assert _on_every_page(page, lambda page: findings(page) + walked(page)) == {}


@pytest.mark.parametrize("opened", OPENED, ids=lambda opened: opened.__name__.strip("_"))
def test_whatever_opens_is_clean_in_both_themes(page: Page, opened: Callable[[Page], None]):
    opened(page)
    light = findings(page)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_class("dark")
    dark = findings(page)
    # In a menu the arrows move, and Tab does nothing.
    way = [] if page.get_by_role("menu").is_visible() else walked(page)
    assert {"light": light, "dark": dark, "way": way} == {"light": [], "dark": [], "way": []}


@pytest.mark.parametrize("opened", ON_A_PHONE, ids=lambda opened: opened.__name__.strip("_"))
def test_on_a_phone_too(page: Page, opened: Callable[[Page], None]):
    page.set_viewport_size(PHONE)
    opened(page)
    assert findings(page) == []


def test_an_empty_practice_is_clean(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("empty")
    assert _on_every_page(page, findings, ("/clients", "/claims", "/era")) == {}


def _on_every_page(
    page: Page, look: Callable[[Page], list[str]], addresses: tuple[str, ...] = ADDRESSES
) -> dict[str, list[str]]:
    """What is found at each address where something is."""
    found = {address: look(AppPage(page).visit(address).page) for address in addresses}
    return {address: wrong for address, wrong in found.items() if wrong}
