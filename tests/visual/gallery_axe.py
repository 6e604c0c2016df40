"""Axe finds nothing in any specimen of the gallery, in the light and in the dark. `make test-gallery`."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from mbp_claims import routes
from mbp_claims.gallery.specimens import components
from mbp_claims.testing.browser import arguments, chromium
from mbp_claims.testing.practice import Practice
from tests.e2e.axe import findings
from tests.visual.shooting import THEMES, WINDOW, both_themes

OF_PAGES = ("page-has-heading-one", "heading-order", "landmark-one-main")
"""A specimen is a part of a page: the page around it has the landmarks and the first heading."""


@pytest.fixture(scope="session")
def page(practice: Practice) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
        context = browser.new_context(base_url=practice.address, viewport=WINDOW, reduced_motion="reduce")
        context.add_cookies([practice.cookie])
        yield context.new_page()
        browser.close()


@pytest.mark.parametrize("component", components())
def test_axe_finds_nothing(page: Page, component: str):
    found = {}
    for specimen in components()[component]:
        for theme in both_themes(page, routes.specimen(component, specimen.state)):
            if wrong := findings(page, *OF_PAGES):
                found[specimen.state, theme] = wrong
    assert found == {}


def test_it_would_be_seen(page: Page):
    """A button without a name, and words that are too pale."""
    chip = routes.specimen("chip", components()["chip"][0].state)
    assert [*both_themes(page, chip)] == [*THEMES]
    page.locator(".alone").evaluate("(alone) => alone.append(document.createElement('button'))")
    page.locator(".alone .chip").first.evaluate("(chip) => { chip.style = 'color: #bbb; background: #ccc' }")
    expect(page.locator(".alone > button")).to_be_attached()
    assert {one.partition(":")[0] for one in findings(page, *OF_PAGES)} == {"button-name", "color-contrast"}
