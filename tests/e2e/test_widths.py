"""On a phone and on a tablet nothing has to be pushed sideways."""

import pytest
from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.eras import EraInboxPage
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import wrong_order

WIDTHS = (320, 390, 820)
ADDRESSES = (
    "/", "/clients", "/clients/R-0412", "/money", "/clients/R-0412/claim-center",
    "/clients/R-0412/contact", "/clients/R-9999/claim-center",
    "/claims", "/claims/C-1042-S", "/claims/C-1047", "/era", "/era/4", "/clearinghouse", "/settings", "/audit",
    "/people", "/clients/R-0412/records", "/account", "/nowhere",
)  # fmt: skip
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LARGE_LETTERS = f"document.documentElement.style.fontSize = '200%', {OVERFLOW}"
"""The text alone at twice its size, as a browser enlarges it."""
CLIPPED = """() => [...document.querySelectorAll('main :is(a, button, input, select, textarea, [tabindex="0"])')]
    .filter((el) => el.tabIndex >= 0).filter((el) => { for (let at = el; at; at = at.parentElement) {
        if (getComputedStyle(at).clipPath.startsWith('inset(50%')) return el.checkVisibility(); } })
    .map((el) => el.outerHTML.slice(0, 120))"""
STICKS_OUT = """dialog => [...dialog.querySelectorAll('*')].filter((el) => el.checkVisibility() &&
    el.getBoundingClientRect().right > innerWidth + 1 && !el.closest('.sr')).map((el) => el.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    pushed: dict[str, int] = {}
    for address in ADDRESSES:
        pushed[address] = AppPage(page).visit(address).page.evaluate(OVERFLOW)
        if width == 820:
            pushed[f"{address} in large letters"] = page.evaluate(LARGE_LETTERS)
    assert {address: pixels for address, pixels in pushed.items() if pixels > 0} == {}


def test_what_can_be_focused_on_a_phone_can_be_seen(page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    hidden = {address: AppPage(page).visit(address).page.evaluate(CLIPPED) for address in ADDRESSES}
    assert {address: found for address, found in hidden.items() if found} == {}


def test_the_clients_are_sorted_on_a_phone(page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    clients = ClientsPage(page).open()
    head = page.get_by_role("button", name="To bill")
    box = head.bounding_box()
    assert box and box["height"] >= 44
    head.click()
    expect(clients.rows.first).to_contain_text("$160.00")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_longest_names_and_sums_do_not_push_a_page_sideways(page: Page, practice: PracticeUnderTest, width: int):
    practice.load_scenario("long-content")
    page.set_viewport_size({"width": width, "height": 900})
    addresses = (
        "/clients", "/clients/R-0401", "/money", "/clients/R-0401/claim-center", "/clients/R-0401/contact", "/claims",
        "/claims/C-1002-S",
    )  # fmt: skip
    pushed = {address: AppPage(page).visit(address).page.evaluate(OVERFLOW) for address in addresses}
    assert {address: pixels for address, pixels in pushed.items() if pixels > 0} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_dialog_sticks_out(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    EraInboxPage(page).open().import_era(wrong_order("C-1051", "20261117").file()).post()
    chart = ClaimCenterPage(page).open("R-0412")
    for opened in (lambda: chart.row("C-1039-S").file(), chart.new_claim, chart.add_plan, chart.row("C-1051").swap):
        dialog = opened()
        assert dialog.root.evaluate(STICKS_OUT) == []
        dialog.close()
        expect(dialog.root).to_be_hidden()


def test_a_claim_is_filed_on_a_phone(page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    expect(form.bill).to_be_in_viewport()
    form.submit()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")


def test_the_equation_is_in_sight_however_long_the_claim(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("long-content")
    form = ClaimPage(page, "C-1002-S").open().file()
    expect(form.total).to_be_in_viewport(ratio=0.9)
    expect(form.bill).to_be_in_viewport()
    expect(form.balance(50)).not_to_be_in_viewport()


def test_buttons_are_large_enough_for_a_thumb(page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    ClaimCenterPage(page).open("R-0412").row("C-1042-S").file()
    low = page.evaluate(
        "[...document.querySelectorAll('main button, dialog[open] button')].filter((el) => el.checkVisibility())"
        ".filter((el) => el.getBoundingClientRect().height < 44).map((el) => el.outerHTML.slice(0, 120))"
    )
    assert low == []


def test_the_theme_is_kept(page: Page):
    claim = ClaimPage(page, "C-1042-S").open()
    claim.toggle_dark_mode()
    expect(page.locator("html")).to_have_class("dark")
    claim.reload()
    expect(page.locator("html")).to_have_class("dark")
    claim.toggle_dark_mode()
    expect(page.locator("html")).to_have_class("light")
