"""On a phone and on a tablet nothing has to be pushed sideways; on a wall of pixels nothing is lost; fingers hit."""

import pytest
from playwright.sync_api import Browser, Page, expect

from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.eras import EraInboxPage
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import wrong_order

WIDTHS = (320, 390, 820)
ADDRESSES = (
    "/", "/clients", "/clients/R-0412", "/money", "/clients/R-0412/claim-center",
    "/clients/R-0412/contact", "/clients/R-9999/claim-center",
    "/claims", "/claims/C-1042-S", "/claims/C-1047", "/era", "/era/4", "/clearinghouse", "/settings", "/audit",
    "/people", "/clients/R-0412/records", "/account", "/clients/R-0412/documents", "/nowhere",
)  # fmt: skip
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LARGE_LETTERS = f"document.documentElement.style.fontSize = '200%', {OVERFLOW}"
"""The text alone at twice its size, as a browser enlarges it."""
CLIPPED = """() => [...document.querySelectorAll('main :is(a, button, input, select, textarea, [tabindex="0"])')]
    .filter((el) => el.tabIndex >= 0).filter((el) => { for (let at = el; at; at = at.parentElement) {
        if (getComputedStyle(at).clipPath.startsWith('inset(50%')) return el.checkVisibility(); } })
    .map((el) => el.outerHTML.slice(0, 120))"""
BESIDE = """() => { const column = document.querySelector("main").parentElement.getBoundingClientRect();
    const boxes = [...document.querySelectorAll("main .card")].map((el) => el.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
    return [left - column.left, right - left, column.right - right]; }"""
"""Pixels left of what a page shows, its width, and right of it."""
ACTING = (
    ".rail a, .top :is(a, button), main :is(button, select, input.field, .btn), [role=menuitem], "
    "dialog[open] :is(button, select, input)"
)
TOO_LOW = f"""() => [...document.querySelectorAll("{ACTING}")]
    .filter((el) => el.checkVisibility() && !el.matches('[type=checkbox], [type=radio], [type=hidden], [readonly]'))
    .filter((el) => (el.closest('.field') ?? el).getBoundingClientRect().height < 43.5)
    .map((el) => el.outerHTML.slice(0, 120))"""
LONGEST_MOTION = """() => { const css = [...document.querySelectorAll('dialog[open], dialog[open] *')]
    .map((el) => getComputedStyle(el)).filter((style) => style.animationName !== 'none')
    .flatMap((style) => style.animationDuration.split(','));
    return Math.max(0, ...css.map((each) => parseFloat(each) * 1000)); }"""
"""Milliseconds of what moves in an open dialog."""
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


def test_no_column_of_a_table_is_cut_off_on_a_laptop(page: Page):
    cut = "[...document.querySelectorAll('.wrap')].some((it) => it.scrollWidth > it.clientWidth)"
    for width in (1001, 1180, 1280, 1380):
        page.set_viewport_size({"width": width, "height": 800})
        claims = ClaimsPage(page).open()
        for tab in ("Pending", "Filed", "Completed"):
            claims.show(tab)
            expect(page.get_by_role("tabpanel", name=tab).locator("tbody tr").first).to_be_visible()
            assert not page.evaluate(cut), (width, tab)
        ClaimCenterPage(page).open("R-0412")
        assert not page.evaluate(cut), width


def test_on_a_screen_of_4k_the_page_stands_in_the_middle_and_its_letters_grow(page: Page):
    page.set_viewport_size({"width": 3840, "height": 2160})
    for address in ("/", "/clients/R-0412/claim-center", "/money"):
        left, width, right = AppPage(page).visit(address).page.evaluate(BESIDE)
        assert (abs(left - right) <= 20, 1200 < width < 1900) == (True, True), address
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)") >= 18
    form = ClaimCenterPage(page).open("R-0412").row("C-1042-S").file()
    assert form.root.evaluate("it => it.getBoundingClientRect().width") <= 1300


def test_fingers_hit_everything_on_a_tablet(browser: Browser, practice: PracticeUnderTest):
    context = browser.new_context(
        base_url=practice.address, viewport={"width": 820, "height": 1100}, has_touch=True, is_mobile=True
    )
    context.add_cookies([practice.cookie])
    page = context.new_page()
    low = {address: AppPage(page).visit(address).page.evaluate(TOO_LOW) for address in ADDRESSES}
    chart = ClaimCenterPage(page).open("R-0412")
    chart.row("C-1042-S").open_menu()
    low["menu"] = page.evaluate(TOO_LOW)
    page.keyboard.press("Escape")
    chart.row("C-1039-S").file()
    low["form"] = page.evaluate(TOO_LOW)
    context.close()
    assert {where: found for where, found in low.items() if found} == {}


def test_who_wants_no_motion_gets_none(page: Page):
    page.emulate_media(reduced_motion="reduce")
    chart = ClaimCenterPage(page).open("R-0412")
    page.evaluate("delete document.documentElement.dataset.still")
    form = chart.row("C-1042-S").file()
    expect(form.bill).to_be_visible()
    assert page.evaluate(LONGEST_MOTION) <= 1
    page.emulate_media(reduced_motion="no-preference")
    form.cancel()
    expect(form.root).to_be_hidden()
    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches") is False
    chart.row("C-1042-S").file()
    assert page.evaluate(LONGEST_MOTION) > 100


def test_the_theme_is_kept(page: Page):
    claim = ClaimPage(page, "C-1042-S").open()
    claim.toggle_dark_mode()
    expect(page.locator("html")).to_have_class("dark")
    claim.reload()
    expect(page.locator("html")).to_have_class("dark")
    claim.toggle_dark_mode()
    expect(page.locator("html")).to_have_class("light")
