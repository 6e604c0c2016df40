"""What a tab is called, and what a page looks like on paper."""

import pytest
from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.app_page import AppPage

TITLES = {
    "/clients": "Clients · My Best Practice",
    "/clients/R-0412": "Rowan Ellis · Overview · My Best Practice",
    "/clients/R-0412/claim-center": "Rowan Ellis · Claim Center · My Best Practice",
    "/clients/R-0412/contact": "Rowan Ellis · Contact Info · My Best Practice",
    "/clients/R-0412/superbills": "Rowan Ellis · Superbills · My Best Practice",
    "/clients/R-9999/claim-center": "Claim Center · My Best Practice",
    "/claims/C-1042-S": "C-1042-S · Rowan Ellis · My Best Practice",
    "/money": "Money · My Best Practice",
    "/claims/C-9999": "Claim · My Best Practice",
}

PRINTED = ("/clients/R-0412", "/clients/R-0412/claim-center", "/claims/C-1042-S", "/money", "/era/4")
PAPER = {"width": 700, "height": 940}
"""Letter, less the margins."""
CUT = """() => [...document.querySelectorAll('main .card, main .wrap, main table')].filter((el) => el.checkVisibility())
    .filter((el) => el.scrollWidth > el.clientWidth + 1).map((el) => el.outerHTML.slice(0, 120))"""


def test_a_tab_is_called_by_whom_it_is_about(page: Page):
    for address, title in TITLES.items():
        AppPage(page).visit(address)
        expect(page).to_have_title(title)


@pytest.mark.parametrize("address", PRINTED)
def test_on_paper_there_is_what_is_said_and_nothing_to_press(page: Page, address: str):
    page.emulate_media(color_scheme="dark")
    AppPage(page).visit(address)
    page.emulate_media(color_scheme="dark", media="print")
    expect(page.get_by_role("navigation").first).to_be_hidden()
    assert [button for button in page.get_by_role("button").all() if button.is_visible()] == []
    expect(page.get_by_text(" by June Marlow, LCSW").last).to_be_visible()
    expect(page.get_by_role("table").first).to_be_visible()
    expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


@pytest.mark.parametrize("address", PRINTED)
def test_nothing_is_cut_off_at_the_edge_of_the_paper(page: Page, address: str):
    page.set_viewport_size(PAPER)
    AppPage(page).visit(address)
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == []
